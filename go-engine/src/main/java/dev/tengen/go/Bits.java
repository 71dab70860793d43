package dev.tengen.go;

/**
 * Operations on sets of points laid out as {@link Grid} says. A set is a run of {@code
 * grid.words()} longs in an array; where a method takes an offset, the run starts there.
 */
final class Bits {

  private Bits() {}

  static boolean get(long[] set, int offset, int bit) {
    return (set[offset + (bit >> 6)] >>> bit & 1) != 0;
  }

  static void set(long[] set, int offset, int bit) {
    set[offset + (bit >> 6)] |= 1L << bit;
  }

  static void clear(long[] set, int offset, int bit) {
    set[offset + (bit >> 6)] &= ~(1L << bit);
  }

  static int count(long[] set, int offset, int words) {
    int count = 0;
    for (int i = offset; i < offset + words; i++) {
      count += Long.bitCount(set[i]);
    }
    return count;
  }

  /**
   * Word {@code i} of the points next to a point of the set, whether in the set or not; bits off
   * the board may be set too.
   */
  static long neighbours(long[] set, int i, Grid grid) {
    int stride = grid.stride();
    long word = set[i];
    long result = word << 1 | word >>> 1 | word << stride | word >>> stride;
    if (i > 0) {
      long below = set[i - 1];
      result |= below >>> 63 | below >>> (64 - stride);
    }
    if (i + 1 < grid.words()) {
      long above = set[i + 1];
      result |= above << 63 | above << (64 - stride);
    }
    return result;
  }

  /** Adds to {@code set}, a subset of {@code within}, all that it is connected to within it. */
  static void flood(long[] set, long[] within, int offset, Grid grid) {
    int stride = grid.stride();
    int words = grid.words();
    boolean grown = true;
    while (grown) {
      grown = false;
      for (int i = 0; i < words; i++) {
        long before = set[i];
        long allowed = within[offset + i];
        long next = before | (neighbours(set, i, grid) & allowed);
        long word = before;
        while (next != word) {
          word = next;
          next |= (word << 1 | word >>> 1 | word << stride | word >>> stride) & allowed;
        }
        set[i] = word;
        grown |= word != before;
      }
    }
  }
}
