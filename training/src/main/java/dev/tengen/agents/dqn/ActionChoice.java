package dev.tengen.agents.dqn;

import dev.tengen.agents.env.VectorEnvironment;
import dev.tengen.networks.nn.ParameterLayout;
import java.util.random.RandomGenerator;

/** Chooses actions by their values, in plain Java, among the legal ones. Used by one thread. */
final class ActionChoice {

  private final Heads.Plain network;
  private final int observationSize;
  private final float[] values;

  ActionChoice(Heads heads, ParameterLayout layout) {
    network = heads.new Plain(layout);
    observationSize = heads.inputSize();
    values = new float[heads.actions()];
  }

  /** The action of the greatest value in environment i; of several the first. */
  int greedy(float[] parameters, VectorEnvironment environments, int i) {
    network.actionValues(parameters, environments.observations(), i * observationSize, values);
    return best(values, environments.legalActions(), i * values.length);
  }

  static int best(float[] values, boolean[] legal, int offset) {
    int best = -1;
    for (int action = 0; action < values.length; action++) {
      if (legal[offset + action] && (best < 0 || values[action] > values[best])) {
        best = action;
      }
    }
    return best;
  }

  /** Any legal action of environment i. */
  int any(VectorEnvironment environments, int i, RandomGenerator random) {
    boolean[] legal = environments.legalActions();
    int offset = i * values.length;
    int count = 0;
    for (int action = 0; action < values.length; action++) {
      count += legal[offset + action] ? 1 : 0;
    }
    int rest = random.nextInt(count);
    for (int action = 0; ; action++) {
      if (legal[offset + action] && rest-- == 0) {
        return action;
      }
    }
  }
}
