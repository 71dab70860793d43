package dev.tengen.agents;

import dev.tengen.files.DurableFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** {@code progress.csv} of one training: a row for each evaluation. */
final class ProgressFile {

  private static final String HEADER =
      "step,seconds,rollout_mean,eval_mean,eval_std,eval_min,eval_max,eval_length";

  /** An evaluation; {@code rolloutMean} is NaN before an episode of training ended. */
  record Row(
      long step,
      double seconds,
      double rolloutMean,
      double evalMean,
      double evalStd,
      double evalMin,
      double evalMax,
      double evalLength) {

    private static Row parse(String row) {
      String[] cells = row.split(",", -1);
      double[] figures = Arrays.stream(cells).skip(1).mapToDouble(Double::parseDouble).toArray();
      return new Row(
          Long.parseLong(cells[0]),
          figures[0],
          figures[1],
          figures[2],
          figures[3],
          figures[4],
          figures[5],
          figures[6]);
    }
  }

  private final Path file;
  private final List<String> rows = new ArrayList<>();

  /**
   * Goes on with a file, or begins one.
   *
   * @param step rows after it are of a training that was lost
   */
  ProgressFile(Path file, long step) throws IOException {
    this.file = file;
    if (Files.exists(file)) {
      for (String row : Files.readAllLines(file)) {
        if (!row.equals(HEADER) && Long.parseLong(row.substring(0, row.indexOf(','))) <= step) {
          rows.add(row);
        }
      }
    }
  }

  /** The evaluations of a training so far; none if there is no file yet. */
  static List<Row> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    return Files.readAllLines(file).stream()
        .filter(row -> !row.equals(HEADER))
        .map(Row::parse)
        .toList();
  }

  void add(long step, double seconds, double rolloutMean, Returns eval) throws IOException {
    rows.add(
        String.format(
            Locale.ROOT,
            "%d,%.2f,%.6g,%.6g,%.6g,%.6g,%.6g,%.6g",
            step,
            seconds,
            rolloutMean,
            eval.mean(),
            eval.std(),
            eval.min(),
            eval.max(),
            eval.meanLength()));
    String text = HEADER + "\n" + String.join("\n", rows) + "\n";
    DurableFiles.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
