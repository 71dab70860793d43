package dev.tengen.selfplay.match;

import dev.tengen.selfplay.rating.Elo;
import dev.tengen.selfplay.rating.PairScores;
import dev.tengen.selfplay.rating.Score;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a match says, from the side of player a.
 *
 * @param distinctGames how many different sequences of moves were played
 * @param elo a's advantage, with {@code eloLow} to {@code eloHigh} as 95 % interval; pairs of games
 *     are the unit ({@link Elo})
 * @param asBlack a's games with the black stones
 * @param asWhite a's games with the white stones
 * @param pairs the pairs of which both games are finished
 * @param meanLength moves per game, openings included
 * @param forfeitsOfA games that a lost by an illegal move or a failure
 * @param forfeitsOfB games that b lost so
 */
public record MatchResult(
    String a,
    String b,
    int games,
    int distinctGames,
    int wins,
    int losses,
    int draws,
    double elo,
    double eloLow,
    double eloHigh,
    Score asBlack,
    Score asWhite,
    PairScores pairs,
    double meanLength,
    int forfeitsOfA,
    int forfeitsOfB) {

  /** The result of some games of one match, in any order. */
  public static MatchResult of(String a, String b, Collection<MatchGame> games) {
    Score asBlack = Score.ZERO;
    Score asWhite = Score.ZERO;
    Score unpaired = Score.ZERO;
    PairScores pairs = PairScores.none();
    int forfeitsOfA = 0;
    int forfeitsOfB = 0;
    Map<Integer, Score> open = new TreeMap<>();
    for (MatchGame game : games) {
      if (game.isVoid()) {
        continue;
      }
      Score score = game.scoreOfA();
      if (game.aIsBlack()) {
        asBlack = asBlack.plus(score);
      } else {
        asWhite = asWhite.plus(score);
      }
      if (game.forfeited()) {
        forfeitsOfA += score.losses();
        forfeitsOfB += score.wins();
      }
      Score other = open.remove(game.pair());
      if (other == null) {
        open.put(game.pair(), score);
      } else {
        pairs = pairs.plus(score.plus(other).points());
      }
    }
    for (Score score : open.values()) {
      unpaired = unpaired.plus(score);
    }
    Score total = asBlack.plus(asWhite);
    Elo elo = Elo.of(unpaired, pairs);
    return new MatchResult(
        a,
        b,
        games.size(),
        (int) games.stream().map(MatchGame::actions).distinct().count(),
        total.wins(),
        total.losses(),
        total.draws(),
        elo.elo(),
        elo.low(),
        elo.high(),
        asBlack,
        asWhite,
        pairs,
        games.stream().mapToInt(game -> game.moves().size()).average().orElse(0),
        forfeitsOfA,
        forfeitsOfB);
  }

  /** Points of a, a draw being half of one. */
  public double points() {
    return wins + draws / 2.0;
  }
}
