package dev.tengen.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Has a command end in order when the user presses Ctrl-C or the system asks the process to end: it
 * is asked to stop, and the process waits for it. To be closed when the work is done.
 */
final class Interruption implements AutoCloseable {

  /** Longer than any work goes on after it was asked to stop. */
  private static final long PATIENCE_SECONDS = 60;

  /** The process ends as the system likes. */
  private static final int AS_INTERRUPTED = -1;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook;

  private Interruption(Runnable stop, int exitCode) {
    hook =
        new Thread(
            () -> {
              stop.run();
              awaitEnd();
              if (exitCode != AS_INTERRUPTED) {
                Runtime.getRuntime().halt(exitCode);
              }
            },
            "interruption");
  }

  /** From here to {@link #close} the end of the process calls {@code stop} and waits. */
  static Interruption asking(Runnable stop) {
    return asking(stop, AS_INTERRUPTED);
  }

  /** The same where such an end is the usual one: the process ends with this exit code. */
  static Interruption asking(Runnable stop, int exitCode) {
    Interruption interruption = new Interruption(stop, exitCode);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  private void awaitEnd() {
    try {
      if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("tengen: it does not stop; ending anyway");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending: the hook is what it waits for.
    }
  }
}
