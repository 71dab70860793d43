package dev.tengen.gtp;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the progress of an analysis until it is to end. */
final class Broadcast {

  private static final Logger LOG = LoggerFactory.getLogger(Broadcast.class);

  private final Progress progress;
  private final Response response;

  private boolean ending;
  private boolean ended;

  Broadcast(Progress progress, Response response) {
    this.progress = progress;
    this.response = response;
  }

  void run() {
    try {
      while (!pause()) {
        progress.tell(response);
      }
    } catch (RuntimeException e) {
      LOG.error("no more of the analysis can be told", e);
    } finally {
      synchronized (this) {
        ended = true;
        notifyAll();
      }
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
  synchronized void end() {
    ending = true;
    notifyAll();
    boolean interrupted = false;
    while (!ended) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    response.close();
  }
}
