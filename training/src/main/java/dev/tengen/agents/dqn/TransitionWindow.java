package dev.tengen.agents.dqn;

/**
 * The last steps of one environment, which become transitions of n steps: the discounted sum of
 * their rewards, and what was seen after them to bootstrap from (Sutton 1988; Hessel et al. 2018,
 * section "Multi-step learning"). At the end of an episode shorter ones make up the rest.
 */
final class TransitionWindow {

  private final int length;
  private final float discount;
  private final int observationSize;
  private final float[] observations;
  private final int[] actions;
  private final float[] rewards;
  private int first;
  private int count;

  TransitionWindow(int length, float discount, int observationSize) {
    this.length = length;
    this.discount = discount;
    this.observationSize = observationSize;
    observations = new float[length * observationSize];
    actions = new int[length];
    rewards = new float[length];
  }

  /** An action is about to be taken: what is seen, what is done. */
  void observe(float[] observation, int offset, int action) {
    int slot = (first + count) % length;
    System.arraycopy(observation, offset, observations, slot * observationSize, observationSize);
    actions[slot] = action;
  }

  /** The action was taken and earned this. */
  void earn(float reward) {
    rewards[(first + count) % length] = reward;
    count++;
  }

  /** Passes on the transition of n steps that is now complete, if one is. */
  void passOn(ReplayMemory memory, float[] next, int offset, boolean[] legal, int legalOffset) {
    if (count == length) {
      emit(memory, false, next, offset, legal, legalOffset);
    }
  }

  /**
   * Passes on all that is left, since the episode is over.
   *
   * @param terminated whether the task ended, so that nothing of value follows {@code next}
   */
  void finish(
      ReplayMemory memory,
      boolean terminated,
      float[] next,
      int offset,
      boolean[] legal,
      int legalOffset) {
    while (count > 0) {
      emit(memory, terminated, next, offset, legal, legalOffset);
    }
  }

  private void emit(
      ReplayMemory memory,
      boolean terminated,
      float[] next,
      int offset,
      boolean[] legal,
      int legalOffset) {
    float sum = 0;
    float factor = 1;
    for (int i = 0; i < count; i++) {
      sum += factor * rewards[(first + i) % length];
      factor *= discount;
    }
    float bootstrap = terminated ? 0 : factor;
    int from = first * observationSize;
    int action = actions[first];
    memory.add(observations, from, action, sum, bootstrap, next, offset, legal, legalOffset);
    first = (first + 1) % length;
    count--;
  }
}
