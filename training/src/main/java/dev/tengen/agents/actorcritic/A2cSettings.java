package dev.tengen.agents.actorcritic;

import dev.tengen.networks.nn.Body;
import dev.tengen.training.Checks;

/**
 * Settings of A2C, the synchronous form of A3C (Mnih et al. 2016); values of its first release,
 * OpenAI Baselines, which Stable-Baselines3 kept.
 *
 * @param network the body between observation and heads
 * @param ownValueBody whether the value has a body of its own, as in Stable-Baselines3
 * @param environments stepped together; Baselines: 16, Stable-Baselines3's presets: 8
 * @param segment steps of each environment in an update; 5
 * @param discount gamma; 0.99
 * @param lambda of generalised advantages (Schulman et al. 2016); 1, the plain n-step advantage
 * @param normaliseAdvantages whether the advantages of a batch are brought to mean 0, deviation 1
 * @param entropyCoefficient worth of the policy's entropy; Baselines: 0.01
 * @param valueCoefficient weight of the squared error of the value; 0.5
 * @param learningRate at the beginning; 7e-4
 * @param annealed whether it falls to 0 over the training, in a line
 * @param rmsProp the optimizer
 * @param maxGradientNorm longer gradients are scaled down to it; 0.5; 0: never
 */
public record A2cSettings(
    Body network,
    boolean ownValueBody,
    int environments,
    int segment,
    double discount,
    double lambda,
    boolean normaliseAdvantages,
    double entropyCoefficient,
    double valueCoefficient,
    double learningRate,
    boolean annealed,
    RmsPropSettings rmsProp,
    double maxGradientNorm) {

  public A2cSettings {
    Checks.between("environments", environments, 1, 1024);
    Checks.between("segment", segment, 1, 10_000);
    Checks.between("discount", discount, 0, 1);
    Checks.between("lambda", lambda, 0, 1);
    Checks.atLeast("entropyCoefficient", entropyCoefficient, 0);
    Checks.atLeast("valueCoefficient", valueCoefficient, 0);
    Checks.positive("learningRate", learningRate);
    Checks.atLeast("maxGradientNorm", maxGradientNorm, 0);
  }

  Objective objective() {
    return new Objective(entropyCoefficient, valueCoefficient);
  }

  /** The learning rate after {@code step} of {@code steps}. */
  double rate(long step, long steps) {
    return Annealing.rate(learningRate, annealed, step, steps);
  }
}
