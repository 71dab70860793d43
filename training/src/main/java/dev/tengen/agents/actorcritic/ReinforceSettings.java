package dev.tengen.agents.actorcritic;

import dev.tengen.networks.nn.Body;
import dev.tengen.training.Checks;

/**
 * Settings of REINFORCE (Williams 1992; Sutton and Barto, "Reinforcement Learning", 2nd edition,
 * sections 13.3 and 13.4).
 *
 * @param network the body between observation and heads
 * @param episodes played with one policy, for one update; 1 in the book
 * @param longest steps of an episode that an update has room for; a longer one is cut off there
 * @param discount gamma
 * @param baseline whether V(s) is learned and taken off the return, which leaves the gradient's
 *     mean as it was and makes it less noisy
 * @param normaliseAdvantages whether what an update learns from is brought to mean 0, deviation 1
 * @param entropyCoefficient worth of the policy's entropy; not in the book
 * @param learningRate at the beginning
 * @param annealed whether it falls to 0 over the training, in a line
 * @param rmsProp the optimizer; the book has none
 * @param maxGradientNorm longer gradients are scaled down to it; 0: never
 */
public record ReinforceSettings(
    Body network,
    int episodes,
    int longest,
    double discount,
    boolean baseline,
    boolean normaliseAdvantages,
    double entropyCoefficient,
    double learningRate,
    boolean annealed,
    RmsPropSettings rmsProp,
    double maxGradientNorm) {

  public ReinforceSettings {
    Checks.between("episodes", episodes, 1, 1000);
    Checks.between("longest", longest, 1, 100_000);
    Checks.between("discount", discount, 0, 1);
    Checks.atLeast("entropyCoefficient", entropyCoefficient, 0);
    Checks.positive("learningRate", learningRate);
    Checks.atLeast("maxGradientNorm", maxGradientNorm, 0);
  }

  Objective objective() {
    return new Objective(entropyCoefficient, baseline ? 0.5 : 0);
  }

  /** The learning rate after {@code step} of {@code steps}. */
  double rate(long step, long steps) {
    return Annealing.rate(learningRate, annealed, step, steps);
  }
}
