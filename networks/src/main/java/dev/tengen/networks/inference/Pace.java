package dev.tengen.networks.inference;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** How often a second something can be done by several threads at once. */
final class Pace {

  /** A thread's work, repeated. */
  interface Loop extends AutoCloseable {
    void once();

    @Override
    default void close() {}
  }

  private Pace() {}

  /**
   * Repetitions a second of all threads together.
   *
   * @param duration of the measurement; a quarter of it goes before, to warm up
   * @param loops makes the work of each thread, in that thread, which closes it
   */
  static double of(int threads, Duration duration, IntFunction<Loop> loops) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Double>> rates = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int thread = i;
        rates.add(
            pool.submit(
                () -> {
                  try (Loop loop = loops.apply(thread)) {
                    rate(loop, duration.toNanos() / 4);
                    return rate(loop, duration.toNanos());
                  }
                }));
      }
      double sum = 0;
      for (Future<Double> rate : rates) {
        sum += rate.get();
      }
      return sum;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private static double rate(Loop loop, long nanos) {
    long begin = System.nanoTime();
    long now = begin;
    long times = 0;
    while (now - begin < nanos) {
      loop.once();
      times++;
      now = System.nanoTime();
    }
    return times * 1e9 / (now - begin);
  }
}
