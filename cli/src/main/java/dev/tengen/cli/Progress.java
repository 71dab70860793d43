package dev.tengen.cli;

import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * How far long work has come, on stderr: a bar on a terminal, elsewhere a line now and then. To be
 * closed when the work ends.
 */
final class Progress implements AutoCloseable {

  private static final long LINE_EVERY_NANOS = Duration.ofSeconds(10).toNanos();

  private final String task;
  private final long total;
  private final PrintStream err = System.err;
  private final ProgressBar bar;
  private long lastLine = System.nanoTime();

  private Progress(String task, long total, ProgressBar bar) {
    this.task = task;
    this.total = total;
    this.bar = bar;
  }

  /** Whether a person looks at stderr. The launcher says so, for Java cannot tell. */
  static boolean onTerminal() {
    return Boolean.getBoolean("tengen.tty");
  }

  /** Starts to show how far a task is. */
  static Progress of(String task, long total) {
    ProgressBar bar = null;
    if (onTerminal()) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setInitialMax(total)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(500)
              .setConsumer(new ConsoleProgressBarConsumer(System.err))
              .build();
    }
    return new Progress(task, total, bar);
  }

  /** So much is done; {@code note} says more in a few words. */
  void at(long done, String note) {
    if (bar != null) {
      bar.stepTo(done);
      bar.setExtraMessage(" " + note);
    } else if (System.nanoTime() - lastLine >= LINE_EVERY_NANOS) {
      lastLine = System.nanoTime();
      err.printf("%s %d/%d %s%n", task, done, total, note);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
