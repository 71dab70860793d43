package dev.tengen.networks.inference;

import dev.tengen.game.Evaluator;
import dev.tengen.game.Snapshot;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Merges the requests of several threads into larger batches for the evaluator below.
 *
 * <p>There is no thread of its own. The first to ask becomes leader of a group and waits for others
 * to join, until the group is full or the wait is over; it then asks for all of them, hands each
 * its answers, and wakes them. While it asks, the next group forms under another leader. A request
 * never joins in pieces: one that does not fit closes the group and leads the next, one of a full
 * batch or more goes down alone.
 *
 * <p>What the evaluator below throws is thrown to everyone in the group.
 */
public final class BatchingEvaluator implements Evaluator, AutoCloseable {

  private final Evaluator below;
  private final int maxBatch;
  private final long maxWaitNanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final LongAdder batches = new LongAdder();
  private final LongAdder positions = new LongAdder();

  /** The group that still takes requests, or null. Guarded by the lock, as are all groups. */
  private RequestGroup open;

  private boolean closed;

  /**
   * @param below what answers; stays the caller's to close
   * @param maxBatch the most positions of a merged batch
   * @param maxWait how long the first of a group waits for it to fill
   */
  public BatchingEvaluator(Evaluator below, int maxBatch, Duration maxWait) {
    if (maxBatch < 1) {
      throw new IllegalArgumentException("maxBatch must be 1 or more, not " + maxBatch);
    }
    this.below = below;
    this.maxBatch = maxBatch;
    this.maxWaitNanos = maxWait.toNanos();
  }

  @Override
  public void evaluate(Snapshot[] batch, int count, float[] logits, float[] values) {
    if (count == 0) {
      return;
    }
    RequestGroup group = null;
    boolean leader = false;
    lock.lock();
    try {
      if (closed) {
        throw new IllegalStateException("this evaluator is closed");
      }
      if (count < maxBatch) {
        leader = open == null || !open.fits(count);
        group = leader ? openGroup() : open;
        group.add(batch, count, logits, values);
        if (group.isFull()) {
          seal(group);
        }
        if (leader) {
          awaitOthers(group);
        } else {
          group.awaitAnswers();
        }
      }
    } finally {
      lock.unlock();
    }
    if (group == null) {
      batches.increment();
      positions.add(count);
      below.evaluate(batch, count, logits, values);
    } else if (leader) {
      lead(group);
    }
    if (group != null) {
      group.rethrow();
    }
  }

  private RequestGroup openGroup() {
    if (open != null) {
      seal(open);
    }
    open = new RequestGroup(maxBatch, lock.newCondition());
    return open;
  }

  /** Lets nobody join any more, and its leader go. */
  private void seal(RequestGroup group) {
    if (open == group) {
      open = null;
    }
    group.seal();
  }

  private void awaitOthers(RequestGroup group) {
    long rest = maxWaitNanos;
    try {
      while (!group.isSealed() && rest > 0) {
        rest = group.changed().awaitNanos(rest);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    seal(group);
  }

  private void lead(RequestGroup group) {
    batches.increment();
    positions.add(group.size());
    group.answer(below);
    lock.lock();
    try {
      group.finish();
    } finally {
      lock.unlock();
    }
  }

  /** Whether a leader waits for others. */
  boolean isCollecting() {
    lock.lock();
    try {
      return open != null;
    } finally {
      lock.unlock();
    }
  }

  /** Batches sent down so far. */
  public long batches() {
    return batches.sum();
  }

  /** Positions sent down so far. */
  public long positions() {
    return positions.sum();
  }

  /** Refuses requests from now on; those under way are answered. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      if (open != null) {
        seal(open);
      }
    } finally {
      lock.unlock();
    }
  }
}
