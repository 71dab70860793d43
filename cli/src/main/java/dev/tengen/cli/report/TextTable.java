package dev.tengen.cli.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of text that fits a width: first names are shortened to 16 letters, then columns are left
 * out, those of the highest expendability first, then names are shortened further.
 */
final class TextTable {

  private static final String GAP = "  ";
  private static final int EASY_NAME = 16;
  private static final int LEAST_NAME = 4;

  /**
   * A column.
   *
   * @param expendable 0: always there; else the larger, the sooner it goes
   */
  private record Column(String head, int expendable, List<String> cells) {
    int width() {
      return cells.stream().mapToInt(String::length).reduce(head.length(), Math::max);
    }
  }

  private final List<String> names;
  private final List<Column> columns = new ArrayList<>();

  /**
   * @param names what stands at the left of each row
   */
  TextTable(List<String> names) {
    this.names = List.copyOf(names);
  }

  /** Adds a column at the right, flush right. */
  TextTable column(String head, int expendable, List<String> cells) {
    columns.add(new Column(head, expendable, List.copyOf(cells)));
    return this;
  }

  /** The width that is needed to show everything but names longer than 16 letters. */
  int easyWidth() {
    return Math.min(EASY_NAME, longest()) + rest(columns);
  }

  /** Lines, each ending in a line feed. */
  String fit(int width) {
    List<Column> shown = new ArrayList<>(columns);
    while (Math.min(EASY_NAME, longest()) + rest(shown) > width) {
      int most = shown.stream().mapToInt(Column::expendable).max().orElse(0);
      if (most == 0) {
        break;
      }
      shown.removeIf(column -> column.expendable == most);
    }
    int name = Math.min(longest(), Math.max(LEAST_NAME, width - rest(shown)));
    StringBuilder text = new StringBuilder();
    for (int row = -1; row < names.size(); row++) {
      StringBuilder line =
          new StringBuilder(pad(row < 0 ? "" : shorten(names.get(row), name), name));
      for (Column column : shown) {
        String cell = row < 0 ? column.head : column.cells.get(row);
        line.append(GAP).append(" ".repeat(column.width() - cell.length())).append(cell);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private int longest() {
    return names.stream().mapToInt(String::length).max().orElse(0);
  }

  private static int rest(List<Column> columns) {
    return columns.stream().mapToInt(column -> GAP.length() + column.width()).sum();
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  /** A text of at most so many letters; two dots stand for what is left out in its middle. */
  static String shorten(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = (most - 2) / 2;
    return text.substring(0, most - 2 - end) + ".." + text.substring(text.length() - end);
  }
}
