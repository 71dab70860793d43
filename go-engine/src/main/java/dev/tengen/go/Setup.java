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
    int point = pointWithoutLiberty(grid, stones, 0);
    if (point < 0) {
      point = pointWithoutLiberty(grid, stones, grid.words());
    }
    if (point >= 0) {
      throw new UserError("setup: the chain " + at(grid, point) + " has no liberty");
    }
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

  /**
   * A stone of one colour whose chain has no liberty, or -1. Spreads from the empty points over the
   * stones: what stays dry has none.
   */
  static int pointWithoutLiberty(Grid grid, long[] stones, int colour) {
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
        return grid.pointOf(64 * i + Long.numberOfTrailingZeros(dry));
      }
    }
    return -1;
  }

  private static String at(Grid grid, int point) {
    return "at column "
        + (point % grid.size() + 1)
        + " from the left, row "
        + (point / grid.size() + 1)
        + " from the top";
  }
}
