/**
 * The rules of Go.
 *
 * <p><b>Conventions</b>, beyond those of {@link dev.tengen.game}:
 *
 * <ul>
 *   <li><b>Point</b>: {@code y * N + x}, x from the left, y from the top; the pass is {@code N *
 *       N}. Everything public speaks of points.
 *   <li><b>Bit</b>: where a point is in a set of points, {@code y * (N + 1) + x}. Each row has one
 *       bit more than points: a guard column that stays zero, so that shifting a whole set by one
 *       or by N + 1 gives the neighbours of all its points at once and nothing wraps from one edge
 *       to the other. {@link dev.tengen.go.Grid} converts. Bits and points are in the same order.
 *   <li><b>Stones</b>: Black's set of points, then White's, in one array of longs: 2, 4, 6 or 12
 *       words for 7x7, 9x9, 13x13, 19x19.
 *   <li><b>Cell</b>: {@code (y + 1) * 20 + x + 1}, where the mutable board keeps what it knows of a
 *       point; the same for every size, so that the distances are constants.
 * </ul>
 *
 * <p><b>Two boards.</b> {@link dev.tengen.go.GoPosition} is immutable, rule-complete and small: the
 * stones as bits and a link to its parent, so that a game is its last position. It says why a move
 * is illegal, and serves whoever follows a game. {@code PlayoutBoard} is mutable and fast: chains
 * that know their liberties. It is never seen outside, only through {@code GoWalker}, which adds
 * the boards of the whole game for superko and snapshots, and through {@link
 * dev.tengen.go.Playouts}. The tests hold both to a third, naive implementation.
 *
 * <p><b>Queries.</b> {@link dev.tengen.go.Chains} names the chains of a position and their
 * liberties, {@link dev.tengen.go.Eyes} its eyes, {@link dev.tengen.go.Tactics} what a move would
 * capture, leave in atari, or win by a ladder, which {@code LadderReader} reads. They work on the
 * bits of a {@code GoPosition}, are immutable, and are not for playouts.
 *
 * <p><b>Scoring.</b> {@link dev.tengen.go.Rules} are made of KataGo's parts. The search counts the
 * board as it stands, {@link dev.tengen.go.GoPosition#scoreForBlack}; people count {@link
 * dev.tengen.go.Score} without dead stones. {@link dev.tengen.go.PassAlive} says which are dead for
 * certain, {@link dev.tengen.go.DeadStoneEstimate} which people would take off.
 *
 * <p><b>Who is mutable.</b> The walker, the snapshot ({@link dev.tengen.go.GoSnapshot}) and what is
 * inside playouts, each owned by one thread at a time. Everything else is immutable and may be
 * shared, {@link dev.tengen.go.RolloutEvaluator} included.
 *
 * <p><b>Repetition.</b> Superko looks at all positions from the root of the game (its start, or a
 * setup) to the present one, the root included. Hashes only spare comparing boards: where they
 * agree, the boards are compared. A pass is never forbidden, but what it leads to is a situation of
 * its own, with the other player to move. A suicide of one stone leaves the board as it is: under
 * positional superko it is always a repetition. Simple ko forbids only taking back, alone and at
 * once, the stone that has just taken one stone alone.
 */
package dev.tengen.go;
