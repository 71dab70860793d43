package dev.tengen.mcts;

import dev.tengen.game.Symmetry;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The mean of the root's evaluations under several different symmetries: of the values and of the
 * priors, that is after the softmax, as KataGo ({@code rootNumSymmetriesToSample}) and Leela Zero
 * (its average over all eight) have it. A mean of logits would be a geometric mean of the priors,
 * which a single symmetry that sees nothing in a move can push to nothing.
 */
final class RootMean {

  private final int[] order = {0, 1, 2, 3, 4, 5, 6, 7};
  private final double[] priorSums;
  private final float[] priors;
  private double valueSum;
  private int wanted;
  private int collected;
  private int answered;

  RootMean(int actionCount) {
    priorSums = new double[actionCount];
    priors = new float[actionCount];
  }

  /**
   * Begins a mean.
   *
   * @param symmetries how many, 1 to 8
   * @param random draws which; null for the first ones
   */
  void begin(int symmetries, RandomGenerator random) {
    wanted = symmetries;
    collected = 0;
    answered = 0;
    valueSum = 0;
    Arrays.fill(priorSums, 0);
    for (int i = 0; i < wanted && random != null; i++) {
      int j = i + random.nextInt(order.length - i);
      int drawn = order[j];
      order[j] = order[i];
      order[i] = drawn;
    }
    if (random == null) {
      Arrays.setAll(order, i -> i);
    }
  }

  /** Whether there are symmetries left to ask for. */
  boolean hasNext() {
    return collected < wanted;
  }

  Symmetry next() {
    return Symmetry.of(order[collected++]);
  }

  /**
   * Takes the answer for one symmetry.
   *
   * @param answer the priors of the legal actions, {@code count} of them
   * @return whether that was the last one
   */
  boolean add(float[] answer, int count, float value) {
    for (int i = 0; i < count; i++) {
      priorSums[i] += answer[i];
    }
    valueSum += value;
    answered++;
    return answered == wanted;
  }

  /** The mean priors, in the order of the answers. */
  float[] priors() {
    for (int i = 0; i < priors.length; i++) {
      priors[i] = (float) (priorSums[i] / wanted);
    }
    return priors;
  }

  float value() {
    return (float) (valueSum / wanted);
  }
}
