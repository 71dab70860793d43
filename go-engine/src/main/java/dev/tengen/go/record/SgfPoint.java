package dev.tengen.go.record;

import dev.tengen.game.UserError;

/**
 * The points of SGF: two letters, column then row, {@code aa} at the top left. The only place where
 * they are turned into actions and back.
 */
public final class SgfPoint {

  /** The largest board on which {@code tt} is a pass, as in FF[3]. */
  private static final int LARGEST_WITH_TT = 19;

  private SgfPoint() {}

  /** The SGF value of an action: {@code dd}, or an empty string for the pass. */
  public static String of(int action, int size) {
    if (action == size * size) {
      return "";
    }
    return "" + letter(action % size) + letter(action / size);
  }

  /**
   * The action that a move's value names: {@code ""}, and {@code tt} on boards up to 19, are
   * passes.
   *
   * @throws UserError if it names no point of the board
   */
  public static int action(String value, int size) {
    String point = value.strip();
    if (point.isEmpty() || (point.equals("tt") && size <= LARGEST_WITH_TT)) {
      return size * size;
    }
    return point(point, size);
  }

  /**
   * The points of a point list's element: {@code dd}, or a rectangle {@code aa:cc} given by two
   * opposite corners.
   *
   * @throws UserError if it names something off the board
   */
  static int[] points(String value, int size) {
    String text = value.strip();
    int colon = text.indexOf(':');
    if (colon < 0) {
      return new int[] {point(text, size)};
    }
    int from = point(text.substring(0, colon), size);
    int to = point(text.substring(colon + 1), size);
    int left = Math.min(from % size, to % size);
    int right = Math.max(from % size, to % size);
    int top = Math.min(from / size, to / size);
    int bottom = Math.max(from / size, to / size);
    int[] points = new int[(right - left + 1) * (bottom - top + 1)];
    int count = 0;
    for (int y = top; y <= bottom; y++) {
      for (int x = left; x <= right; x++) {
        points[count++] = y * size + x;
      }
    }
    return points;
  }

  private static int point(String text, int size) {
    int x = text.length() == 2 ? text.charAt(0) - 'a' : -1;
    int y = text.length() == 2 ? text.charAt(1) - 'a' : -1;
    if (x < 0 || x >= size || y < 0 || y >= size) {
      throw new UserError(
          "'%s' is not a point of a %dx%d board".formatted(shortened(text), size, size));
    }
    return y * size + x;
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= 20 ? line : line.substring(0, 20) + "...";
  }

  private static char letter(int coordinate) {
    return (char) ('a' + coordinate);
  }
}
