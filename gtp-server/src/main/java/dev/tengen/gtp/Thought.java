package dev.tengen.gtp;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One call of a {@link Thinker}, in a thread of its own that ends with it, so that others can wait,
 * look on and stop it.
 *
 * @param <T> what comes of it
 */
final class Thought<T> {

  static final long FOREVER = Long.MAX_VALUE / 2;

  /** A stop is asked for this often until it is heard: the thinker may not have begun yet. */
  private static final long STOP_AGAIN_MILLIS = 1;

  private final Thinker thinker;
  private final Supplier<T> work;

  private Thread thread;
  private boolean stopped;
  private boolean done;
  private T result;
  private RuntimeException failure;
  private Error error;

  private Thought(Thinker thinker, Supplier<T> work) {
    this.thinker = thinker;
    this.work = work;
  }

  /** Begins a thought. */
  static <T> Thought<T> begin(Thinker thinker, Supplier<T> work) {
    Thought<T> thought = new Thought<>(thinker, work);
    thought.thread = startThread("gtp thought", thought::run);
    return thought;
  }

  /** Starts a thread that does not keep the process alive. */
  static Thread startThread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** Waits until a thread is gone, however often this one is interrupted. */
  static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      result = work.get();
    } catch (RuntimeException e) {
      failure = e;
    } catch (Error e) {
      error = e;
    } finally {
      synchronized (this) {
        done = true;
        notifyAll();
      }
    }
  }

  /** Has whoever waits bring it to its end; any thread. */
  synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  /**
   * Waits for it, at most so long; but once it is to stop, which an interrupt of this thread does
   * too, until it has.
   *
   * @return whether it is done
   */
  synchronized boolean await(long nanos) {
    long start = System.nanoTime();
    boolean interrupted = false;
    while (!done) {
      long left = nanos - (System.nanoTime() - start);
      if (left <= 0 && !stopped) {
        break;
      }
      try {
        if (stopped) {
          thinker.stop();
          wait(STOP_AGAIN_MILLIS);
        } else {
          TimeUnit.NANOSECONDS.timedWait(this, left);
        }
      } catch (InterruptedException e) {
        interrupted = true;
        stopped = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return done;
  }

  /** What came of it, or what it threw; once it is done. */
  synchronized T result() {
    if (error != null) {
      throw error;
    }
    if (failure != null) {
      throw failure;
    }
    return result;
  }

  /** Stops it and waits until its thread is gone. */
  T end() {
    stop();
    await(FOREVER);
    join(thread);
    return result();
  }
}
