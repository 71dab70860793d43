package dev.tengen.agents.actorcritic;

import dev.tengen.agents.algorithm.Algorithm;
import dev.tengen.agents.algorithm.AlgorithmType;
import dev.tengen.agents.algorithm.Task;
import java.io.IOException;
import java.nio.file.Path;

/** Advantage actor-critic, synchronous. */
public final class A2cType implements AlgorithmType<A2cSettings> {

  @Override
  public String name() {
    return "a2c";
  }

  @Override
  public String description() {
    return "advantage actor-critic: environments stepped together, one batch, one update";
  }

  @Override
  public Class<A2cSettings> settingsType() {
    return A2cSettings.class;
  }

  @Override
  public Algorithm create(Task task, A2cSettings settings) {
    return A2c.begin(task, settings);
  }

  @Override
  public Algorithm restore(Task task, A2cSettings settings, Path folder) throws IOException {
    return A2c.restore(task, settings, folder);
  }
}
