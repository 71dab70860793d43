/**
 * Monte Carlo tree search guided by an evaluator, as in AlphaGo Zero (Silver et al. 2017,
 * "Mastering the game of Go without human knowledge", Methods).
 *
 * <p>{@link dev.tengen.mcts.Search} is the only door. Behind it lie data and phases: one {@code
 * Tree} (primitive arrays in pages, no object per node) and a small class per phase that works on
 * it.
 *
 * <pre>
 *   collect:   Selection (Puct, or the Gumbel pair) walks down  ->  leaf: snapshot for the evaluator
 *   handBack:  Expansion (logits to priors)  ->  RootNoise (only at the root)  ->  Backup (leaf to root)
 *              Proof (from ends of the game upwards, if asked)
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
 * The same seed, evaluations and sequence of calls give the same tree, bit for bit. With several
 * threads in one tree the tree depends on who is faster.
 *
 * <p><b>Threads.</b> A search belongs to one thread at a time. It may itself have several, all in
 * one tree: {@code search.run(evaluator, budget, batchSize, threads)}. Each of them has its own
 * {@code Simulations} (walker, waiting leaves) and batch; a {@code Crew} starts and ends them.
 *
 * <pre>
 *   caller    run ........................................ waits .......... stop -> returns at once
 *   search-1  collect | evaluate | handBack, collect | evaluate ...         leaves taken back
 *   search-2  collect | evaluate ..... | handBack, collect | ...            late answers ignored
 *                 \________ one Tree, one Quota, no lock ________/
 * </pre>
 *
 * <p>A leaf belongs to the thread that claimed it; another that meets it counts a virtual loss on
 * the way and looks elsewhere. The memory orders are told at {@code Tree}.
 *
 * <p><b>Restricted.</b> {@link dev.tengen.mcts.Restriction} says which actions may be thought of;
 * it is asked where positions are expanded, so forbidden actions have no edges and selection costs
 * the same. A tree grown under one restriction is of no use under another.
 *
 * <p><b>Memory.</b> {@link dev.tengen.mcts.SearchConfig#maxTreeBytes} bounds the tree; a search
 * whose tree is full ends. Playing on ({@link dev.tengen.mcts.Search#advance}) makes room in place,
 * so there is no second tree to pay for.
 */
package dev.tengen.mcts;
