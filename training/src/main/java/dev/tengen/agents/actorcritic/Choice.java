package dev.tengen.agents.actorcritic;

import java.util.random.RandomGenerator;

/** Actions out of logits, legal ones only. */
final class Choice {

  private Choice() {}

  /**
   * Draws an action from the softmax over the legal ones.
   *
   * @param legal read from {@code offset} on
   */
  static int sample(float[] logits, boolean[] legal, int offset, RandomGenerator random) {
    int best = greedy(logits, legal, offset);
    double sum = 0;
    for (int action = 0; action < logits.length; action++) {
      if (legal[offset + action]) {
        sum += Math.exp((double) logits[action] - logits[best]);
      }
    }
    double rest = random.nextDouble() * sum;
    for (int action = 0; action < logits.length; action++) {
      if (legal[offset + action]) {
        rest -= Math.exp((double) logits[action] - logits[best]);
        if (rest < 0) {
          return action;
        }
      }
    }
    return best; // rounding left nothing
  }

  /** The legal action of the largest logit, the first of several. */
  static int greedy(float[] logits, boolean[] legal, int offset) {
    int best = -1;
    for (int action = 0; action < logits.length; action++) {
      if (legal[offset + action] && (best < 0 || logits[action] > logits[best])) {
        best = action;
      }
    }
    return best;
  }
}
