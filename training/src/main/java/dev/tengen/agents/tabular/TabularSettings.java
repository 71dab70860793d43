package dev.tengen.agents.tabular;

import dev.tengen.training.Checks;

/**
 * Settings of the tabular algorithms.
 *
 * @param learningRate the step size alpha of the first update of a state and action
 * @param learningRatePower how it falls with the number n of updates of that state and action:
 *     {@code alpha / n^power}. 0: constant; above 0.5 up to 1: converges (Even-Dar and Mansour
 *     2003, "Learning rates for Q-learning")
 * @param discount gamma
 * @param initialValue of every state and action; above what can be had it drives exploration
 *     (Sutton and Barto, section 2.6)
 * @param epsilonStart share of random actions at the beginning
 * @param epsilonEnd the same from the end of exploration on
 * @param explorationFraction the part of the training over which epsilon falls, in a line
 */
public record TabularSettings(
    double learningRate,
    double learningRatePower,
    double discount,
    double initialValue,
    double epsilonStart,
    double epsilonEnd,
    double explorationFraction) {

  public TabularSettings {
    Checks.positive("learningRate", learningRate);
    Checks.between("learningRate", learningRate, 0, 1);
    Checks.between("learningRatePower", learningRatePower, 0, 1);
    Checks.between("discount", discount, 0, 1);
    Checks.between("initialValue", initialValue, -1e9, 1e9);
    Checks.between("epsilonStart", epsilonStart, 0, 1);
    Checks.between("epsilonEnd", epsilonEnd, 0, 1);
    Checks.between("explorationFraction", explorationFraction, 0, 1);
  }

  /** The share of random actions after {@code step} of {@code steps}. */
  double epsilon(long step, long steps) {
    double end = explorationFraction * steps;
    return step >= end ? epsilonEnd : epsilonStart + (epsilonEnd - epsilonStart) * step / end;
  }

  /** The step size of the {@code n}th update of a state and action. */
  double rate(int n) {
    return learningRatePower == 0 ? learningRate : learningRate / Math.pow(n, learningRatePower);
  }
}
