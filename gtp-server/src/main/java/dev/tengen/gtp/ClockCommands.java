package dev.tengen.gtp;

import java.util.Locale;

/** How much time there is. */
final class ClockCommands {

  private final Clock clock;

  private ClockCommands(Clock clock) {
    this.clock = clock;
  }

  static void addTo(CommandTable table, Clock clock) {
    ClockCommands commands = new ClockCommands(clock);
    table
        .addSilent("time_settings", commands::timeSettings)
        .addSilent("kgs-time_settings", commands::kgsTimeSettings)
        .addSilent("time_left", commands::timeLeft);
  }

  /**
   * {@code time_settings MAIN BYO_YOMI STONES}, in seconds. Byo-yomi without stones means no limit
   * (GTP 2); so, here, do three zeros, which leave no time to move at all.
   */
  private void timeSettings(Arguments arguments) throws GtpException {
    double main = seconds(arguments, 0, "the main time");
    double period = seconds(arguments, 1, "the byo-yomi time");
    int stones = count(arguments, 2, "the byo-yomi stones");
    boolean unlimited = stones == 0 && (period > 0 || main == 0);
    if (unlimited) {
      clock.set(TimeControl.UNLIMITED);
    } else if (period == 0) {
      clock.set(TimeControl.absolute(main));
    } else {
      clock.set(TimeControl.canadian(main, period, stones));
    }
  }

  /** {@code kgs-time_settings none | absolute M | canadian M P STONES | byoyomi M P PERIODS}. */
  private void kgsTimeSettings(Arguments arguments) throws GtpException {
    String system = arguments.word(0, "a time system").toLowerCase(Locale.ROOT);
    switch (system) {
      case "none" -> clock.set(TimeControl.UNLIMITED);
      case "absolute" -> clock.set(TimeControl.absolute(seconds(arguments, 1, "the main time")));
      case "canadian", "byoyomi" -> {
        double main = seconds(arguments, 1, "the main time");
        double period = seconds(arguments, 2, "the period's time");
        int count = count(arguments, 3, "the number of stones or periods");
        clock.set(
            system.equals("canadian")
                ? TimeControl.canadian(main, period, count)
                : TimeControl.japanese(main, period, count));
      }
      default ->
          throw GtpException.syntax(
              "expected none, absolute, canadian or byoyomi, not '" + system + "'");
    }
  }

  /** {@code time_left COLOR SECONDS STONES}. */
  private void timeLeft(Arguments arguments) throws GtpException {
    double left = seconds(arguments, 1, "the time left");
    int stones = arguments.has(2) ? count(arguments, 2, "the stones left") : 0;
    clock.setLeft(arguments.color(0), TimeControl.nanos(left), stones);
  }

  private static double seconds(Arguments arguments, int index, String what) throws GtpException {
    double seconds = arguments.number(index, what);
    if (seconds < 0) {
      throw GtpException.syntax("expected " + what + ", not a negative time");
    }
    return seconds;
  }

  private static int count(Arguments arguments, int index, String what) throws GtpException {
    int count = arguments.integer(index, what);
    if (count < 0) {
      throw GtpException.syntax("expected " + what + ", not a negative number");
    }
    return count;
  }
}
