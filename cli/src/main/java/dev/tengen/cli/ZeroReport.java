package dev.tengen.cli;

import dev.tengen.training.Manifest.Generation;
import dev.tengen.training.Manifest.MatchReport;
import dev.tengen.training.ZeroEvent;
import dev.tengen.training.ZeroListener;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Tells a person on stderr how a zero run goes: on a terminal a line that is rewritten while a
 * phase runs, elsewhere a line every ten seconds; one line for each finished phase. With JSON each
 * event is an object on a line of stdout instead.
 */
final class ZeroReport implements ZeroListener {

  private static final long QUIET_NANOS = 10_000_000_000L;
  private static final int WIDTH = 110;

  private final boolean json;
  private final boolean terminal = Progress.onTerminal();
  private final PrintStream out;
  private final PrintStream err;
  private final MemoryTrend memory = new MemoryTrend();
  private final long started = System.nanoTime();
  private String phase = "";
  private String last = "";
  private long told;

  ZeroReport(boolean json, PrintStream out, PrintStream err) {
    this.json = json;
    this.out = out;
    this.err = err;
  }

  @Override
  public void on(ZeroEvent event) {
    if (json) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("event", event.getClass().getSimpleName().toLowerCase(Locale.ROOT));
      object.put("data", event);
      out.println(Json.line(object));
      out.flush();
      return;
    }
    if (event instanceof ZeroEvent.Started e) {
      line(
          "%s %s (%s): %dx%<d, komi %s, network %dx%d; generation %d next, best gen-%04d"
              .formatted(
                  e.resumed() ? "going on with" : "starting",
                  e.folder(),
                  e.config().preset(),
                  e.config().game().boardSize(),
                  e.config().game().komi(),
                  e.config().network().blocks(),
                  e.config().network().channels(),
                  e.generation(),
                  e.best()));
    } else if (event instanceof ZeroEvent.Playing e) {
      progress(
          "gen %d self-play".formatted(e.generation()),
          e.games(),
          e.gamesWanted(),
          "%.1f games/s  %.0f positions/s  %.0f evaluations/s  %.0f%% cached"
              .formatted(
                  e.gamesPerSecond(),
                  e.positionsPerSecond(),
                  e.evaluationsPerSecond(),
                  100 * e.cacheHitRate()));
    } else if (event instanceof ZeroEvent.Learning e) {
      progress(
          "gen %d learning ".formatted(e.generation()),
          e.steps(),
          e.stepsWanted(),
          "%.0f positions/s  policy %.3f  value %.3f  l2 %.3f  rate %s"
              .formatted(
                  e.positionsPerSecond(),
                  e.losses().policy(),
                  e.losses().value(),
                  e.losses().l2(),
                  e.learningRate()));
    } else if (event instanceof ZeroEvent.Matching e) {
      progress(
          "gen %d match    ".formatted(e.generation()),
          e.games(),
          e.gamesWanted(),
          "against gen-%04d  +%d =%d -%d".formatted(e.opponent(), e.wins(), e.draws(), e.losses()));
    } else if (event instanceof ZeroEvent.GenerationDone e) {
      endPhase();
      memory.add((System.nanoTime() - started) / 3.6e12, e.residentBytes());
      line(summary(e.report(), e.residentBytes()));
    } else if (event instanceof ZeroEvent.Warning e) {
      endPhase();
      line("warning: " + e.message());
    } else if (event instanceof ZeroEvent.Ended e) {
      endPhase();
      line(
          "%s after %d generations; best: %s (the same command goes on)"
              .formatted(
                  switch (e.reason()) {
                    case GENERATIONS -> "done";
                    case TIME -> "time is up";
                    case STOPPED -> "stopped";
                  },
                  e.generations(),
                  e.bestNetwork()));
      if (!memory.toString().isEmpty()) {
        line(memory.toString());
      }
    }
  }

  private static String summary(Generation report, long residentBytes) {
    StringBuilder text = new StringBuilder();
    text.append("gen %d %s".formatted(report.generation(), report.accepted() ? "done" : "refused"));
    text.append(" in %.0f s: ".formatted(report.seconds()));
    text.append(
        "%d games of %.0f moves, loss policy %.3f value %.3f"
            .formatted(
                report.selfPlay().games(),
                report.selfPlay().meanLength(),
                report.learning().losses().policy(),
                report.learning().losses().value()));
    for (MatchReport match : report.matches()) {
      text.append(
          ", gen-%04d +%d =%d -%d"
              .formatted(match.opponent(), match.wins(), match.draws(), match.losses()));
    }
    if (report.elo() != null) {
      text.append(
          ", Elo %+.0f (%+.0f to %+.0f)"
              .formatted(report.elo().elo(), report.elo().low(), report.elo().high()));
    }
    if (residentBytes > 0) {
      text.append(", %d MB".formatted(residentBytes >> 20));
    }
    return text.toString();
  }

  private void progress(String name, long done, long wanted, String note) {
    if (!name.equals(phase)) {
      endPhase();
      phase = name;
      told = System.nanoTime();
    }
    last = "%s %d/%d  %s".formatted(name, done, wanted, note);
    if (terminal) {
      err.print("\r" + pad(bar(done, wanted) + " " + last));
      err.flush();
    } else if (System.nanoTime() - told > QUIET_NANOS) {
      told = System.nanoTime();
      line(last);
    }
  }

  private static String bar(long done, long wanted) {
    int filled = (int) (20 * Math.min(done, wanted) / Math.max(1, wanted));
    return "[" + "=".repeat(filled) + " ".repeat(20 - filled) + "]";
  }

  private static String pad(String text) {
    return text.length() >= WIDTH ? text : text + " ".repeat(WIDTH - text.length());
  }

  /** The last word of a phase stays to be read. */
  private void endPhase() {
    if (!phase.isEmpty()) {
      line((terminal ? "\r" : "") + (terminal ? pad(last) : last));
      phase = "";
    }
  }

  private void line(String text) {
    err.println(text);
    err.flush();
  }
}
