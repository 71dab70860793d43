package dev.tengen.cli.bench;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;

/** How benches take their time. */
final class Rounds {

  /** Runs a piece of work and returns how much was done. */
  @FunctionalInterface
  interface Work {
    long run();
  }

  /** Work of one of several threads. */
  @FunctionalInterface
  interface ThreadWork {
    long run(int thread);
  }

  private Rounds() {}

  /** Repeats a piece of work for at least this long; units of work a second. */
  static double rate(Work work, double seconds) {
    long start = System.nanoTime();
    long deadline = start + (long) (seconds * 1e9);
    long done = 0;
    long now;
    do {
      done += work.run();
      now = System.nanoTime();
    } while (now < deadline);
    return done * 1e9 / (now - start);
  }

  /** The same on several threads at once; the sum of their rates. */
  static double rate(int threads, ThreadWork work, double seconds) {
    double[] rates = new double[threads];
    AtomicReference<RuntimeException> failure = new AtomicReference<>();
    Thread[] workers = new Thread[threads];
    for (int i = 0; i < threads; i++) {
      int thread = i;
      workers[i] =
          new Thread(
              () -> {
                try {
                  rates[thread] = rate(() -> work.run(thread), seconds);
                } catch (RuntimeException e) {
                  failure.set(e);
                }
              },
              "bench-" + i);
      workers[i].start();
    }
    for (Thread worker : workers) {
      try {
        worker.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
    if (failure.get() != null) {
      throw failure.get();
    }
    return Arrays.stream(rates).sum();
  }

  /** The median of several measurements. */
  static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
