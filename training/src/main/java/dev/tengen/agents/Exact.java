package dev.tengen.agents;

import dev.tengen.agents.algorithm.Algorithm;
import dev.tengen.agents.algorithm.Task;
import dev.tengen.agents.env.TimeLimit;
import dev.tengen.agents.env.TransitionTable;

/** Judges a greedy policy without a sample: by the environment's transition table. */
final class Exact {

  private Exact() {}

  /**
   * The expected return within the environment's limit on time; null where the algorithm holds no
   * table of actions, or the environment's dynamics are not written down.
   */
  static Double of(Algorithm algorithm, Task task) {
    TimeLimit environment = task.newEnvironment();
    int[] policy = algorithm.greedyTable().orElse(null);
    TransitionTable table = environment.table().orElse(null);
    return policy == null || table == null
        ? null
        : table.expectedReturn(policy, environment.limit());
  }
}
