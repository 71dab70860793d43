package dev.tengen.mcts;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hands out the simulations that a budget has left, to several threads and never more than there
 * are.
 */
final class Quota {

  private final Tree tree;

  /** Simulations handed out and neither counted as a visit nor given back. */
  private final AtomicInteger underWay = new AtomicInteger();

  private volatile int visitLimit;
  private volatile boolean closed;

  Quota(Tree tree) {
    this.tree = tree;
  }

  /** Hands out simulations until the root has so many visits. */
  void open(int limit) {
    visitLimit = limit;
    closed = false;
  }

  /** Hands out no more. */
  void close() {
    closed = true;
  }

  boolean isClosed() {
    return closed;
  }

  /** Takes one simulation; false if there is none left, as far as those under way all count. */
  boolean take() {
    // A visit is counted before its simulation is given back: it may be seen twice, never missed.
    long taken = underWay.getAndIncrement();
    if (!closed && taken + tree.visits(Tree.ROOT) < visitLimit) {
      return true;
    }
    underWay.getAndDecrement();
    return false;
  }

  /** Gives a simulation back, because it was counted as a visit or came to nothing. */
  void giveBack() {
    underWay.getAndDecrement();
  }

  /** Simulations not handed out yet, as far as those under way all count. */
  int left() {
    return Math.max(0, visitLimit - tree.visits(Tree.ROOT) - underWay.get());
  }

  /** Whether simulations are under way anywhere. */
  boolean anyUnderWay() {
    return underWay.get() > 0;
  }
}
