package dev.tengen.agents.algorithm;

import dev.tengen.agents.env.Environments;
import dev.tengen.agents.env.ObservationSpace;
import dev.tengen.agents.env.TimeLimit;
import dev.tengen.agents.env.VectorEnvironment;

/**
 * What to learn.
 *
 * @param environment as {@link Environments#make} takes it
 * @param steps of training in all, over which schedules run
 * @param seed of all chance in learning
 */
public record Task(String environment, long steps, long seed) {

  /** One environment. */
  public TimeLimit newEnvironment() {
    return Environments.make(environment);
  }

  /** Several of them. */
  public VectorEnvironment newEnvironments(int count, long environmentsSeed) {
    return new VectorEnvironment(this::newEnvironment, count, environmentsSeed);
  }

  /** What an agent sees there. */
  public ObservationSpace observationSpace() {
    return newEnvironment().observationSpace();
  }
}
