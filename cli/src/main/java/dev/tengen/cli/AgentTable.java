package dev.tengen.cli;

import dev.tengen.agents.RunSummary;
import dev.tengen.agents.SeedResult;
import dev.tengen.agents.curves.Aggregate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The results of trainings as lines, and what they come to together. */
final class AgentTable {

  private final RunSummary summary;
  private final List<String> lines = new ArrayList<>();

  private AgentTable(RunSummary summary) {
    this.summary = summary;
  }

  /** No lines without results; no sum of a single one. */
  static List<String> of(List<SeedResult> results) {
    if (results.isEmpty()) {
      return List.of();
    }
    AgentTable table = new AgentTable(RunSummary.of(results));
    table.row("seed", "steps", "seconds", "last", "best", "last, exact");
    results.forEach(table::seed);
    if (results.size() > 1) {
      table.sum("mean", Aggregate::mean);
      table.sum("worst", Aggregate::worst);
      table.sum("IQM", Aggregate::iqm);
      table.sum("95 % from", Aggregate::low);
      table.sum("95 % to", Aggregate::high);
    }
    return table.lines;
  }

  private void seed(SeedResult result) {
    row(
        Long.toString(result.seed()),
        "%,d".formatted(result.steps()),
        "%.1f".formatted(result.seconds()),
        number(result.last().mean()),
        number(result.best().mean()),
        result.lastExact() == null ? "" : number(result.lastExact()));
  }

  private void sum(String name, ToDoubleFunction<Aggregate> figure) {
    row(
        name,
        "",
        "",
        number(figure.applyAsDouble(summary.last())),
        number(figure.applyAsDouble(summary.best())),
        summary.lastExact() == null ? "" : number(figure.applyAsDouble(summary.lastExact())));
  }

  private void row(
      String seed, String steps, String seconds, String last, String best, String exact) {
    lines.add(
        "%-9s %12s %9s %10s %10s %12s"
            .formatted(seed, steps, seconds, last, best, summary.lastExact() == null ? "" : exact)
            .stripTrailing());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
