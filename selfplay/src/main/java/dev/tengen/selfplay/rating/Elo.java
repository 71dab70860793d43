package dev.tengen.selfplay.rating;

import java.util.List;

/**
 * An Elo difference estimated from games, with an interval that covers the truth about 95 times in
 * 100. A match is the case of two players of {@link Ratings}, where the method is described: one
 * virtual draw stands before its games, so that a clean sweep has a finite estimate, which is the
 * difference at which the logistic curve expects the score.
 *
 * @param elo difference in favour of the side whose score it is
 */
public record Elo(double elo, double low, double high) {

  /** Elo in one unit of log odds. */
  static final double PER_LOGIT = 400 / Math.log(10);

  /** The expected score, between 0 and 1, of the side that is {@code elo} better. */
  public static double expectedScore(double elo) {
    return 1 / (1 + Math.pow(10, -elo / 400));
  }

  /** The difference at which {@code score} is expected; infinite at 0 and 1. */
  public static double difference(double score) {
    return PER_LOGIT * Math.log(score / (1 - score));
  }

  /** The estimate when each game stands for itself. */
  public static Elo ofGames(Score score) {
    return of(score, PairScores.none());
  }

  /**
   * The estimate when games come in pairs from one opening, colours swapped. The two games of a
   * pair are not independent, so the pair is the unit.
   */
  public static Elo ofPairs(PairScores pairs) {
    return of(Score.ZERO, pairs);
  }

  /** The estimate from pairs and from games whose pair is not complete. */
  public static Elo of(Score singles, PairScores pairs) {
    return match(singles, pairs).difference(0, 1);
  }

  /**
   * The likelihood that the side whose score it is is the stronger one, between 0 and 1; see {@link
   * Ratings#superiority}.
   */
  public static double superiority(Score singles, PairScores pairs) {
    return match(singles, pairs).superiority(0, 1);
  }

  private static Ratings match(Score singles, PairScores pairs) {
    return Ratings.of(2, List.of(new Encounter(0, 1, singles, pairs)), 1);
  }
}
