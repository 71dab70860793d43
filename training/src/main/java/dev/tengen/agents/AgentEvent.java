package dev.tengen.agents;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What happens while agents are trained. */
public sealed interface AgentEvent {

  /** A training begins, or goes on at {@code step}. */
  record Started(Path folder, AgentConfig<?> config, long seed, long step) implements AgentEvent {}

  /**
   * A training goes on.
   *
   * @param figures under Stable-Baselines3's names, such as {@code rollout/ep_rew_mean}
   */
  record Progress(long seed, long step, long steps, Map<String, Double> figures)
      implements AgentEvent {}

  /**
   * The greedy policy was evaluated.
   *
   * @param best whether it was better than all before
   */
  record Evaluated(long seed, long step, Returns returns, boolean best) implements AgentEvent {}

  /** A training is over. */
  record Finished(SeedResult result) implements AgentEvent {}

  /** The learning curves of the run were drawn for the last time in this invocation. */
  record Drawn(List<Path> files) implements AgentEvent {}

  /** It was stopped before its end; the same command goes on. */
  record Stopped(long seed, long step) implements AgentEvent {}
}
