package dev.tengen.networks.inference;

import dev.tengen.game.Evaluator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets many users work in a few places, such as the games of a server on its cores: no more threads
 * are busy than there are places, the others wait without taking time.
 *
 * <p>Each user has a {@link Seat}. Of the seats where someone waits, that one is served next which
 * has been given least since it last came to wait; a seat that was idle has saved up nothing. What
 * is given is counted in positions, so small batches are no disadvantage (start-time fair queueing,
 * Goyal, Vin and Cheng 1996, without the tags).
 */
public final class FairShare {

  private final ReentrantLock lock = new ReentrantLock();

  /** Seats where someone waits. */
  private final List<Seat> waiting = new ArrayList<>();

  private int freePlaces;

  /** What the seat served last had been given. */
  private long level;

  /**
   * @param places how many may work at once
   */
  public FairShare(int places) {
    if (places < 1) {
      throw new IllegalArgumentException("places must be 1 or more, not " + places);
    }
    freePlaces = places;
  }

  /** A place for one more user. */
  public Seat seat() {
    return new Seat();
  }

  /** Gives free places to those who wait. */
  private void serve() {
    while (freePlaces > 0 && !waiting.isEmpty()) {
      Seat next = waiting.get(0);
      for (Seat seat : waiting) {
        if (seat.given < next.given) {
          next = seat;
        }
      }
      level = next.given;
      Turn turn = next.turns.remove();
      if (next.turns.isEmpty()) {
        waiting.remove(next);
      }
      next.given += turn.cost;
      next.positions += turn.cost;
      freePlaces--;
      turn.come = true;
      turn.changed.signal();
    }
  }

  /** Someone's wait for a place. Guarded by the lock. */
  private static final class Turn {
    private final int cost;
    private final Condition changed;
    private boolean come;
    private boolean dropped;

    Turn(int cost, Condition changed) {
      this.cost = cost;
      this.changed = changed;
    }
  }

  /** One user, who may have several threads. */
  public final class Seat {

    private final Deque<Turn> turns = new ArrayDeque<>();

    /** What was given, or {@link #level} when it last came to wait, if that was more. */
    private long given;

    private long positions;

    private Seat() {}

    /**
     * Works when there is a place.
     *
     * @param cost of the work, in positions
     * @throws CancellationException if {@link #dropWaiting} was called meanwhile
     */
    public void work(int cost, Runnable work) {
      await(cost);
      try {
        work.run();
      } finally {
        lock.lock();
        try {
          freePlaces++;
          serve();
        } finally {
          lock.unlock();
        }
      }
    }

    private void await(int cost) {
      lock.lock();
      try {
        Turn turn = new Turn(cost, lock.newCondition());
        if (turns.isEmpty()) {
          given = Math.max(given, level);
          waiting.add(this);
        }
        turns.add(turn);
        serve();
        while (!turn.come && !turn.dropped) {
          turn.changed.awaitUninterruptibly();
        }
        if (turn.dropped) {
          throw new CancellationException("nobody waits for this any more");
        }
      } finally {
        lock.unlock();
      }
    }

    /** Has everybody who waits here give up: what they would work on is of no use any more. */
    public void dropWaiting() {
      lock.lock();
      try {
        for (Turn turn : turns) {
          turn.dropped = true;
          turn.changed.signal();
        }
        turns.clear();
        waiting.remove(this);
      } finally {
        lock.unlock();
      }
    }

    /** What was given here so far, in positions. */
    public long positions() {
      lock.lock();
      try {
        return positions;
      } finally {
        lock.unlock();
      }
    }

    /** How many wait here. */
    int waiting() {
      lock.lock();
      try {
        return turns.size();
      } finally {
        lock.unlock();
      }
    }

    /** An evaluator that works here. */
    public Evaluator over(Evaluator below) {
      return (batch, count, logits, values) ->
          work(count, () -> below.evaluate(batch, count, logits, values));
    }
  }
}
