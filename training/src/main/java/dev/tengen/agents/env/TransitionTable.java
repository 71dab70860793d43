package dev.tengen.agents.env;

import java.util.ArrayList;
import java.util.List;

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
  private final List<List<Outcome>> outcomes;
  private final double[] start;

  private TransitionTable(int states, int actions, List<List<Outcome>> outcomes, double[] start) {
    this.states = states;
    this.actions = actions;
    this.outcomes = outcomes;
    this.start = start;
  }

  /** Says what comes of an action in a state. */
  @FunctionalInterface
  interface Dynamics {
    List<Outcome> outcomes(int state, int action);
  }

  /**
   * Writes dynamics down.
   *
   * @param start the probability of beginning in each state
   */
  static TransitionTable of(int states, int actions, double[] start, Dynamics dynamics) {
    List<List<Outcome>> outcomes = new ArrayList<>(states * actions);
    for (int state = 0; state < states; state++) {
      for (int action = 0; action < actions; action++) {
        outcomes.add(List.copyOf(dynamics.outcomes(state, action)));
      }
    }
    return new TransitionTable(states, actions, outcomes, start.clone());
  }

  public int states() {
    return states;
  }

  public int actions() {
    return actions;
  }

  /** What may come of {@code action} in {@code state}. */
  public List<Outcome> outcomes(int state, int action) {
    return outcomes.get(state * actions + action);
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
        for (Outcome outcome : outcomes(state, policy[state])) {
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
