package dev.tengen.go;

import dev.tengen.game.UserError;

/** Checks stones that were placed, not played. */
final class Setup {

  private Setup() {}

  /** The words of a board with these stones. */
  static long[] stones(Grid grid, int[] black, int[] white) {
    long[] stones = new long[2 * grid.words()];
    place(grid, stones, 0, black);
    place(grid, stones, grid.words(), white);
    checkLiberties(grid, stones, 0);
    checkLiberties(grid, stones, grid.words());
    return stones;
  }

  private static void place(Grid grid, long[] stones, int colour, int[] points) {
    for (int point : points) {
      if (point < 0 || point >= grid.points()) {
        throw new UserError("setup: point " + point + " is not on a board of size " + grid.size());
      }
      int bit = grid.bitOf(point);
      if (Bits.get(stones, 0, bit) || Bits.get(stones, grid.words(), bit)) {
        throw new UserError("setup: two stones " + at(grid, point));
      }
      Bits.set(stones, colour, bit);
    }
  }

  /** Spreads from the empty points over the stones of one colour: what stays dry has no liberty. */
  private static void checkLiberties(Grid grid, long[] stones, int colour) {
    int words = grid.words();
    long[] reached = new long[words];
    long[] within = new long[words];
    for (int i = 0; i < words; i++) {
      reached[i] = grid.mask(i) & ~(stones[i] | stones[words + i]);
      within[i] = reached[i] | stones[colour + i];
    }
    Bits.flood(reached, within, 0, grid);
    for (int i = 0; i < words; i++) {
      long dry = within[i] & ~reached[i];
      if (dry != 0) {
        int point = grid.pointOf(64 * i + Long.numberOfTrailingZeros(dry));
        throw new UserError("setup: the chain " + at(grid, point) + " has no liberty");
      }
    }
  }

  private static String at(Grid grid, int point) {
    return "at column "
        + (point % grid.size() + 1)
        + " from the left, row "
        + (point / grid.size() + 1)
        + " from the top";
  }
}
