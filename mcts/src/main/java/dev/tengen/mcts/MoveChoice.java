package dev.tengen.mcts;

import java.util.Arrays;

/** From visits to a policy or an action (Silver et al. 2017, Methods, "Play"). */
final class MoveChoice {

  private MoveChoice() {}

  /**
   * The action to play at full strength.
   *
   * @param asked what the search chose itself; -1 if it leaves that to the statistics
   * @param certain what each action certainly leads to for the player to move, as in {@link Proof}
   * @param weights of the actions, for a search that chooses itself and may not have its choice
   */
  static int best(
      int asked,
      SearchConfig config,
      int[] visits,
      float[] q,
      float[] variance,
      float[] priors,
      byte[] certain,
      float[] weights) {
    boolean[] wins = are(certain, Proof.WIN);
    if (any(wins)) {
      return mostVisited(only(visits, wins), only(priors, wins));
    }
    boolean[] open = notLost(certain, priors);
    if (asked >= 0) {
      return open[asked] ? asked : mostVisited(new int[visits.length], only(weights, open));
    }
    int[] eligible = only(visits, open);
    return config.lcbStdevs() == 0
        ? mostVisited(eligible, only(priors, open))
        : highestLowerBound(
            eligible, q, variance, only(priors, open), config.lcbStdevs(), config.lcbShare());
  }

  /** The legal actions that do not certainly lose; if there are none, all actions. */
  static boolean[] notLost(byte[] certain, float[] priors) {
    boolean[] open = new boolean[certain.length];
    for (int a = 0; a < certain.length; a++) {
      open[a] = certain[a] != Proof.LOSS && priors[a] > 0;
    }
    if (!any(open)) {
      Arrays.fill(open, true);
    }
    return open;
  }

  private static boolean[] are(byte[] certain, byte what) {
    boolean[] are = new boolean[certain.length];
    for (int a = 0; a < certain.length; a++) {
      are[a] = certain[a] == what;
    }
    return are;
  }

  private static boolean any(boolean[] which) {
    for (boolean one : which) {
      if (one) {
        return true;
      }
    }
    return false;
  }

  /** These numbers with 0 for all others. */
  static int[] only(int[] numbers, boolean[] which) {
    int[] some = numbers.clone();
    for (int a = 0; a < some.length; a++) {
      some[a] = which[a] ? some[a] : 0;
    }
    return some;
  }

  /** These numbers with 0 for all others. */
  static float[] only(float[] numbers, boolean[] which) {
    float[] some = numbers.clone();
    for (int a = 0; a < some.length; a++) {
      some[a] = which[a] ? some[a] : 0;
    }
    return some;
  }

  /** The most visited action; of equals the one with the higher prior, then the lower action. */
  static int mostVisited(int[] visits, float[] priors) {
    int best = 0;
    for (int a = 1; a < visits.length; a++) {
      if (visits[a] > visits[best] || (visits[a] == visits[best] && priors[a] > priors[best])) {
        best = a;
      }
    }
    return best;
  }

  /**
   * The action whose value is the highest even if the search was unlucky: of those with enough
   * visits the one with the highest {@code q - stdevs * sqrt(variance / visits)}, the lower end of
   * an interval about the mean of its visits' values, as in Leela Zero and KataGo (the latter's
   * "LCB", with the constants of {@link SearchConfig}). Of equals the one that {@link #mostVisited}
   * prefers, as if nobody has two visits.
   *
   * @param variance of the values of each action's visits; NaN with fewer than two
   * @param share which part of the most visits is enough
   */
  static int highestLowerBound(
      int[] visits, float[] q, float[] variance, float[] priors, double stdevs, double share) {
    int leader = mostVisited(visits, priors);
    if (visits[leader] < 2) {
      return leader;
    }
    double enough = Math.max(2, share * visits[leader]);
    int best = leader;
    double bestBound = lowerBound(visits, q, variance, leader, stdevs);
    for (int a = 0; a < visits.length; a++) {
      if (visits[a] >= enough) {
        double bound = lowerBound(visits, q, variance, a, stdevs);
        boolean preferred =
            visits[a] > visits[best] || (visits[a] == visits[best] && priors[a] > priors[best]);
        if (bound > bestBound || (bound == bestBound && preferred)) {
          best = a;
          bestBound = bound;
        }
      }
    }
    return best;
  }

  /** NaN with fewer than two visits. */
  static double lowerBound(int[] visits, float[] q, float[] variance, int action, double stdevs) {
    return q[action] - stdevs * Math.sqrt(variance[action] / visits[action]);
  }

  /**
   * The policy {@code N(a)^(1/temperature)}, normalised. Temperature 0 gives everything to {@code
   * best}. Without any visit the weights are the priors.
   */
  static float[] policy(int[] visits, float[] priors, int best, double temperature) {
    if (!(temperature >= 0)) {
      throw new IllegalArgumentException("temperature " + temperature);
    }
    float[] policy = new float[visits.length];
    if (temperature == 0) {
      policy[best] = 1;
      return policy;
    }
    double max = 0;
    for (int a = 0; a < visits.length; a++) {
      max = Math.max(max, visits[a]);
    }
    double sum = 0;
    double[] weights = new double[visits.length];
    for (int a = 0; a < visits.length; a++) {
      double share = max > 0 ? visits[a] / max : priors[a];
      weights[a] = temperature == 1 ? share : StrictMath.pow(share, 1 / temperature);
      sum += weights[a];
    }
    for (int a = 0; a < visits.length; a++) {
      policy[a] = (float) (weights[a] / sum);
    }
    return policy;
  }
}
