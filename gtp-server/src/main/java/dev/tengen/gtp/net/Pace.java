package dev.tengen.gtp.net;

/**
 * So many a second on average, and two seconds' worth at once after a while of rest: the generic
 * cell rate algorithm.
 */
final class Pace {

  private static final long BURST_NANOS = 2_000_000_000;

  private final long interval;

  /** When the next one is due that follows at the average pace; null before the first. */
  private Long due;

  Pace(int perSecond) {
    interval = 1_000_000_000L / perSecond;
  }

  /** Takes one, if its time has come; else says how many nanoseconds too early it is. */
  long early(long now) {
    long next = due == null || due - now < 0 ? now : due;
    long early = next - now - BURST_NANOS;
    if (early > 0) {
      return early;
    }
    due = next + interval;
    return 0;
  }
}
