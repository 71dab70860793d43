package dev.tengen.training;

import java.io.IOException;

/** Runs work in a thread of its own while the caller's thread watches it. */
final class Background {

  /** How often the watcher looks, in milliseconds: how late a stop may come. */
  private static final long LOOK_MILLIS = 100;

  private Background() {}

  /** Work that may fail to read or write. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException;
  }

  /**
   * Runs the work to its end.
   *
   * @param look called every tenth of a second and once after the end
   * @throws IOException if the work fails; what else it throws comes out as it is
   */
  static void run(String name, Work work, Runnable look) throws IOException {
    Throwable[] failure = new Throwable[1];
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (Throwable t) {
                failure[0] = t;
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join(LOOK_MILLIS);
      } catch (InterruptedException e) {
        interrupted = true;
        thread.interrupt();
      }
      look.run();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (failure[0] instanceof IOException e) {
      throw e;
    }
    if (failure[0] instanceof RuntimeException e) {
      throw e;
    }
    if (failure[0] instanceof Error e) {
      throw e;
    }
  }
}
