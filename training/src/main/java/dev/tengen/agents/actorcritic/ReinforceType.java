package dev.tengen.agents.actorcritic;

import dev.tengen.agents.algorithm.Algorithm;
import dev.tengen.agents.algorithm.AlgorithmType;
import dev.tengen.agents.algorithm.Task;
import java.io.IOException;
import java.nio.file.Path;

/** The policy gradient alone. */
public final class ReinforceType implements AlgorithmType<ReinforceSettings> {

  @Override
  public String name() {
    return "reinforce";
  }

  @Override
  public String description() {
    return "whole episodes, by the policy gradient alone, with or without a baseline";
  }

  @Override
  public Class<ReinforceSettings> settingsType() {
    return ReinforceSettings.class;
  }

  @Override
  public Algorithm create(Task task, ReinforceSettings settings) {
    return Reinforce.begin(task, settings);
  }

  @Override
  public Algorithm restore(Task task, ReinforceSettings settings, Path folder) throws IOException {
    return Reinforce.restore(task, settings, folder);
  }
}
