package dev.tengen.cli.report;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Shows on stderr how a tournament stands while it is played. On a terminal the table is drawn in
 * place, at most twice a second, with a line below it that says how far the games are; elsewhere
 * that line is printed now and then, without the table. To be closed at the end. Any thread may
 * call.
 */
public final class LiveTable implements AutoCloseable {

  private static final long REDRAW_NANOS = Duration.ofMillis(500).toNanos();
  private static final long LINE_NANOS = Duration.ofSeconds(30).toNanos();

  private final PrintStream err;
  private final Supplier<TerminalSize> size;
  private final LongSupplier nanoTime;
  private final int before;
  private final long started;
  private long told;
  private int drawnLines;
  private State latest;

  /** What was last to be shown. */
  private record State(int played, int planned, IntFunction<String> table) {}

  /**
   * For tests: with a terminal and a clock of their own.
   *
   * @param size of the terminal, asked before each drawing; null for no terminal
   */
  LiveTable(PrintStream err, Supplier<TerminalSize> size, int before, LongSupplier nanoTime) {
    this.err = err;
    this.size = size;
    this.before = before;
    this.nanoTime = nanoTime;
    this.started = nanoTime.getAsLong();
    this.told = size == null ? started : started - REDRAW_NANOS;
  }

  /**
   * Starts to show a tournament.
   *
   * @param terminal whether a person looks at {@code err}
   * @param before games that an earlier run played, which say nothing about the time left
   */
  public static LiveTable on(PrintStream err, boolean terminal, int before) {
    return new LiveTable(err, terminal ? TerminalSize.follow() : null, before, System::nanoTime);
  }

  /**
   * Says how the tournament stands now.
   *
   * @param played games that have ended, those of earlier runs included
   * @param planned games in all
   * @param table makes the table for a width; called at once or when the table is drawn, or never
   */
  public synchronized void show(int played, int planned, IntFunction<String> table) {
    latest = new State(played, planned, table);
    if (nanoTime.getAsLong() - told >= (size == null ? LINE_NANOS : REDRAW_NANOS)) {
      draw();
    }
  }

  /** Prints a line that stays: above the table, where there is one. */
  public synchronized void say(String line) {
    erase();
    err.println(line);
    if (size != null && latest != null) {
      draw();
    }
    err.flush();
  }

  private void draw() {
    told = nanoTime.getAsLong();
    if (size == null) {
      err.println(line(latest));
    } else {
      TerminalSize now = size.get();
      erase();
      // The last column stays free: some terminals break the line as soon as it is full.
      int width = Math.max(20, now.columns() - 1);
      List<String> lines = latest.table().apply(width).lines().toList();
      int most = Math.max(0, now.rows() - 2);
      for (String line : lines.subList(0, Math.min(lines.size(), most))) {
        err.print(cut(line, width) + "\n");
      }
      err.print(cut(line(latest), width) + "\n");
      drawnLines = Math.min(lines.size(), most) + 1;
    }
    err.flush();
  }

  /** Takes the last drawing away, so that the cursor stands where it began. */
  private void erase() {
    if (drawnLines > 0) {
      err.print("\u001b[" + drawnLines + "A\r\u001b[J");
      drawnLines = 0;
    }
  }

  private String line(State state) {
    String text = "played %d/%d".formatted(state.played(), state.planned());
    double hours = (nanoTime.getAsLong() - started) / 3.6e12;
    int here = state.played() - before;
    if (here <= 0 || hours <= 0) {
      return text;
    }
    double perHour = here / hours;
    text += String.format(Locale.ROOT, "  %,d games/h", Math.round(perHour));
    int left = state.planned() - state.played();
    return left <= 0 ? text : text + "  " + time(left / perHour) + " left";
  }

  private static String time(double hours) {
    long seconds = Math.max(1, Math.round(hours * 3600));
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? "%d min".formatted(Math.round(seconds / 60.0))
        : "%d h %02d min".formatted(seconds / 3600, seconds % 3600 / 60);
  }

  private static String cut(String line, int width) {
    return line.length() <= width ? line : line.substring(0, width);
  }

  /** Takes the table away, which is printed as the result by whoever played; the line stays. */
  @Override
  public synchronized void close() {
    if (latest != null) {
      erase();
      err.println(line(latest));
      err.flush();
      latest = null;
    }
  }
}
