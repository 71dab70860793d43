package dev.tengen.selfplay.rating;

import java.util.Arrays;

/**
 * Wald's sequential probability ratio test between two Elo differences, on pairs of games.
 *
 * <p>The log-likelihood ratio is that of the two best-fitting distributions of pair scores whose
 * means are the logistic expectations of the two hypotheses (the generalised SPRT of Van den Bergh,
 * "A practical introduction to the GSPRT").
 *
 * @param elo0 the null hypothesis: a is this much better than b
 * @param elo1 the alternative, greater than {@code elo0}
 * @param alpha the probability of accepting {@code elo1} when {@code elo0} holds
 * @param beta the probability of accepting {@code elo0} when {@code elo1} holds
 */
public record Sprt(double elo0, double elo1, double alpha, double beta) {

  /** What the games played so far say. */
  public enum Verdict {
    CONTINUE,
    ACCEPT_ELO0,
    ACCEPT_ELO1
  }

  /**
   * Where a test stands.
   *
   * @param llr the log-likelihood ratio, of natural logarithms
   * @param lowerBound at or below it {@code elo0} is accepted
   * @param upperBound at or above it {@code elo1} is accepted
   */
  public record State(double llr, double lowerBound, double upperBound, Verdict verdict) {}

  public Sprt {
    if (!(elo0 < elo1)) {
      throw new IllegalArgumentException("elo0 " + elo0 + " must be below elo1 " + elo1);
    }
  }

  /** With error probabilities of 5 %. */
  public Sprt(double elo0, double elo1) {
    this(elo0, elo1, 0.05, 0.05);
  }

  /** At or below this ratio {@code elo0} is accepted. */
  public double lowerBound() {
    return Math.log(beta / (1 - alpha));
  }

  /** At or above this ratio {@code elo1} is accepted. */
  public double upperBound() {
    return Math.log((1 - beta) / alpha);
  }

  /** Where the test stands. */
  public State state(PairScores pairs) {
    double ratio = logLikelihoodRatio(pairs);
    Verdict verdict = Verdict.CONTINUE;
    if (ratio >= upperBound()) {
      verdict = Verdict.ACCEPT_ELO1;
    } else if (ratio <= lowerBound()) {
      verdict = Verdict.ACCEPT_ELO0;
    }
    return new State(ratio, lowerBound(), upperBound(), verdict);
  }

  public Verdict verdict(PairScores pairs) {
    return state(pairs).verdict();
  }

  /** How much likelier the pairs are under {@code elo1} than under {@code elo0}; 0 for none. */
  public double logLikelihoodRatio(PairScores pairs) {
    int n = pairs.pairs();
    if (n == 0) {
      return 0;
    }
    // A score not seen yet is not impossible.
    double[] p = Arrays.stream(pairs.counts()).mapToDouble(c -> Math.max(c, 1e-3)).toArray();
    double sum = Arrays.stream(p).sum();
    double theta0 = tilt(p, sum, Elo.expectedScore(elo0));
    double theta1 = tilt(p, sum, Elo.expectedScore(elo1));
    double ratio = 0;
    for (int i = 0; i < p.length; i++) {
      double a0 = PairScores.SCORES[i] - Elo.expectedScore(elo0);
      double a1 = PairScores.SCORES[i] - Elo.expectedScore(elo1);
      ratio += p[i] * (Math.log1p(theta0 * a0) - Math.log1p(theta1 * a1));
    }
    return ratio;
  }

  /**
   * The likeliest distribution of mean s, given frequencies p, is p[i] / (1 + theta (a[i] - s));
   * this finds theta: the zero of a function that decreases over the interval where all
   * probabilities are positive.
   */
  private static double tilt(double[] p, double sum, double s) {
    double low = -1 / (1 - s);
    double high = 1 / s;
    for (int i = 0; i < 60; i++) {
      double theta = (low + high) / 2;
      double mean = 0;
      for (int j = 0; j < p.length; j++) {
        double a = PairScores.SCORES[j] - s;
        mean += p[j] / sum * a / (1 + theta * a);
      }
      if (mean > 0) {
        low = theta;
      } else {
        high = theta;
      }
    }
    return (low + high) / 2;
  }
}
