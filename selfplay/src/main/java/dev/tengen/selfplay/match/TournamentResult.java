package dev.tengen.selfplay.match;

import dev.tengen.selfplay.rating.Encounter;
import dev.tengen.selfplay.rating.Ratings;
import dev.tengen.selfplay.rating.Score;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the games of a tournament came to.
 *
 * @param players in their order of entry
 * @param matches those that had a game, in the order of their first
 * @param ratings of the players, by their numbers
 */
public record TournamentResult(
    List<PlayerResult> players, Map<Pairing, MatchResult> matches, Ratings ratings) {

  /**
   * The result of some games.
   *
   * @param names of the players
   * @param anchor the number of the player rated 0; -1: the mean is 0
   */
  public static TournamentResult of(
      List<String> names, Collection<TournamentGame> games, int anchor) {
    Map<Pairing, List<MatchGame>> byPairing = new LinkedHashMap<>();
    for (TournamentGame game : games) {
      byPairing.computeIfAbsent(game.pairing(), pairing -> new ArrayList<>()).add(game.game());
    }
    Map<Pairing, MatchResult> matches = new LinkedHashMap<>();
    List<Encounter> encounters = new ArrayList<>();
    byPairing.forEach(
        (pairing, played) -> {
          MatchResult match =
              MatchResult.of(names.get(pairing.first()), names.get(pairing.second()), played);
          matches.put(pairing, match);
          encounters.add(
              new Encounter(pairing.first(), pairing.second(), match.unpaired(), match.pairs()));
        });
    Ratings ratings = Ratings.of(names.size(), encounters, anchor);
    List<PlayerResult> players = new ArrayList<>();
    for (int player = 0; player < names.size(); player++) {
      players.add(player(player, names.get(player), matches, ratings));
    }
    return new TournamentResult(players, matches, ratings);
  }

  private static PlayerResult player(
      int number, String name, Map<Pairing, MatchResult> matches, Ratings ratings) {
    Score asBlack = Score.ZERO;
    Score asWhite = Score.ZERO;
    Conduct conduct = Conduct.NONE;
    int voids = 0;
    for (Map.Entry<Pairing, MatchResult> entry : matches.entrySet()) {
      boolean first = entry.getKey().first() == number;
      if (first || entry.getKey().second() == number) {
        MatchResult match = entry.getValue();
        asBlack = asBlack.plus(first ? match.asBlack() : match.asWhite().swapped());
        asWhite = asWhite.plus(first ? match.asWhite() : match.asBlack().swapped());
        conduct = conduct.plus(first ? match.conductOfA() : match.conductOfB());
        voids += match.voids();
      }
    }
    return new PlayerResult(
        name, ratings.rating(number), asBlack.plus(asWhite), asBlack, asWhite, voids, conduct);
  }

  /** The match of two players from the first one's side; null if they have not met. */
  public MatchResult match(int a, int b) {
    MatchResult match = matches.get(new Pairing(a, b));
    if (match != null) {
      return match;
    }
    MatchResult mirrored = matches.get(new Pairing(b, a));
    return mirrored == null ? null : mirrored.swapped();
  }
}
