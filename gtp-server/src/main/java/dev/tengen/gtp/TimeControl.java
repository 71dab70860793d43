package dev.tengen.gtp;

import java.util.concurrent.TimeUnit;

/**
 * How much time a game gives each player.
 *
 * @param overtime what follows the main time
 * @param mainNanos the main time
 * @param periodNanos the length of one overtime period
 * @param count stones per Canadian period, or the number of Japanese periods
 */
record TimeControl(Overtime overtime, long mainNanos, long periodNanos, int count) {

  /** What follows the main time. */
  enum Overtime {
    /** The game has no clock at all. */
    UNLIMITED,
    /** Nothing: the main time is all there is. */
    NONE,
    /** A number of stones in each period (byo-yomi of GTP's {@code time_settings}). */
    CANADIAN,
    /** A number of periods, one of which is lost whenever a move takes longer. */
    JAPANESE
  }

  static final TimeControl UNLIMITED = new TimeControl(Overtime.UNLIMITED, 0, 0, 0);

  /** A century: nobody means more, and sums of it do not overflow. */
  private static final double MAX_SECONDS = 3e9;

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

  boolean hasOvertime() {
    return overtime == Overtime.CANADIAN || overtime == Overtime.JAPANESE;
  }

  /** Seconds in nanoseconds, less than what could overflow. */
  static long nanos(double seconds) {
    return (long) (Math.max(0, Math.min(seconds, MAX_SECONDS)) * TimeUnit.SECONDS.toNanos(1));
  }
}
