/**
 * Networks: what they see, how they are built, how they answer, how they are kept.
 *
 * <pre>
 *   Snapshot --features--&gt; planes --inference (a graph of model)--&gt; logits, value
 *   (planes, pi, z) --model.Learner--&gt; Network --checkpoint.Networks--&gt; a folder on disk
 *                      other programs' weights &lt;--interop--&gt; Network
 * </pre>
 *
 * <p>This package holds what all of them speak of: a {@link dev.tengen.networks.NetworkConfig} is a
 * shape, a {@link dev.tengen.networks.NetworkInfo} adds where it comes from, a {@link
 * dev.tengen.networks.Network} adds the weights, as plain Java arrays by the names of {@link
 * dev.tengen.networks.WeightLayout}. Nothing native lives in them; only evaluators and learners
 * hold native memory, and both are closed.
 *
 * <p>Layout everywhere is channels last: planes [B, N, N, planes], points {@code y * N + x} with y
 * from the top. Values are for the player to move.
 */
package dev.tengen.networks;
