package dev.tengen.networks.model;

/**
 * How a learner learns.
 *
 * @param optimizer AlphaGo Zero: SGD with momentum 0.9
 * @param l2 the weight c of c * ||theta||^2 over all trained weights; AlphaGo Zero: 1e-4
 * @param valueWeight weight of the squared error of the value beside the policy's cross-entropy;
 *     AlphaGo Zero: 1 (0.01 in its supervised learning)
 * @param maxGradientNorm gradients of a larger global norm are scaled down to it; 0: never
 * @param batchNormDecay how much of the running statistics a step keeps, 0 to 1; early steps keep
 *     less, (1 + step) / (10 + step), so that a short run has statistics too
 * @param towers into how many parts a batch is split, each computed on a core of its own with batch
 *     statistics of its own (AlphaGo Zero's 2,048 were 64 parts of 32); 1 on a GPU
 * @param precision what the convolutions of a step compute in; weights, statistics, heads, losses
 *     and {@code Learner.evaluate} are float32 always
 */
public record LearnerConfig(
    Optimizer optimizer,
    float l2,
    float valueWeight,
    float maxGradientNorm,
    float batchNormDecay,
    int towers,
    Precision precision) {

  public LearnerConfig {
    if (!(l2 >= 0) || !(valueWeight >= 0) || !(maxGradientNorm >= 0)) {
      throw new IllegalArgumentException(
          "l2, valueWeight and maxGradientNorm must be 0 or more: %s, %s, %s"
              .formatted(l2, valueWeight, maxGradientNorm));
    }
    if (!(batchNormDecay >= 0 && batchNormDecay < 1)) {
      throw new IllegalArgumentException(
          "batchNormDecay must be at least 0 and below 1, not " + batchNormDecay);
    }
    if (towers < 1) {
      throw new IllegalArgumentException("towers must be 1 or more, not " + towers);
    }
  }

  /** AlphaGo Zero's settings, on one tower in float32. */
  public static LearnerConfig alphaGoZero() {
    return new LearnerConfig(
        new Optimizer.Momentum(0.9f), 1e-4f, 1, 0, 0.99f, 1, Precision.FLOAT32);
  }

  public LearnerConfig withOptimizer(Optimizer newOptimizer) {
    return new LearnerConfig(
        newOptimizer, l2, valueWeight, maxGradientNorm, batchNormDecay, towers, precision);
  }

  public LearnerConfig withL2(float newL2) {
    return new LearnerConfig(
        optimizer, newL2, valueWeight, maxGradientNorm, batchNormDecay, towers, precision);
  }

  public LearnerConfig withValueWeight(float newWeight) {
    return new LearnerConfig(
        optimizer, l2, newWeight, maxGradientNorm, batchNormDecay, towers, precision);
  }

  public LearnerConfig withMaxGradientNorm(float newNorm) {
    return new LearnerConfig(
        optimizer, l2, valueWeight, newNorm, batchNormDecay, towers, precision);
  }

  public LearnerConfig withTowers(int newTowers) {
    return new LearnerConfig(
        optimizer, l2, valueWeight, maxGradientNorm, batchNormDecay, newTowers, precision);
  }

  public LearnerConfig withPrecision(Precision newPrecision) {
    return new LearnerConfig(
        optimizer, l2, valueWeight, maxGradientNorm, batchNormDecay, towers, newPrecision);
  }
}
