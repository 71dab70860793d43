package dev.tengen.selfplay.match;

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
    return of(new double[] {0, 0.5, 1}, new int[] {score.losses(), score.draws(), score.wins()}, 1);
  }

  /**
   * The estimate when games come in pairs from one opening, colours swapped. The two games of a
   * pair are not independent, so the pair is the unit.
   */
  public static Elo ofPairs(PairScores pairs) {
    return of(PairScores.SCORES, pairs.counts(), 0.5);
  }

  /**
   * @param scores the possible mean scores of a unit
   * @param counts how many units scored each
   * @param prior how many units the virtual draw is
   */
  private static Elo of(double[] scores, int[] counts, double prior) {
    double n = prior;
    double sum = prior / 2;
    for (int i = 0; i < scores.length; i++) {
      n += counts[i];
      sum += counts[i] * scores[i];
    }
    double mean = sum / n;
    double squares = prior / 2 * (square(1 - mean) + square(mean));
    for (int i = 0; i < scores.length; i++) {
      squares += counts[i] * square(scores[i] - mean);
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
