/**
 * Evaluators that ask a network, and those that stand before it.
 *
 * <pre>
 *   search threads --&gt; CachingEvaluator --&gt; BatchingEvaluator --&gt; NetworkEvaluator --&gt; TensorFlow
 *                      remembers            merges                planes, symmetry
 * </pre>
 *
 * <p>Each is an {@link dev.tengen.game.Evaluator} over another, and any can be left out. The order
 * has reasons:
 *
 * <ul>
 *   <li>The cache comes first, so that a hit costs no waiting for others and takes no place in a
 *       batch. Under the batcher it would see merged batches and make them ragged again.
 *   <li>The batcher comes right before the network, the only one to whom batch size matters: what
 *       it merges is work, not questions whose answers are known.
 *   <li>The network comes last and undoes symmetry itself, so everything above speaks of the
 *       snapshot's own actions; the cache keeps the symmetry in its key.
 * </ul>
 *
 * <p>A driver that fills batches itself, such as self-play, leaves the batcher out: merging threads
 * that are busy anyway only makes them wait.
 *
 * <p>Only {@link dev.tengen.networks.inference.NetworkEvaluator} holds native memory; whoever
 * composes them closes it, from the top down.
 */
package dev.tengen.networks.inference;
