package dev.tengen.selfplay.match.opening;

import com.google.common.io.Resources;
import dev.tengen.go.GoPosition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/**
 * The built-in books of balanced openings: SGF files, one opening a line, with a strong program's
 * opinion of each and, before the first, how they were made.
 *
 * @param size points along one edge
 * @param komi for which the openings are balanced
 */
record OpeningBook(int size, double komi) {

  private static final List<OpeningBook> ALL = List.of(new OpeningBook(9, 7));

  /** The book for a board whose komi is nearest; null if there is none for that board. */
  static OpeningBook nearest(int size, double komi) {
    return ALL.stream()
        .filter(book -> book.size == size)
        .min(Comparator.comparingDouble(book -> Math.abs(book.komi - komi)))
        .orElse(null);
  }

  static List<OpeningBook> all() {
    return ALL;
  }

  /** The openings in the order of the file, under this start's rules and komi. */
  List<GoPosition> openings(GoPosition start) {
    SgfOpenings reader = new SgfOpenings(start, Integer.MAX_VALUE);
    reader.addAll(file(), text());
    if (!reader.notes().isEmpty()) {
      throw new IllegalStateException(reader.notes().toString());
    }
    return reader.openings();
  }

  /** The SGF text. */
  String text() {
    URL url = Resources.getResource(OpeningBook.class, file());
    try {
      return Resources.toString(url, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Such as {@code openings-9x9-komi-7.sgf}. */
  private String file() {
    return "openings-%dx%<d-komi-%s.sgf".formatted(size, number(komi));
  }

  /** A number without a needless fraction. */
  static String number(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
