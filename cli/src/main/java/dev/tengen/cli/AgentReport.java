package dev.tengen.cli;

import dev.tengen.agents.AgentEvent;
import dev.tengen.agents.AgentListener;
import dev.tengen.agents.Returns;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

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
    } else if (event instanceof AgentEvent.Drawn e) {
      line(curves(e.files()));
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

  /** Where the curves are. */
  static String curves(List<Path> files) {
    return files.stream()
        .map(Path::toString)
        .collect(Collectors.joining(" and ", "learning curves: ", ""));
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
