package dev.tengen.agents.actorcritic;

import dev.tengen.agents.actorcritic.Objective.Report;
import dev.tengen.agents.algorithm.Task;
import dev.tengen.agents.env.TimeLimit;
import dev.tengen.game.UserError;
import dev.tengen.networks.nn.Body;
import dev.tengen.training.Seeds;
import java.util.SplittableRandom;

/** What the algorithms of this package begin alike. */
final class Networks {

  /** What a seed drives: of {@link Seeds}. */
  static final long TRAINING = 1;

  private static final long WEIGHTS = 2;

  private Networks() {}

  /** The network for a task. */
  static PolicyNetwork forTask(Task task, Body body, boolean ownValueBody, int memory) {
    TimeLimit environment = task.newEnvironment();
    try {
      PolicyNetwork network =
          new PolicyNetwork(
              body,
              environment.observationSpace().shape(),
              environment.actionCount(),
              ownValueBody,
              memory);
      network.layout(); // refuses convolutions over what they do not fit
      return network;
    } catch (IllegalArgumentException e) {
      throw new UserError("network: " + e.getMessage(), e);
    }
  }

  /** The chance that a task's first weights come from. */
  static SplittableRandom chance(Task task) {
    return new SplittableRandom(Seeds.of(task.seed(), WEIGHTS, 0));
  }

  /**
   * @throws UserError if the learning diverged
   */
  static void check(Report report, long step) {
    if (!report.isFinite()) {
      throw new UserError(
          "the learning diverged at step %d: a loss is not a number; lower learningRate or set maxGradientNorm; the last checkpoint is still good"
              .formatted(step));
    }
  }
}
