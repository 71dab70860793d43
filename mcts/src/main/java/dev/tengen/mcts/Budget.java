package dev.tengen.mcts;

import dev.tengen.game.UserError;
import java.time.Duration;

/**
 * When a search has done enough: at so many visits or after so long, whichever comes first. A
 * search may overrun a time by the length of one evaluation.
 *
 * @param visits visits of the root at which to stop, at least 1. Visits that the tree brings from
 *     an earlier search count, and so does the evaluation of the root itself: a fresh search of 800
 *     visits evaluates the root and then runs 799 simulations below it.
 * @param nanos nanoseconds from {@link Search#begin}, at least 1
 * @param savesTime whether time left over is of use later, as on the clock of a game: a search that
 *     may stop early ({@link SearchConfig#earlyStop}) then does so by the clock, too
 */
public record Budget(int visits, long nanos, boolean savesTime) {

  /** No limit on visits, or on time. */
  private static final int ANY_VISITS = Integer.MAX_VALUE;

  private static final long ANY_TIME = Long.MAX_VALUE;

  public Budget {
    if (visits < 1) {
      throw new UserError("visits must be at least 1, not " + visits);
    }
    if (nanos < 1) {
      throw new UserError("search time must be positive, not " + nanos + " ns");
    }
  }

  /** Stops at this many visits or after so long; time left over is lost. */
  public Budget(int visits, long nanos) {
    this(visits, nanos, false);
  }

  /** Stops at this many visits. */
  public static Budget visits(int visits) {
    return new Budget(visits, ANY_TIME);
  }

  /** Stops after this long. */
  public static Budget time(Duration time) {
    return new Budget(ANY_VISITS, time.toNanos());
  }

  /** Never stops by itself: for pondering, where the caller ends it. */
  public static Budget unlimited() {
    return new Budget(ANY_VISITS, ANY_TIME);
  }

  /** This budget where time left over is of use later. */
  public Budget savingTime() {
    return new Budget(visits, nanos, true);
  }

  /** Whether the number of visits is limited. */
  public boolean limitsVisits() {
    return visits != ANY_VISITS;
  }

  /** Whether the time is limited. */
  public boolean limitsTime() {
    return nanos != ANY_TIME;
  }
}
