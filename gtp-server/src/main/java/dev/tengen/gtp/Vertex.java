package dev.tengen.gtp;

import dev.tengen.go.BoardDrawing;
import java.util.Locale;

/**
 * GTP's names for points: a letter for the column, from the left and without I, and the row,
 * counted from the bottom. The only place where they are turned into actions and back.
 */
public final class Vertex {

  private static final String COLUMNS = BoardDrawing.COLUMNS;
  private static final String PASS = "pass";

  private Vertex() {}

  /** The vertex of an action, {@code pass} for the pass. */
  public static String of(int action, int size) {
    if (action == size * size) {
      return PASS;
    }
    return COLUMNS.charAt(action % size) + Integer.toString(size - action / size);
  }

  /**
   * The action that a vertex names, in capitals or not.
   *
   * @throws IllegalArgumentException if it is no vertex of a board of this size
   */
  public static int action(String vertex, int size) {
    String upper = vertex.toUpperCase(Locale.ROOT);
    if (upper.equals("PASS")) {
      return size * size;
    }
    int x = upper.isEmpty() ? -1 : COLUMNS.indexOf(upper.charAt(0));
    int row = row(upper);
    if (x < 0 || x >= size || row < 1 || row > size) {
      throw new IllegalArgumentException(
          "'" + vertex + "' is not a vertex of a " + size + "x" + size + " board");
    }
    return (size - row) * size + x;
  }

  /** The number behind the letter; 0 if there is none of one or two digits. */
  private static int row(String vertex) {
    int row = 0;
    if (vertex.length() < 2 || vertex.length() > 3) {
      return 0;
    }
    for (int i = 1; i < vertex.length(); i++) {
      int digit = vertex.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return 0;
      }
      row = 10 * row + digit;
    }
    return row;
  }
}
