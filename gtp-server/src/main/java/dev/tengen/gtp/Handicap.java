package dev.tengen.gtp;

import java.util.ArrayList;
import java.util.List;

/** Where handicap stones go (GTP 2, section 4.1.1). */
final class Handicap {

  private static final int MAX_ON_ODD_BOARDS = 9;
  private static final int MAX_ON_EVEN_BOARDS = 4;
  private static final int SMALLEST_WITH_FIXED = 7;

  private Handicap() {}

  /** The most stones that have a fixed place on a board. */
  static int maxFixed(int size) {
    if (size < SMALLEST_WITH_FIXED) {
      return 0;
    }
    return size == SMALLEST_WITH_FIXED || size % 2 == 0 ? MAX_ON_EVEN_BOARDS : MAX_ON_ODD_BOARDS;
  }

  /** The points of a fixed handicap of 2 to {@link #maxFixed} stones. */
  static List<Integer> fixed(int size, int stones) {
    return onLine(size, size < 13 ? 2 : 3, stones);
  }

  /**
   * The points of a handicap of at most this many stones, wherever the engine likes; fewer if the
   * board has no good places for them.
   */
  static List<Integer> free(int size, int stones) {
    if (size < SMALLEST_WITH_FIXED) {
      int corners = size == 2 ? 2 : MAX_ON_EVEN_BOARDS;
      return onLine(size, size <= 3 ? 0 : 1, Math.min(stones, corners));
    }
    return fixed(size, Math.min(stones, maxFixed(size)));
  }

  /**
   * Corners first, then the left and right, then the bottom and top; an odd last, in the centre.
   */
  private static List<Integer> onLine(int size, int line, int stones) {
    int low = line;
    int high = size - 1 - line;
    int middle = size / 2;
    int[][] order = {
      {low, high}, {high, low}, {low, low}, {high, high},
      {low, middle}, {high, middle}, {middle, high}, {middle, low}
    };
    boolean centre = stones > MAX_ON_EVEN_BOARDS && stones % 2 == 1;
    List<Integer> points = new ArrayList<>();
    for (int i = 0; i < (centre ? stones - 1 : stones); i++) {
      points.add(order[i][1] * size + order[i][0]);
    }
    if (centre) {
      points.add(middle * size + middle);
    }
    return points;
  }
}
