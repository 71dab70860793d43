package dev.tengen.gtp;

import java.util.concurrent.TimeUnit;

/**
 * How much time a game gives each player.
 *
 * @param overtime what follows the main time
 * @param mainNanos the main time
 * @param periodNanos the length of one overtime period; what Fischer's clock adds after each move
 * @param count stones per Canadian period, or the number of Japanese periods
 * @param mainLimitNanos what Fischer's clock never rises above
 * @param moveLimitNanos the longest that one move may take
 */
record TimeControl(
    Overtime overtime,
    long mainNanos,
    long periodNanos,
    int count,
    long mainLimitNanos,
    long moveLimitNanos) {

  /** What follows the main time. */
  enum Overtime {
    /** The game has no clock at all. */
    UNLIMITED,
    /** Nothing: the main time is all there is. */
    NONE,
    /** A number of stones in each period (byo-yomi of GTP's {@code time_settings}). */
    CANADIAN,
    /** A number of periods, one of which is lost whenever a move takes longer. */
    JAPANESE,
    /** Nothing, but each move adds to the main time. */
    FISCHER
  }

  static final TimeControl UNLIMITED = new TimeControl(Overtime.UNLIMITED, 0, 0, 0);

  private static final long NO_LIMIT = Long.MAX_VALUE;

  /** A century: nobody means more, and sums of it do not overflow. */
  private static final double MAX_SECONDS = 3e9;

  private TimeControl(Overtime overtime, long mainNanos, long periodNanos, int count) {
    this(overtime, mainNanos, periodNanos, count, NO_LIMIT, NO_LIMIT);
  }

  static TimeControl absolute(double seconds) {
    return new TimeControl(Overtime.NONE, nanos(seconds), 0, 0);
  }

  static TimeControl canadian(double mainSeconds, double periodSeconds, int stones) {
    return new TimeControl(
        Overtime.CANADIAN, nanos(mainSeconds), nanos(periodSeconds), Math.max(1, stones));
  }

  static TimeControl japanese(double mainSeconds, double periodSeconds, int periods) {
    return new TimeControl(
        Overtime.JAPANESE, nanos(mainSeconds), nanos(periodSeconds), Math.max(1, periods));
  }

  /**
   * Main time to which each move adds.
   *
   * @param mainLimitSeconds what the clock never rises above; 0 or less for no limit
   * @param moveLimitSeconds the longest that one move may take; 0 or less for no limit
   */
  static TimeControl fischer(
      double mainSeconds,
      double incrementSeconds,
      double mainLimitSeconds,
      double moveLimitSeconds) {
    return new TimeControl(
        Overtime.FISCHER,
        nanos(mainSeconds),
        nanos(incrementSeconds),
        0,
        limit(mainLimitSeconds),
        limit(moveLimitSeconds));
  }

  private static long limit(double seconds) {
    return seconds > 0 ? nanos(seconds) : NO_LIMIT;
  }

  boolean hasOvertime() {
    return overtime == Overtime.CANADIAN || overtime == Overtime.JAPANESE;
  }

  /** Seconds in nanoseconds, less than what could overflow. */
  static long nanos(double seconds) {
    return (long) (Math.max(0, Math.min(seconds, MAX_SECONDS)) * TimeUnit.SECONDS.toNanos(1));
  }
}
