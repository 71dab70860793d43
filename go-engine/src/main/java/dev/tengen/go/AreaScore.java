package dev.tengen.go;

/** Counts a board by area: stones, and empty points that reach stones of one colour only. */
final class AreaScore {

  private AreaScore() {}

  /** Black's points minus White's, komi aside. All stones count as alive. */
  static int blackMinusWhite(Grid grid, long[] stones) {
    int words = grid.words();
    long[] black = reach(grid, stones, 0);
    long[] white = reach(grid, stones, words);
    int difference = 0;
    for (int i = 0; i < words; i++) {
      difference += Long.bitCount(black[i] & ~white[i]) - Long.bitCount(white[i] & ~black[i]);
    }
    return difference;
  }

  /** The stones of one colour and all empty points connected to them. */
  private static long[] reach(Grid grid, long[] stones, int colour) {
    int words = grid.words();
    int other = words - colour;
    long[] set = new long[words];
    long[] within = new long[words];
    for (int i = 0; i < words; i++) {
      set[i] = stones[colour + i];
      within[i] = grid.mask(i) & ~stones[other + i];
    }
    Bits.flood(set, within, 0, grid);
    return set;
  }
}
