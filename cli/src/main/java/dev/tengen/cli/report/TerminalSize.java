package dev.tengen.cli.report;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * How much room a terminal has.
 *
 * <p>Java cannot tell; {@code stty} can, where there is one.
 */
record TerminalSize(int columns, int rows) {

  private static final TerminalSize USUAL = new TerminalSize(80, 24);
  private static final long ASK_NANOS = Duration.ofSeconds(5).toNanos();

  /** The size, asked for anew every few seconds: people change it. */
  static Supplier<TerminalSize> follow() {
    return new Supplier<>() {
      private TerminalSize last;
      private long asked;

      @Override
      public TerminalSize get() {
        if (last == null || System.nanoTime() - asked > ASK_NANOS) {
          last = ask();
          asked = System.nanoTime();
        }
        return last;
      }
    };
  }

  /** The size of the terminal that this process belongs to; 80 by 24 if it has none. */
  static TerminalSize ask() {
    File terminal = new File("/dev/tty");
    if (!terminal.exists()) {
      return USUAL;
    }
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(terminal)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        return stty.waitFor(1, TimeUnit.SECONDS)
            ? parse(new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
            : USUAL;
      } finally {
        stty.destroyForcibly();
      }
    } catch (IOException e) {
      return USUAL; // no stty, or no terminal behind the file
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return USUAL;
    }
  }

  /** Reads rows and columns; a terminal that does not know says 0 0. */
  static TerminalSize parse(String text) {
    String[] words = text.strip().split(" ", -1);
    if (words.length == 2
        && words[0].matches("[1-9]\\d{0,4}")
        && words[1].matches("[1-9]\\d{0,4}")) {
      return new TerminalSize(Integer.parseInt(words[1]), Integer.parseInt(words[0]));
    }
    return USUAL;
  }
}
