package dev.tengen.game;

import java.util.random.RandomGenerator;

/** Arithmetic on policies: one probability (or logit, or weight) per action. */
public final class Policy {

  private Policy() {}

  /**
   * Softmax over the first {@code count} of {@code actions}, from logits indexed by action.
   *
   * @param into receives the probability of {@code actions[i]} at {@code intoOffset + i}
   */
  public static void softmax(
      float[] logits, int offset, int[] actions, int count, float[] into, int intoOffset) {
    float max = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      max = Math.max(max, logits[offset + actions[i]]);
    }
    double sum = 0;
    for (int i = 0; i < count; i++) {
      double e = Math.exp(logits[offset + actions[i]] - max);
      into[intoOffset + i] = (float) e;
      sum += e;
    }
    float scale = (float) (1 / sum);
    for (int i = 0; i < count; i++) {
      into[intoOffset + i] *= scale;
    }
  }

  /**
   * An index drawn with probability proportional to its weight.
   *
   * @throws IllegalArgumentException if the weights do not sum to a positive, finite number
   */
  public static int sample(float[] weights, RandomGenerator random) {
    double sum = 0;
    for (float weight : weights) {
      sum += weight;
    }
    if (!(sum > 0) || Double.isInfinite(sum)) {
      throw new IllegalArgumentException("weights sum to " + sum);
    }
    double rest = random.nextDouble() * sum;
    int last = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        last = i;
        rest -= weights[i];
        if (rest < 0) {
          break;
        }
      }
    }
    return last;
  }
}
