package dev.tengen.agents.tabular;

import dev.tengen.agents.algorithm.Algorithm;
import dev.tengen.agents.algorithm.AlgorithmType;
import dev.tengen.agents.algorithm.Task;
import dev.tengen.agents.env.ObservationSpace;
import dev.tengen.agents.env.TimeLimit;
import dev.tengen.agents.tabular.TabularLearner.Bootstrap;
import dev.tengen.game.UserError;
import java.io.IOException;
import java.nio.file.Path;

/** The tabular algorithms. */
public final class Tabular implements AlgorithmType<TabularSettings> {

  public static final Tabular Q_LEARNING =
      new Tabular(
          "q-learning",
          "tabular, off-policy: bootstraps with the best next action",
          Bootstrap.BEST_ACTION);

  public static final Tabular SARSA =
      new Tabular(
          "sarsa",
          "tabular, on-policy: bootstraps with the action that it takes next",
          Bootstrap.TAKEN_ACTION);

  private final String name;
  private final String description;
  private final Bootstrap bootstrap;

  private Tabular(String name, String description, Bootstrap bootstrap) {
    this.name = name;
    this.description = description;
    this.bootstrap = bootstrap;
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
  public Class<TabularSettings> settingsType() {
    return TabularSettings.class;
  }

  @Override
  public Algorithm create(Task task, TabularSettings settings) {
    TimeLimit environment = task.newEnvironment();
    ObservationSpace space = environment.observationSpace();
    if (!space.isDiscrete()) {
      throw new UserError(
          "%s needs states that can be numbered, and %s shows %s numbers; take one such as Taxi-v4"
              .formatted(name, task.environment(), space));
    }
    ActionValues values =
        new ActionValues(space.states(), environment.actionCount(), settings.initialValue());
    return new TabularLearner(task, settings, bootstrap, values, 0);
  }

  @Override
  public Algorithm restore(Task task, TabularSettings settings, Path folder) throws IOException {
    ActionValues.Saved saved = ActionValues.load(folder.resolve(TabularLearner.FILE));
    return new TabularLearner(task, settings, bootstrap, saved.values(), saved.steps());
  }
}
