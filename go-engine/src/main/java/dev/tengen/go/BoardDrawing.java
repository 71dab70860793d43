package dev.tengen.go;

import dev.tengen.game.Player;
import dev.tengen.game.UserError;
import java.util.ArrayList;
import java.util.List;

/**
 * Boards as text: {@code .} empty, {@code X} black, {@code O} white, the top row first. What {@link
 * #draw} writes, {@link #parse} reads; coordinates and spaces may be left out.
 *
 * <pre>
 *    A B C
 *  3 . . . 3
 *  2 . X O 2
 *  1 . . . 1
 *    A B C
 * Black to move, komi 7, prisoners: Black 0, White 0
 * </pre>
 */
public final class BoardDrawing {

  /** The names of columns, from the left; there is no I. */
  public static final String COLUMNS = "ABCDEFGHJKLMNOPQRST";

  private BoardDrawing() {}

  /** A drawn board as the start of a game by Tromp and Taylor's rules, komi 0, Black to move. */
  public static GoPosition parse(String drawing) {
    return parse(drawing, Rules.TROMP_TAYLOR, 0, Player.BLACK);
  }

  /**
   * A drawn board as the start of a game.
   *
   * @throws UserError if it is not a square of stones and empty points, or not a possible board
   */
  public static GoPosition parse(String drawing, Rules rules, double komi, Player toMove) {
    List<String> rows = new ArrayList<>();
    for (String line : drawing.lines().toList()) {
      String row = line.replaceAll("[0-9\\s]", "");
      if (row.matches("[.XO]+")) {
        rows.add(row);
      }
    }
    int size = rows.size();
    List<Integer> black = new ArrayList<>();
    List<Integer> white = new ArrayList<>();
    for (int y = 0; y < size; y++) {
      String row = rows.get(y);
      if (row.length() != size) {
        throw new UserError(
            "a drawn board of " + size + " rows has " + row.length() + " points in row " + (y + 1));
      }
      for (int x = 0; x < size; x++) {
        switch (row.charAt(x)) {
          case 'X' -> black.add(y * size + x);
          case 'O' -> white.add(y * size + x);
          default -> {}
        }
      }
    }
    return GoPosition.setup(size, rules, komi, toMove, ints(black), ints(white));
  }

  /** The board with coordinates, and below it whose turn it is, the komi and the prisoners. */
  public static String draw(GoPosition position) {
    int size = position.size();
    StringBuilder header = new StringBuilder("  ");
    for (int x = 0; x < size; x++) {
      header.append(' ').append(COLUMNS.charAt(x));
    }
    StringBuilder text = new StringBuilder(header).append('\n');
    for (int y = 0; y < size; y++) {
      text.append(String.format("%2d", size - y));
      for (int x = 0; x < size; x++) {
        text.append(' ').append(symbol(position.stoneAt(y * size + x)));
      }
      text.append(' ').append(size - y).append('\n');
    }
    return text.append(header)
        .append('\n')
        .append(name(position.toMove()))
        .append(" to move, komi ")
        .append(Double.toString(position.komi()).replaceAll("\\.0$", ""))
        .append(", prisoners: Black ")
        .append(position.prisoners(Player.BLACK))
        .append(", White ")
        .append(position.prisoners(Player.WHITE))
        .append('\n')
        .toString();
  }

  private static char symbol(Stone stone) {
    return switch (stone) {
      case EMPTY -> '.';
      case BLACK -> 'X';
      case WHITE -> 'O';
    };
  }

  private static String name(Player player) {
    return player == Player.BLACK ? "Black" : "White";
  }

  private static int[] ints(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }
}
