package dev.tengen.mcts;

/** The data of {@link #SIZE} nodes of a {@link Tree}, which says what they mean. */
final class NodePage {

  static final int BITS = 10;
  static final int SIZE = 1 << BITS;
  static final int MASK = SIZE - 1;

  /** Longs of {@link #stats} for each node: counts, sum of values, sum of squares. */
  static final int STATS = 3;

  static final long BYTES = SIZE * (STATS * 8 + 4 + 4 + 4 + 2 + 4 + 1 + 1);

  /** What simulations change lies together, so that selection touches one place for each child. */
  final long[] stats = new long[STATS * SIZE];

  final int[] parent = new int[SIZE];
  final float[] rawValue = new float[SIZE];
  final int[] firstEdge = new int[SIZE];
  final char[] edgeCount = new char[SIZE];
  final int[] tried = new int[SIZE];
  final byte[] state = new byte[SIZE];

  /** See {@link Proof}. */
  final byte[] proof = new byte[SIZE];
}
