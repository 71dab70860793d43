package dev.tengen.agents.env;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** What the original environments returned, a row at a time; see README.md beside the files. */
final class Reference {

  /** One row of a file. */
  record Row(int number, Map<String, Integer> columns, List<String> values) {

    String text(String column) {
      return values.get(columns.get(column));
    }

    int whole(String column) {
      return Integer.parseInt(text(column));
    }

    double real(String column) {
      return Double.parseDouble(text(column));
    }

    boolean flag(String column) {
      return text(column).equals("1");
    }

    /** Whether this row follows a step; else it is the state after a reset. */
    boolean isStep() {
      return !text("t").equals("0");
    }

    /** For messages. */
    @Override
    public String toString() {
      return "line " + number + ": " + String.join(",", values);
    }
  }

  private Reference() {}

  static List<Row> rows(String file) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Reference.class.getResourceAsStream(file + ".csv.gz")),
                StandardCharsets.UTF_8))) {
      Map<String, Integer> columns = new HashMap<>();
      for (String column : reader.readLine().split(",", -1)) {
        columns.put(column, columns.size());
      }
      List<Row> rows = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        rows.add(new Row(rows.size() + 2, columns, List.of(line.split(",", -1))));
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
