package dev.tengen.go;

/**
 * What {@link PlayoutBoard} knows of a chain, in one word. A pseudo-liberty is a pair of a stone of
 * the chain and an empty point next to it; the rank of an empty point is its cell.
 *
 * <pre>
 *   bits 63-55   54-28                 27-10           9-0
 *        stones  sum of squared ranks  sum of ranks    pseudo-liberties
 * </pre>
 *
 * Words of joining chains simply add up, and so do the changes when a liberty comes or goes. The
 * widths suffice: on 19x19 there are 684 pairs of neighbours; the larger ranks of each pair sum to
 * 147,000, and their squares to 40 million.
 */
final class ChainFacts {

  /** One stone without liberties. */
  static final long ONE_STONE = 1L << 55;

  /** A word that stays far from captured while liberties are taken off it. */
  static final long FAR_FROM_CAPTURED = 512;

  private ChainFacts() {}

  /** What one pseudo-liberty at the empty point with this rank adds. */
  static long liberty(long rank) {
    return 1 + (rank << 10) + ((rank * rank) << 28);
  }

  static int stones(long facts) {
    return (int) (facts >>> 55);
  }

  /** A long, since narrowing it costs playouts 8 % of their speed. */
  static long pseudoLiberties(long facts) {
    return facts & 0x3FF;
  }

  /**
   * Whether all pseudo-liberties are at the same point: by Cauchy and Schwarz, just when their
   * number times the sum of squares equals the square of the sum. True also where there is none.
   */
  static boolean isInAtari(long facts) {
    long sum = facts >>> 10 & 0x3FFFF;
    long squares = facts >>> 28 & 0x7FFFFFF;
    return pseudoLiberties(facts) * squares == sum * sum;
  }
}
