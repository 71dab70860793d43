package dev.tengen.mcts;

import java.util.random.RandomGenerator;

/**
 * What self-play changes about the priors of the root, so that it tries what the network would not:
 * a temperature T, {@code p(a)^(1/T)} (Wu 2019, appendix), then Dirichlet noise (Silver et al.
 * 2017, "Self-play": {@code P(a) = (1 - e) p(a) + e n(a)}, n from Dir(0.03), e = 0.25).
 */
final class RootNoise {

  private final double[] logWeights;
  private final float[] tempered;

  RootNoise(int actionCount) {
    logWeights = new double[actionCount];
    tempered = new float[actionCount];
  }

  /**
   * Gives the root the priors to search with.
   *
   * @param priors the evaluator's priors by action
   */
  void apply(Tree tree, float[] priors, SearchConfig config, RandomGenerator random) {
    float[] base = priors;
    if (config.rootPolicyTemperature() != 1) {
      base = tempered;
      temper(priors, config.rootPolicyTemperature());
    }
    set(tree, base);
    if (config.dirichletFraction() > 0) {
      mix(tree, base, config, random);
    }
  }

  private void temper(float[] priors, double temperature) {
    float max = 0;
    for (float prior : priors) {
      max = Math.max(max, prior);
    }
    double sum = 0;
    for (int a = 0; a < priors.length; a++) {
      tempered[a] = (float) StrictMath.pow(priors[a] / max, 1 / temperature);
      sum += tempered[a];
    }
    for (int a = 0; a < priors.length; a++) {
      tempered[a] = (float) (tempered[a] / sum);
    }
  }

  /**
   * Mixes noise into the root's priors.
   *
   * @param priors the evaluator's priors by action
   */
  void mix(Tree tree, float[] priors, SearchConfig config, RandomGenerator random) {
    int first = tree.firstEdge(Tree.ROOT);
    int count = tree.edgeCount(Tree.ROOT);
    double alpha = config.dirichletAlpha() / (config.dirichletSpread() ? count : 1);
    // A Dirichlet sample is Gamma(alpha) samples over their sum. For a small alpha most of them are
    // too small for a double, so they are handled as logarithms.
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      logWeights[i] = logGamma(alpha, random);
      max = Math.max(max, logWeights[i]);
    }
    double sum = 0;
    for (int i = 0; i < count; i++) {
      logWeights[i] = StrictMath.exp(logWeights[i] - max);
      sum += logWeights[i];
    }
    double fraction = config.dirichletFraction();
    for (int i = 0; i < count; i++) {
      double noise = logWeights[i] / sum;
      float prior = priors[tree.action(first + i)];
      tree.setPrior(first + i, (float) ((1 - fraction) * prior + fraction * noise));
    }
  }

  private static void set(Tree tree, float[] priors) {
    int first = tree.firstEdge(Tree.ROOT);
    for (int e = first; e < first + tree.edgeCount(Tree.ROOT); e++) {
      tree.setPrior(e, priors[tree.action(e)]);
    }
  }

  /**
   * The logarithm of a sample from Gamma(alpha, 1), by the method of Marsaglia and Tsang (2000, "A
   * simple method for generating gamma variables"); an alpha below 1 is raised by 1 and the sample
   * multiplied by {@code u^(1/alpha)}.
   */
  static double logGamma(double alpha, RandomGenerator random) {
    double raised = alpha < 1 ? alpha + 1 : alpha;
    double d = raised - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    double logSample;
    while (true) {
      double x = random.nextGaussian();
      double t = 1 + c * x;
      if (t <= 0) {
        continue;
      }
      double v = t * t * t;
      double logV = StrictMath.log(v);
      if (StrictMath.log(1 - random.nextDouble()) < 0.5 * x * x + d * (1 - v + logV)) {
        logSample = StrictMath.log(d) + logV;
        break;
      }
    }
    return alpha < 1 ? logSample + StrictMath.log(1 - random.nextDouble()) / alpha : logSample;
  }
}
