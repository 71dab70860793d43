/**
 * Monte Carlo tree search guided by an evaluator, as in AlphaGo Zero (Silver et al. 2017,
 * "Mastering the game of Go without human knowledge", Methods).
 *
 * <p>{@link dev.tengen.mcts.Search} is the only door. Behind it lie data and phases: one {@code
 * Tree} (parallel primitive arrays, no objects) and a small class per phase that works on it.
 *
 * <pre>
 *   collect:   Selection (Puct, or the Gumbel pair) walks down  ->  leaf: snapshot for the evaluator
 *   handBack:  Expansion (logits to priors)  ->  RootNoise (only at the root)  ->  Backup (leaf to root)
 *   result:    MoveChoice (visits to a policy or a move)
 * </pre>
 *
 * <p>A search can be stepped, so that whoever drives it owns the batches: one thread may advance
 * hundreds of searches into one batch, or fill a batch from one tree.
 *
 * <pre>{@code
 * search.begin(Budget.visits(800));
 * while (!search.done()) {
 *   int n = search.collect(batch, 0, batch.length);
 *   evaluator.evaluate(batch, n, logits, values);
 *   search.handBack(logits, values, 0, n);
 * }
 * int action = search.result().bestAction();
 * search.advance(action);
 * }</pre>
 *
 * <p><b>Viewpoint.</b> An evaluator's value is for the player to move at the evaluated position. An
 * edge's mean value Q is for the player who chooses the edge. {@code Backup} turns the one into the
 * other by negating once per ply; nothing else in this package negates a value.
 *
 * <p><b>Reproducible.</b> Everything random (noise, symmetries) comes from one seeded generator.
 * The same seed, evaluations and sequence of calls give the same tree, bit for bit.
 *
 * <p><b>Threads.</b> A search belongs to one thread at a time.
 */
package dev.tengen.mcts;
