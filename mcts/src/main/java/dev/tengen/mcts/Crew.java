package dev.tengen.mcts;

import dev.tengen.game.Evaluator;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * Threads that search one tree together, each with its own simulations and batch. They start when
 * needed and end after a second without work.
 *
 * <p>A run ends for all as soon as one of them finds it done, fails, or {@link #stop} is called.
 * Those that are in the tree then leave it; leaves that are being evaluated are taken back at once,
 * and the answers ignored when they come. So nothing outlives a run but calls of the evaluator.
 */
final class Crew implements AutoCloseable {

  private static final AtomicInteger THREADS = new AtomicInteger();

  /** How long a thread with nothing to do waits before it looks by itself. */
  private static final long PATIENCE_MILLIS = 1;

  /** What a call of the evaluator should take at most in a search on the clock. */
  private static final long CALL_NANOS = 100_000_000;

  private final Quota quota;
  private final BooleanSupplier done;
  private final ExecutorService threads =
      new ThreadPoolExecutor(
          0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), Crew::thread);

  /** Batches that no evaluator is looking at. */
  private final Deque<Batch> batches = new ConcurrentLinkedDeque<>();

  private final AtomicInteger changes = new AtomicInteger();
  private final AtomicInteger waiters = new AtomicInteger();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  /** Open when the run is over. */
  private volatile CountDownLatch end = new CountDownLatch(0);

  private int threadCount;
  private int mostLeaves;
  private boolean onTheClock;

  /** Leaves that make a call of the right length, as far as is known. */
  private volatile int affordableLeaves = 1;

  /**
   * @param done whether the search under way has nothing more to collect; asked by all threads
   */
  Crew(Quota quota, BooleanSupplier done) {
    this.quota = quota;
    this.done = done;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "search-" + THREADS.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Runs until the search is done or stopped.
   *
   * @param simulations a thread for each
   * @param randoms of each thread
   * @param nanos until the search may be done by the clock alone; negative if that never happens
   */
  void run(
      Evaluator evaluator,
      List<Simulations> simulations,
      List<? extends RandomGenerator> randoms,
      int batchSize,
      long nanos) {
    end = new CountDownLatch(1);
    failure.set(null);
    threadCount = simulations.size();
    mostLeaves = batchSize;
    onTheClock = nanos >= 0;
    List<Worker> workers = new ArrayList<>();
    for (int i = 0; i < simulations.size(); i++) {
      Batch free = batches.pollFirst();
      Batch batch = free == null ? new Batch() : free;
      batch.grow(batchSize, simulations.get(i));
      workers.add(new Worker(this, evaluator, simulations.get(i), randoms.get(i), batch));
    }
    boolean interrupted = false;
    try {
      workers.forEach(threads::execute);
      awaitEnd(nanos);
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      stop();
      workers.forEach(Worker::dismiss);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    Throwable thrown = failure.get();
    if (thrown instanceof RuntimeException e) {
      throw e;
    }
    if (thrown instanceof Error e) {
      throw e;
    }
  }

  private void awaitEnd(long nanos) throws InterruptedException {
    if (nanos < 0) {
      end.await();
      return;
    }
    long wait = nanos;
    while (!end.await(wait, TimeUnit.NANOSECONDS) && !done.getAsBoolean()) {
      wait = TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    }
  }

  /** Ends the run under way, if there is one. Any thread may call this. */
  void stop() {
    quota.close();
    end.countDown();
    changed();
  }

  // ------------------------------------------------------------------------------- for the workers

  /** Whether there is nothing more to do in this run. */
  boolean isOver() {
    return quota.isClosed() || done.getAsBoolean();
  }

  /** A number that grows with every change that may give a thread something to do. */
  int changes() {
    return changes.get();
  }

  /**
   * Leaves to collect for one call of the evaluator. When fewer are left than make a batch for
   * every thread, each takes its part of them, but not less than half a batch: so they end
   * together.
   */
  int batchSize() {
    int leaves = onTheClock ? Math.min(mostLeaves, affordableLeaves) : mostLeaves;
    if (threadCount == 1) {
      return leaves;
    }
    int part = (int) ((quota.left() + threadCount - 1L) / threadCount);
    return Math.min(leaves, Math.max(part, (leaves + 1) / 2));
  }

  /** Notes that leaves were handed back, and how long their evaluation took. */
  void evaluated(int leaves, long nanos) {
    // Some room is left, as calls do not all take the same time.
    long affordable = (long) (0.8 * CALL_NANOS * leaves / Math.max(1, nanos));
    affordableLeaves = (int) Math.max(1, Math.min(Integer.MAX_VALUE, affordable));
    changed();
  }

  private void changed() {
    changes.incrementAndGet();
    if (waiters.get() > 0) {
      synchronized (this) {
        notifyAll();
      }
    }
  }

  /**
   * Waits for another thread's leaves to be handed back, if that has not happened since {@code
   * changes} had the value given.
   */
  synchronized void awaitChange(int seen) {
    waiters.incrementAndGet();
    try {
      long patience = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
      while (changes.get() == seen
          && quota.anyUnderWay()
          && !quota.isClosed()
          && System.nanoTime() < patience) {
        wait(PATIENCE_MILLIS);
      }
    } catch (InterruptedException e) {
      stop();
    } finally {
      waiters.decrementAndGet();
    }
  }

  /** Ends the run because of a failure; the first one is what the caller of the run gets. */
  void failed(Throwable thrown) {
    failure.compareAndSet(null, thrown);
    stop();
  }

  /** Takes back a batch that no evaluator is looking at. */
  void free(Batch batch) {
    batches.addFirst(batch);
  }

  /** Ends all threads; waits for calls of the evaluator that are under way. */
  @Override
  public void close() {
    stop();
    threads.shutdown();
    boolean interrupted = false;
    while (true) {
      try {
        if (threads.awaitTermination(1, TimeUnit.DAYS)) {
          break;
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
