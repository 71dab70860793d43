package dev.tengen.gtp;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the progress of an analysis until it is to end. */
final class Broadcast {

  private static final Logger LOG = LoggerFactory.getLogger(Broadcast.class);

  private final Progress progress;
  private final Response response;

  private final Thread thread;
  private boolean ending;

  private Broadcast(Progress progress, Response response) {
    this.progress = progress;
    this.response = response;
    thread = new Thread(this::run, "gtp analysis");
    thread.setDaemon(true);
  }

  /** Begins to write. */
  static Broadcast begin(Progress progress, Response response) {
    Broadcast broadcast = new Broadcast(progress, response);
    broadcast.thread.start();
    return broadcast;
  }

  private void run() {
    try {
      while (!pause()) {
        progress.tell(response);
      }
    } catch (RuntimeException e) {
      LOG.error("no more of the analysis can be told", e);
    }
  }

  /** Waits for the next turn; returns whether there is none. */
  private synchronized boolean pause() {
    long start = System.nanoTime();
    try {
      while (!ending) {
        long left = progress.intervalNanos() - (System.nanoTime() - start);
        if (left <= 0) {
          return false;
        }
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    } catch (InterruptedException nobodyWantsMore) {
      Thread.currentThread().interrupt();
    }
    return true;
  }

  /** Writes the end of the response; nothing will be written after this returns. */
  void end() {
    synchronized (this) {
      ending = true;
      notifyAll();
    }
    Thought.join(thread);
    response.close();
  }
}
