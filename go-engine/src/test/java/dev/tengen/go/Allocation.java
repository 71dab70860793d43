package dev.tengen.go;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Measures what code allocates. */
final class Allocation {

  private Allocation() {}

  /**
   * The least number of bytes that this thread allocated in one of several runs. The least, since
   * the first runs let things grow to their working size.
   */
  static long leastOf(int runs, Runnable work) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().getId();
    long least = Long.MAX_VALUE;
    for (int run = 0; run < runs; run++) {
      long before = threads.getThreadAllocatedBytes(id);
      work.run();
      least = Math.min(least, threads.getThreadAllocatedBytes(id) - before);
    }
    return least;
  }
}
