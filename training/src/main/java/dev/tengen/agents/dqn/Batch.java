package dev.tengen.agents.dqn;

import java.util.Arrays;

/** A minibatch in the arrays that an update is fed with. */
final class Batch {

  /** Rows of {@link #facts}. */
  static final int FACTS = 4;

  private final int size;
  private final int actionCount;
  private final int[] indices;
  private final float[] observations;
  private final float[] facts;
  private final float[] penalties;

  Batch(int size, int observationSize, int actionCount) {
    this.size = size;
    this.actionCount = actionCount;
    indices = new int[size];
    observations = new float[2 * size * observationSize];
    facts = new float[FACTS * size];
    penalties = new float[size * actionCount];
    Arrays.fill(facts, (FACTS - 1) * size, FACTS * size, 1);
  }

  int size() {
    return size;
  }

  /** First the observations, then those that followed, [2 size, observation]. */
  float[] observations() {
    return observations;
  }

  /** Actions, rewards, discounts, weights: [4, size]. */
  float[] facts() {
    return facts;
  }

  /** 0 for the legal actions of what followed, minus infinity's stand-in for the others. */
  float[] penalties() {
    return penalties;
  }

  void set(int row, int index, int action, float reward, float discount) {
    indices[row] = index;
    facts[row] = action;
    facts[size + row] = reward;
    facts[2 * size + row] = discount;
  }

  void setWeight(int row, float weight) {
    facts[3 * size + row] = weight;
  }

  float weight(int row) {
    return facts[3 * size + row];
  }

  void setLegal(int row, int action, boolean legal) {
    penalties[row * actionCount + action] = legal ? 0 : -1e30f;
  }

  /** Where the replay memory has the row's transition. */
  int index(int row) {
    return indices[row];
  }
}
