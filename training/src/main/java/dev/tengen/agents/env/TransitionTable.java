package dev.tengen.agents.env;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The exact dynamics of a small environment: for each state and action the possible outcomes with
 * their probabilities, and the distribution of starting states.
 */
public final class TransitionTable {

  /**
   * What may come of an action.
   *
   * @param probability of this outcome; those of one action add up to 1
   * @param next the state that follows
   * @param reward for the step
   * @param terminated whether the episode ends with it
   */
  public record Outcome(double probability, int next, double reward, boolean terminated) {}

  private final int states;
  private final int actions;
  private final Outcome[][] outcomes;
  private final double[] start;
  private final boolean[] legal;

  private TransitionTable(
      int states, int actions, Outcome[][] outcomes, double[] start, boolean[] legal) {
    this.states = states;
    this.actions = actions;
    this.outcomes = outcomes;
    this.start = start;
    this.legal = legal;
  }

  /** Says what comes of an action in a state. */
  @FunctionalInterface
  interface Dynamics {
    List<Outcome> outcomes(int state, int action);

    /** Whether an agent may choose the action; its outcomes are known in any case. */
    default boolean isLegal(int state, int action) {
      return true;
    }
  }

  /**
   * Writes dynamics down.
   *
   * @param start the probability of beginning in each state
   */
  static TransitionTable of(int states, int actions, double[] start, Dynamics dynamics) {
    Outcome[][] outcomes = new Outcome[states * actions][];
    boolean[] legal = new boolean[states * actions];
    for (int state = 0; state < states; state++) {
      for (int action = 0; action < actions; action++) {
        outcomes[state * actions + action] =
            dynamics.outcomes(state, action).toArray(new Outcome[0]);
        legal[state * actions + action] = dynamics.isLegal(state, action);
      }
    }
    return new TransitionTable(states, actions, outcomes, start.clone(), legal);
  }

  /** The number of states. */
  public int states() {
    return states;
  }

  /** The number of actions. */
  public int actions() {
    return actions;
  }

  /** What may come of {@code action} in {@code state}. */
  public List<Outcome> outcomes(int state, int action) {
    return List.of(outcomes[state * actions + action]);
  }

  /** Which actions an agent may choose where, {@code [states, actions]}. */
  public boolean[] legalActions() {
    return legal.clone();
  }

  /** The same, not to be written to. */
  boolean[] legal() {
    return legal;
  }

  /** What comes of {@code action} in {@code state} this time. */
  Outcome draw(int state, int action, RandomGenerator random) {
    Outcome[] possible = outcomes[state * actions + action];
    int last = possible.length - 1;
    if (last > 0) {
      double rest = random.nextDouble();
      for (int i = 0; i < last; i++) {
        rest -= possible[i].probability();
        if (rest < 0) {
          return possible[i];
        }
      }
    }
    return possible[last];
  }

  /** Where an episode begins this time. */
  int drawStart(RandomGenerator random) {
    double rest = random.nextDouble();
    int last = 0;
    for (int state = 0; state < states; state++) {
      if (start[state] > 0) {
        last = state;
        rest -= start[state];
        if (rest < 0) {
          break;
        }
      }
    }
    return last;
  }

  /** The probability that an episode begins in {@code state}. */
  public double startProbability(int state) {
    return start[state];
  }

  /**
   * The expected sum of rewards, exactly, of a policy over at most {@code limit} steps from the
   * start.
   *
   * @param policy the action in each state
   */
  public double expectedReturn(int[] policy, int limit) {
    double[] value = new double[states]; // of so many steps to go: at first none
    for (int step = 0; step < limit; step++) {
      double[] longer = new double[states];
      for (int state = 0; state < states; state++) {
        for (Outcome outcome : outcomes[state * actions + policy[state]]) {
          double rest = outcome.terminated() ? 0 : value[outcome.next()];
          longer[state] += outcome.probability() * (outcome.reward() + rest);
        }
      }
      value = longer;
    }
    double expected = 0;
    for (int state = 0; state < states; state++) {
      expected += start[state] * value[state];
    }
    return expected;
  }
}
