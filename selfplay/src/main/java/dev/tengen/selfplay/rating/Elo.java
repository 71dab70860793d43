package dev.tengen.selfplay.rating;

/**
 * An Elo difference estimated from games: the difference at which the logistic curve expects the
 * score that was seen. The interval covers the truth about 95 times in 100.
 *
 * <p>One virtual draw stands before the games as prior, so that a clean sweep has a finite
 * estimate. The interval is that of the score on the logit scale (delta method): with s the mean
 * score and se its standard error, logit(s) +- 1.96 se / (s (1 - s)). The virtual draw enters the
 * variance as half a win and half a loss, so that equal games do not look like certainty.
 *
 * @param elo difference in favour of the side whose score it is
 */
public record Elo(double elo, double low, double high) {

  private static final double PER_LOGIT = 400 / Math.log(10);
  private static final double Z95 = 1.959964;

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

  /**
   * The estimate from pairs and from games whose pair is not complete. The mean is that of all
   * games; a pair weighs as much in it as two games, and four times as much in its variance.
   */
  public static Elo of(Score singles, PairScores pairs) {
    int[] counts = pairs.counts();
    double n = 1 + singles.games() + 2.0 * pairs.pairs();
    double sum = 0.5 + singles.points();
    for (int i = 0; i < counts.length; i++) {
      sum += counts[i] * 2 * PairScores.SCORES[i];
    }
    double mean = sum / n;
    double squares =
        (singles.wins() + 0.5) * square(1 - mean)
            + singles.draws() * square(0.5 - mean)
            + (singles.losses() + 0.5) * square(mean);
    for (int i = 0; i < counts.length; i++) {
      squares += counts[i] * 4 * square(PairScores.SCORES[i] - mean);
    }
    double standardError = Math.sqrt(squares) / n;
    double elo = difference(mean);
    double margin = PER_LOGIT * Z95 * standardError / (mean * (1 - mean));
    return new Elo(elo, elo - margin, elo + margin);
  }

  private static double square(double x) {
    return x * x;
  }
}
