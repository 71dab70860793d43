package dev.tengen.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** {@link InferenceFigures} for people: a line for each batch size. */
public final class InferenceTable {

  private static final String HEAD =
      "%-7s %5s %7s %-9s %6s %12s %12s %10s %9s %9s"
          .formatted(
              "net",
              "board",
              "threads",
              "precision",
              "batch",
              "positions/s",
              "bare loop",
              "evaluator",
              "GFLOP/s",
              "x product");

  private InferenceTable() {}

  /** The lines of the table, with what its columns mean. */
  public static List<String> of(List<Figure> figures) {
    List<String> lines = new ArrayList<>();
    lines.add(HEAD);
    for (Figure figure : figures) {
      if (figure.bench().equals("inference.positions")) {
        lines.add(
            "%-7s %5s %7d %-9s %6d %,12.0f %,12.0f %9.1f%% %9.1f %9.2f"
                .formatted(
                    figure.net(),
                    figure.board() + "x" + figure.board(),
                    figure.threads(),
                    figure.precision(),
                    figure.batch(),
                    figure.value(),
                    beside(figure, "inference.bare", figures),
                    100 * beside(figure, "inference.evaluatorShare", figures),
                    beside(figure, "inference.gflops", figures),
                    beside(figure, "inference.matmulRatio", figures)));
      } else if (figure.bench().equals("inference.matmulGflops")) {
        lines.add(
            "matrix product, %s, %d thread%s: %.1f GFLOP/s"
                .formatted(
                    figure.precision(),
                    figure.threads(),
                    figure.threads() == 1 ? "" : "s",
                    figure.value()));
      }
    }
    lines.add("evaluator: positions/s by the bare loop's; x product: GFLOP/s by float32's product");
    return lines;
  }

  /** Another figure of the same measurement. */
  private static double beside(Figure one, String bench, List<Figure> figures) {
    return figures.stream()
        .filter(other -> other.bench().equals(bench))
        .filter(other -> other.board() == one.board() && other.threads() == one.threads())
        .filter(other -> other.net().equals(one.net()))
        .filter(other -> other.precision().equals(one.precision()))
        .filter(other -> Objects.equals(other.batch(), one.batch()))
        .mapToDouble(Figure::value)
        .findFirst()
        .orElse(Double.NaN);
  }
}
