package dev.tengen.agents.algorithm;

import dev.tengen.agents.env.VectorEnvironment;

/**
 * Chooses actions greedily. May remember what it saw in an episode: it begins with environments
 * that have just been reset, sees every step of them, and forgets an episode when {@link
 * VectorEnvironment#isOver} says that the last step ended it.
 */
@FunctionalInterface
public interface Actor {

  /**
   * Chooses an action for each environment.
   *
   * @param actions receives the action for environment i at i; always a legal one
   */
  void act(VectorEnvironment environments, int[] actions);
}
