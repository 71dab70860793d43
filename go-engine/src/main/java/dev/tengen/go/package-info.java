/**
 * The rules of Go.
 *
 * <p>{@link dev.tengen.go.GoPosition} is a position of a game: immutable, rule-complete, linked to
 * its parent. {@link dev.tengen.go.GoSnapshot} is what evaluators see of one.
 *
 * <p>Conventions, beyond those of {@link dev.tengen.game}:
 *
 * <ul>
 *   <li><b>Point</b>: {@code y * N + x}, x from the left, y from the top; the pass is {@code N *
 *       N}.
 *   <li><b>Bit</b>: where a point is in a set of points, {@code y * (N + 1) + x}; the extra column
 *       is a guard that stays zero. {@link dev.tengen.go.Grid} converts.
 *   <li><b>Stones</b>: Black's set of points, then White's, in one array of longs.
 *   <li><b>Mutable</b>: the walker and the snapshot, each owned by one thread at a time. All else
 *       is immutable and may be shared.
 * </ul>
 */
package dev.tengen.go;
