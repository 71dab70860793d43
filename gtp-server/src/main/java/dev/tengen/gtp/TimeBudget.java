package dev.tengen.gtp;

/**
 * The time that one move may take.
 *
 * @param nanos nanoseconds from now; {@code Long.MAX_VALUE} if the game sets no limit
 * @param saves whether the player keeps what it does not use of it
 */
public record TimeBudget(long nanos, boolean saves) {

  /** No limit. */
  public static final TimeBudget UNLIMITED = new TimeBudget(Long.MAX_VALUE, false);

  public TimeBudget {
    if (nanos <= 0) {
      throw new IllegalArgumentException("a budget of " + nanos + " ns");
    }
  }

  /** Whether there is a limit. */
  public boolean isLimited() {
    return nanos != Long.MAX_VALUE;
  }
}
