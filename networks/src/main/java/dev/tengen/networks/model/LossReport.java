package dev.tengen.networks.model;

/**
 * What a batch said about a network: means over its positions, logarithms natural.
 *
 * @param policy cross-entropy of the network's policy against the search's, -pi . log p
 * @param value squared error (z - v)^2
 * @param l2 c * ||theta||^2
 * @param total policy + valueWeight * value + l2
 * @param targetEntropy entropy of the search's policy: the least that {@code policy} can be
 * @param policyEntropy entropy of the network's policy
 * @param policyAccuracy share of positions where both policies prefer the same action
 * @param gradientNorm global norm of the gradient of {@code total}, before clipping; 0 where none
 *     was computed
 */
public record LossReport(
    float policy,
    float value,
    float l2,
    float total,
    float targetEntropy,
    float policyEntropy,
    float policyAccuracy,
    float gradientNorm) {}
