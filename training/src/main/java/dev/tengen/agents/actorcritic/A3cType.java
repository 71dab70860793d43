package dev.tengen.agents.actorcritic;

import dev.tengen.agents.algorithm.Algorithm;
import dev.tengen.agents.algorithm.AlgorithmType;
import dev.tengen.agents.algorithm.Task;
import java.io.IOException;
import java.nio.file.Path;

/** Asynchronous advantage actor-critic. */
public final class A3cType implements AlgorithmType<A3cSettings> {

  @Override
  public String name() {
    return "a3c";
  }

  @Override
  public String description() {
    return "asynchronous actor-critic: threads move shared parameters without locks";
  }

  @Override
  public Class<A3cSettings> settingsType() {
    return A3cSettings.class;
  }

  @Override
  public Algorithm create(Task task, A3cSettings settings) {
    return A3c.begin(task, settings);
  }

  @Override
  public Algorithm restore(Task task, A3cSettings settings, Path folder) throws IOException {
    return A3c.restore(task, settings, folder);
  }
}
