package dev.tengen.mcts;

/**
 * The data of the edges of some nodes of a {@link Tree}: blocks, each the edges of one node behind
 * a head.
 *
 * <pre>
 *   index   0        1    2    3    4        5    6              MASK
 *         | head n | e0 | e1 | e2 | head m | e0 | e1 | ... | end |
 * </pre>
 *
 * <p>A head has the number of edges as its action and the node as its child. A head without edges
 * is the end: the rest of the page is unused, as the next block did not fit.
 */
final class EdgePage {

  static final int BITS = 12;
  static final int SIZE = 1 << BITS;
  static final int MASK = SIZE - 1;

  static final long BYTES = SIZE * (2 + 4 + 4);

  final char[] action = new char[SIZE];
  final float[] prior = new float[SIZE];

  /** The node that a tried edge leads to; undefined for untried edges. */
  final int[] child = new int[SIZE];
}
