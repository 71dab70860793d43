package dev.tengen.agents;

import dev.tengen.agents.algorithm.Actor;
import dev.tengen.agents.algorithm.Algorithm;
import dev.tengen.agents.env.TimeLimit;
import dev.tengen.agents.env.VectorEnvironment;
import java.io.IOException;
import java.nio.file.Path;

/** Plays episodes for somebody to watch. */
public final class AgentPlayback {

  /**
   * One moment.
   *
   * @param episode from 0
   * @param step in the episode; 0 before the first
   * @param environment as it is at this moment, to be drawn at once
   * @param earned the sum of rewards so far
   * @param over whether the episode has ended
   */
  public record Moment(int episode, int step, TimeLimit environment, double earned, boolean over) {}

  /** Somebody who watches. */
  @FunctionalInterface
  public interface Spectator {
    /** Returns whether to go on. */
    boolean see(Moment moment) throws IOException;
  }

  private AgentPlayback() {}

  /**
   * Plays greedily with a run's first training that has the checkpoint.
   *
   * @param run the folder of a run, or of one training in it
   * @param seed of the environment's chance
   */
  public static void run(Path run, Checkpoint which, int episodes, long seed, Spectator spectator)
      throws IOException {
    TrainedAgent agent = TrainedAgent.of(run, which).get(0);
    try (Algorithm algorithm = agent.load()) {
      VectorEnvironment environments = agent.config().task(agent.seed()).newEnvironments(1, seed);
      TimeLimit environment = environments.environment(0);
      Actor actor = algorithm.actor(1);
      int[] actions = new int[1];
      for (int episode = 0; episode < episodes; episode++) {
        double earned = 0;
        if (!spectator.see(new Moment(episode, 0, environment, 0, false))) {
          return;
        }
        do {
          actor.act(environments, actions);
          Watch watch = new Watch(spectator, episode, earned);
          environments.step(actions, watch);
          if (watch.failure != null) {
            throw watch.failure;
          }
          if (!watch.goOn) {
            return;
          }
          earned += environments.rewards()[0];
        } while (!environments.isOver(0));
      }
    }
  }

  /** Looks at the environment after a step, before the next episode begins in it. */
  private static final class Watch implements VectorEnvironment.Observer {
    private final Spectator spectator;
    private final int episode;
    private final double before;
    private boolean goOn = true;
    private IOException failure;

    Watch(Spectator spectator, int episode, double before) {
      this.spectator = spectator;
      this.episode = episode;
      this.before = before;
    }

    @Override
    public void stepped(TimeLimit environment, double reward) {
      try {
        goOn =
            spectator.see(
                new Moment(
                    episode,
                    environment.steps(),
                    environment,
                    before + reward,
                    environment.isOver()));
      } catch (IOException e) {
        failure = e;
      }
    }
  }
}
