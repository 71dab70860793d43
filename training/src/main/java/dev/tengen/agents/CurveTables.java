package dev.tengen.agents;

import dev.tengen.agents.ProgressFile.Row;
import dev.tengen.agents.curves.Aggregate;
import dev.tengen.agents.curves.CurvesPage.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The figures beside the curves: how each training ended, and each evaluation on the way. */
record CurveTables(RunSettings run, SortedMap<Long, List<Row>> rows, List<SeedResult> results) {

  List<Table> all() {
    return results.isEmpty() ? List.of(evaluations()) : List.of(ends(), evaluations());
  }

  private Table ends() {
    RunSummary summary = RunSummary.of(results);
    List<List<String>> cells = new ArrayList<>();
    for (SeedResult result : results) {
      cells.add(
          row(
              "seed " + result.seed(),
              "%,d".formatted(result.steps()),
              "%,.1f".formatted(result.seconds()),
              number(result.last().mean()),
              number(result.best().mean()),
              summary.lastExact() == null ? null : number(result.lastExact())));
    }
    int strong = 0;
    if (results.size() > 1) {
      cells.add(sum("mean", summary, a -> number(a.mean())));
      cells.add(sum("worst", summary, a -> number(a.worst())));
      cells.add(sum("interquartile mean", summary, a -> number(a.iqm())));
      cells.add(
          sum("its 95 % interval", summary, a -> number(a.low()) + " to " + number(a.high())));
      strong = 4;
    }
    return new Table(
        "Mean return of %d fresh greedy episodes at the end".formatted(run.finalEpisodes()),
        true,
        row(
            "",
            "steps",
            "seconds",
            "last checkpoint",
            "best on the way",
            summary.lastExact() == null ? null : "last, expected exactly"),
        cells,
        strong);
  }

  private static List<String> sum(String name, RunSummary summary, Function<Aggregate, String> of) {
    return row(
        name,
        "",
        "",
        of.apply(summary.last()),
        of.apply(summary.best()),
        summary.lastExact() == null ? null : of.apply(summary.lastExact()));
  }

  private Table evaluations() {
    List<List<String>> cells = new ArrayList<>();
    rows.forEach(
        (seed, ofSeed) -> {
          for (Row row : ofSeed) {
            List<String> figures =
                Stream.<ToDoubleFunction<Row>>of(
                        Row::rolloutMean,
                        Row::evalMean,
                        Row::evalStd,
                        Row::evalMin,
                        Row::evalMax,
                        Row::evalLength)
                    .map(figure -> number(figure.applyAsDouble(row)))
                    .toList();
            List<String> all = new ArrayList<>();
            all.add("seed " + seed);
            all.add("%,d".formatted(row.step()));
            all.addAll(figures);
            cells.add(all);
          }
        });
    return new Table(
        "Evaluations on the way",
        false,
        List.of(
            "",
            "step",
            "training",
            "evaluation",
            "deviation",
            "worst",
            "best",
            "steps of an episode"),
        cells,
        0);
  }

  /** Cells without those that are null. */
  private static List<String> row(String... cells) {
    return Stream.of(cells).filter(cell -> cell != null).toList();
  }

  private static String number(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%,.3f", value) : "\u2013";
  }
}
