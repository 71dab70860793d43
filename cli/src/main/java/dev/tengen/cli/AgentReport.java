package dev.tengen.cli;

import dev.tengen.agents.AgentEvent;
import dev.tengen.agents.AgentListener;
import dev.tengen.agents.Returns;
import dev.tengen.agents.SeedResult;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Tells a person on stderr how a training goes: a bar, and a line for each evaluation. */
final class AgentReport implements AgentListener, AutoCloseable {

  private final PrintWriter err;
  private Progress progress;

  AgentReport(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void on(AgentEvent event) {
    if (event instanceof AgentEvent.Started e) {
      close();
      var run = e.config().run();
      String from = e.step() == 0 ? "" : ", going on after step " + e.step();
      line("%s in %s, seed %d%s".formatted(run.algo(), run.env(), e.seed(), from));
      progress = Progress.of("seed " + e.seed(), run.steps());
    } else if (event instanceof AgentEvent.Progress e) {
      progress.at(e.step(), note(e.figures()));
    } else if (event instanceof AgentEvent.Evaluated e) {
      line(
          "  step %,d: greedy %s over %d episodes%s"
              .formatted(
                  e.step(),
                  returns(e.returns()),
                  e.returns().episodes(),
                  e.best() ? ", best" : ""));
    } else if (event instanceof AgentEvent.Finished) {
      close();
    } else if (event instanceof AgentEvent.Stopped e) {
      close();
      line("stopped after step %,d; the same command goes on".formatted(e.step()));
    }
  }

  private static String note(Map<String, Double> figures) {
    StringBuilder note = new StringBuilder();
    append(note, "%,.0f steps/s", figures.get("time/fps"));
    append(note, "return %.2f", figures.get("rollout/ep_rew_mean"));
    append(note, "loss %.4f", figures.get("train/loss"));
    append(note, "epsilon %.3f", figures.get("rollout/exploration_rate"));
    return note.toString();
  }

  private static void append(StringBuilder note, String format, Double figure) {
    if (figure != null) {
      note.append(note.isEmpty() ? "" : "  ").append(String.format(Locale.ROOT, format, figure));
    }
  }

  private static String returns(Returns returns) {
    return String.format(
        Locale.ROOT, "%.3f (%.2f to %.2f)", returns.mean(), returns.min(), returns.max());
  }

  /** The results of the trainings, their mean and the worst. */
  static List<String> table(List<SeedResult> results) {
    List<String> lines = new ArrayList<>();
    if (results.isEmpty()) {
      return lines;
    }
    boolean exact = results.stream().allMatch(result -> result.lastExact() != null);
    lines.add(row("seed", "steps", "seconds", "last", "best", exact ? "last, exact" : ""));
    for (SeedResult r : results) {
      lines.add(
          row(
              Long.toString(r.seed()),
              "%,d".formatted(r.steps()),
              "%.1f".formatted(r.seconds()),
              number(r.last().mean()),
              number(r.best().mean()),
              exact ? number(r.lastExact()) : ""));
    }
    if (results.size() > 1) {
      lines.add(summary("mean", results, exact, AgentReport::mean));
      lines.add(summary("worst", results, exact, AgentReport::least));
    }
    return lines;
  }

  private static String summary(
      String name, List<SeedResult> results, boolean exact, Function<double[], Double> of) {
    return row(
        name,
        "",
        "",
        number(of.apply(results.stream().mapToDouble(r -> r.last().mean()).toArray())),
        number(of.apply(results.stream().mapToDouble(r -> r.best().mean()).toArray())),
        exact
            ? number(of.apply(results.stream().mapToDouble(SeedResult::lastExact).toArray()))
            : "");
  }

  private static double mean(double[] values) {
    return java.util.Arrays.stream(values).average().orElseThrow();
  }

  private static double least(double[] values) {
    return java.util.Arrays.stream(values).min().orElseThrow();
  }

  private static String row(
      String seed, String steps, String seconds, String last, String best, String exact) {
    return "%-6s %12s %9s %10s %10s %12s"
        .formatted(seed, steps, seconds, last, best, exact)
        .stripTrailing();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private void line(String text) {
    err.println(text);
    err.flush();
  }

  @Override
  public void close() {
    if (progress != null) {
      progress.close();
      progress = null;
    }
  }
}
