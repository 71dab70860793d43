package dev.tengen.agents.env;

import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Several environments of one kind, stepped together. Where an episode ends, the next one begins in
 * the same step: the observation is then the first of the new episode, and the last of the old one,
 * whose value a truncated episode is bootstrapped with, stands in {@link #finalObservations}.
 *
 * <p>The arrays that are handed out belong to this object and are written by the next {@link
 * #step}. Row i of each is that of environment i.
 */
public final class VectorEnvironment {

  private final TimeLimit[] environments;
  private final SplittableRandom[] randoms;
  private final int observationSize;
  private final int actionCount;
  private final float[] observations;
  private final float[] finalObservations;
  private final boolean[] legalActions;
  private final boolean[] finalLegalActions;
  private final double[] rewards;
  private final boolean[] terminated;
  private final boolean[] truncated;
  private final double[] runningReturns;
  private final double[] returns;
  private final int[] lengths;

  /**
   * Starts an episode in each environment.
   *
   * @param make makes one environment
   * @param count how many
   * @param seed each environment's chance is split from it, whatever their number
   */
  public VectorEnvironment(Supplier<TimeLimit> make, int count, long seed) {
    environments = new TimeLimit[count];
    randoms = new SplittableRandom[count];
    SplittableRandom root = new SplittableRandom(seed);
    for (int i = 0; i < count; i++) {
      environments[i] = make.get();
      randoms[i] = root.split();
    }
    observationSize = environments[0].observationSpace().size();
    actionCount = environments[0].actionCount();
    observations = new float[count * observationSize];
    finalObservations = new float[count * observationSize];
    legalActions = new boolean[count * actionCount];
    finalLegalActions = new boolean[count * actionCount];
    rewards = new double[count];
    terminated = new boolean[count];
    truncated = new boolean[count];
    runningReturns = new double[count];
    returns = new double[count];
    lengths = new int[count];
    for (int i = 0; i < count; i++) {
      begin(i);
    }
  }

  private void begin(int i) {
    environments[i].reset(randoms[i]);
    runningReturns[i] = 0;
    look(i);
  }

  private void look(int i) {
    environments[i].observe(observations, i * observationSize);
    environments[i].legalActions(legalActions, i * actionCount);
  }

  /** Looks on. */
  @FunctionalInterface
  public interface Observer {
    /** Sees an environment after a step, before a new episode may begin in it. */
    void stepped(TimeLimit environment, double reward);
  }

  /** Takes action i in environment i. */
  public void step(int[] actions) {
    step(actions, null);
  }

  /** The same while somebody, or null, looks on. */
  public void step(int[] actions, Observer observer) {
    for (int i = 0; i < environments.length; i++) {
      TimeLimit environment = environments[i];
      rewards[i] = environment.step(actions[i]);
      terminated[i] = environment.terminated();
      truncated[i] = environment.truncated();
      runningReturns[i] += rewards[i];
      if (observer != null) {
        observer.stepped(environment, rewards[i]);
      }
      if (terminated[i] || truncated[i]) {
        returns[i] = runningReturns[i];
        lengths[i] = environment.steps();
        environment.observe(finalObservations, i * observationSize);
        environment.legalActions(finalLegalActions, i * actionCount);
        begin(i);
      } else {
        look(i);
      }
    }
  }

  /** How many environments there are. */
  public int count() {
    return environments.length;
  }

  /** Environment i itself, to be looked at, not stepped. */
  public TimeLimit environment(int i) {
    return environments[i];
  }

  /** What the agent sees now, {@code [count, observation size]}. */
  public float[] observations() {
    return observations;
  }

  /** The last observation of the episode that ended; only valid in rows where one did. */
  public float[] finalObservations() {
    return finalObservations;
  }

  /** What might still have been chosen there; only valid in the same rows. */
  public boolean[] finalLegalActions() {
    return finalLegalActions;
  }

  /** What may be chosen now, {@code [count, actions]}. */
  public boolean[] legalActions() {
    return legalActions;
  }

  /** The last step's rewards. */
  public double[] rewards() {
    return rewards;
  }

  /** Whether the last step ended the task. */
  public boolean[] terminated() {
    return terminated;
  }

  /** Whether the last step was cut off by the limit on time. */
  public boolean[] truncated() {
    return truncated;
  }

  /** Whether the last step ended an episode in environment i. */
  public boolean isOver(int i) {
    return terminated[i] || truncated[i];
  }

  /** The sum of rewards of the episode that ended; only valid where {@link #isOver}. */
  public double episodeReturn(int i) {
    return returns[i];
  }

  /** The steps of the episode that ended; only valid where {@link #isOver}. */
  public int episodeLength(int i) {
    return lengths[i];
  }
}
