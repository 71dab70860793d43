package dev.tengen.selfplay.match;

import dev.tengen.game.Player;
import dev.tengen.selfplay.rating.Elo;
import dev.tengen.selfplay.rating.PairScores;
import dev.tengen.selfplay.rating.Score;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a match says, from the side of player a. Void games count in {@code voids}, {@code
 * distinctGames}, {@code meanLength} and the players' conduct, else nowhere.
 *
 * @param asBlack a's games with the black stones
 * @param asWhite a's games with the white stones
 * @param unpaired a's games of pairs that have no second one
 * @param pairs the pairs of which both games count
 * @param voids games that count for nobody
 * @param distinctGames how many different sequences of moves were played
 * @param meanLength moves per game, openings included
 */
public record MatchResult(
    String a,
    String b,
    Score asBlack,
    Score asWhite,
    Score unpaired,
    PairScores pairs,
    int voids,
    int distinctGames,
    double meanLength,
    Conduct conductOfA,
    Conduct conductOfB) {

  /** The result of some games of one match, in any order. */
  public static MatchResult of(String a, String b, Collection<MatchGame> games) {
    Score asBlack = Score.ZERO;
    Score asWhite = Score.ZERO;
    PairScores pairs = PairScores.none();
    Conduct conductOfA = Conduct.NONE;
    Conduct conductOfB = Conduct.NONE;
    Map<Integer, Score> open = new TreeMap<>();
    for (MatchGame game : games) {
      Player colour = game.aIsBlack() ? Player.BLACK : Player.WHITE;
      conductOfA = conductOfA.plus(Conduct.of(game, colour, a));
      conductOfB = conductOfB.plus(Conduct.of(game, colour.opponent(), b));
      if (game.isVoid()) {
        continue;
      }
      Score score = game.scoreOfA();
      if (game.aIsBlack()) {
        asBlack = asBlack.plus(score);
      } else {
        asWhite = asWhite.plus(score);
      }
      Score other = open.remove(game.pair());
      if (other == null) {
        open.put(game.pair(), score);
      } else {
        pairs = pairs.plus(score.plus(other).points());
      }
    }
    return new MatchResult(
        a,
        b,
        asBlack,
        asWhite,
        open.values().stream().reduce(Score.ZERO, Score::plus),
        pairs,
        (int) games.stream().filter(MatchGame::isVoid).count(),
        (int) games.stream().map(MatchGame::actions).distinct().count(),
        games.stream().mapToInt(game -> game.moves().size()).average().orElse(0),
        conductOfA,
        conductOfB);
  }

  /** Finished games, void ones included. */
  public int games() {
    return total().games() + voids;
  }

  /** a's games that count. */
  public Score total() {
    return asBlack.plus(asWhite);
  }

  /** a's advantage; pairs of games are the unit. */
  public Elo elo() {
    return Elo.of(unpaired, pairs);
  }

  /** The same match from b's side. */
  public MatchResult swapped() {
    return new MatchResult(
        b,
        a,
        asWhite.swapped(),
        asBlack.swapped(),
        unpaired.swapped(),
        pairs.swapped(),
        voids,
        distinctGames,
        meanLength,
        conductOfB,
        conductOfA);
  }
}
