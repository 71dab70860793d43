package dev.tengen.agents.actorcritic;

import com.google.common.base.Throwables;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Threads that work together: where one fails, all are told, and whoever waits for them hears. */
final class Crew {

  private final List<Thread> threads = new ArrayList<>();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  /** Works in a thread of its own. */
  void start(Runnable work) {
    Thread thread = new Thread(() -> run(work), "actor-learner-" + (threads.size() + 1));
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  /** Works in the caller's thread. */
  void run(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
    }
  }

  /** Whether somebody failed, so that the others should end. */
  boolean hasFailed() {
    return failure.get() != null;
  }

  /** Waits for all, and throws what the first to fail did. */
  void join() {
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true; // they end by themselves; until then the parameters are in use
          failure.compareAndSet(null, new IllegalStateException("interrupted", e));
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (failure.get() != null) {
      Throwables.throwIfUnchecked(failure.get());
    }
  }
}
