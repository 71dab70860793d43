package dev.tengen.agents.actorcritic;

import dev.tengen.networks.nn.Body;
import dev.tengen.training.Checks;

/**
 * Settings of A3C (Mnih et al. 2016, "Asynchronous methods for deep reinforcement learning", ICML),
 * with the paper's values.
 *
 * @param network the body between observation and heads
 * @param ownValueBody whether the value has a body of its own; in the paper it shares the policy's
 * @param memory units of an LSTM behind the body, whose state is carried from segment to segment;
 *     0: none; paper: none, and 256
 * @param threads that act and learn at the same time; 16. More than one is not reproducible
 * @param segment steps between updates of a thread, fewer where an episode ends; 5
 * @param discount gamma; 0.99
 * @param entropyCoefficient worth of the policy's entropy; 0.01
 * @param valueCoefficient weight of the squared error of the value; 0.5
 * @param learningRate at the beginning; the paper draws it from 1e-4 to 1e-2, 7e-4 is common
 * @param annealed whether it falls to 0 over the training, in a line; true
 * @param rmsProp the optimizer, whose mean squares are shared too
 * @param maxGradientNorm longer gradients are scaled down to it; 40; 0: never
 */
public record A3cSettings(
    Body network,
    boolean ownValueBody,
    int memory,
    int threads,
    int segment,
    double discount,
    double entropyCoefficient,
    double valueCoefficient,
    double learningRate,
    boolean annealed,
    RmsPropSettings rmsProp,
    double maxGradientNorm) {

  public A3cSettings {
    Checks.between("memory", memory, 0, 4096);
    Checks.that(
        memory == 0 || !ownValueBody,
        "set ownValueBody=false with a memory, which policy and value share");
    Checks.between("threads", threads, 1, 256);
    Checks.between("segment", segment, 1, 1000);
    Checks.between("discount", discount, 0, 1);
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

  /** What a gradient of this norm is multiplied with. */
  double scale(double norm) {
    return maxGradientNorm == 0 || norm <= maxGradientNorm ? 1 : maxGradientNorm / norm;
  }
}
