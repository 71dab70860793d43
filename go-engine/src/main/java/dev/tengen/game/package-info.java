/**
 * What the modules agree on, with no Go in it: positions, walkers, snapshots, evaluators, agents.
 *
 * <p>Conventions that hold wherever these types go:
 *
 * <ul>
 *   <li><b>Value</b>: in [-1, 1], for the player to move at the position it is attached to: +1 that
 *       player wins, -1 the opponent wins, 0 a draw. Identifiers say so where it is otherwise
 *       ({@code valueForBlack}).
 *   <li><b>Action</b>: 0 to {@code actionCount() - 1}. On an N by N board, {@code y * N + x} with x
 *       from the left and y from the top; the pass, if the game has one, is the last action, {@code
 *       N * N}.
 *   <li><b>Logit</b>: an unnormalised log probability.
 * </ul>
 *
 * <p>Search and networks meet only here: a search walks a {@link dev.tengen.game.Walker} to a leaf,
 * captures a {@link dev.tengen.game.Snapshot} of it and gives a batch of snapshots to an {@link
 * dev.tengen.game.Evaluator}.
 */
package dev.tengen.game;
