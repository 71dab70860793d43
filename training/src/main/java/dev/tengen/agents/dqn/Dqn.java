package dev.tengen.agents.dqn;

import dev.tengen.agents.algorithm.Algorithm;
import dev.tengen.agents.algorithm.AlgorithmType;
import dev.tengen.agents.algorithm.Task;
import dev.tengen.game.UserError;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Deep Q-learning, under two names: with few of its options on, and with all of them. */
public final class Dqn implements AlgorithmType<DqnSettings> {

  /** As presets for each environment say. */
  public static final Dqn DQN =
      new Dqn("dqn", "deep Q-learning with replay and target network (Mnih et al. 2015)");

  /** The same, its presets with every option on. */
  public static final Dqn RAINBOW =
      new Dqn(
          "rainbow", "DQN with every refinement (Hessel et al. 2018), quantiles in C51's place");

  private final String name;
  private final String description;

  private Dqn(String name, String description) {
    this.name = name;
    this.description = description;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public Class<DqnSettings> settingsType() {
    return DqnSettings.class;
  }

  @Override
  public Algorithm create(Task task, DqnSettings settings) {
    return checked(task, () -> DqnLearner.create(task, settings));
  }

  @Override
  public Algorithm restore(Task task, DqnSettings settings, Path folder) {
    return checked(task, () -> DqnLearner.restore(task, settings, folder));
  }

  private static Algorithm checked(Task task, Supplier<Algorithm> making) {
    try {
      return making.get();
    } catch (IllegalArgumentException e) {
      throw new UserError(
          "this network cannot see %s: %s".formatted(task.environment(), e.getMessage()), e);
    }
  }
}
