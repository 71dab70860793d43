/**
 * Networks and learners on disk. Every file is there whole or not at all, and carries a checksum.
 *
 * <p>A network is a folder:
 *
 * <ul>
 *   <li>{@code network.json}: {@code format}, {@code formatVersion}, the shape ({@code boardSize,
 *       blocks, channels, valueHidden, encoding}), {@code rules, komi, trainingSteps, description,
 *       madeBy}, and {@code sha256} of the weights file.
 *   <li>{@code weights.safetensors}: the arrays named by {@link dev.tengen.networks.WeightLayout}
 *       in the public safetensors format.
 * </ul>
 *
 * <p>A learner's checkpoint is one safetensors file with the weights, the optimizer's slots and, in
 * its metadata, the step counter.
 */
package dev.tengen.networks.checkpoint;
