package dev.tengen.gtp;

import java.util.List;
import java.util.Locale;

/** How much time there is. */
final class ClockCommands {

  /** The systems of {@code kgs-time_settings}. */
  private static final List<String> KGS = List.of("none", "absolute", "byoyomi", "canadian");

  /** The systems of {@code kata-time_settings}. */
  private static final List<String> KATA =
      List.of("none", "absolute", "byoyomi", "canadian", "fischer", "fischer-capped");

  private final Clock clock;

  private ClockCommands(Clock clock) {
    this.clock = clock;
  }

  static void addTo(CommandTable table, Clock clock) {
    ClockCommands commands = new ClockCommands(clock);
    table
        .addSilent("time_settings", commands::timeSettings)
        .addSilent("kgs-time_settings", arguments -> commands.timeSystem(arguments, KGS))
        .add("kata-list_time_settings", arguments -> String.join(" ", KATA))
        .addSilent("kata-time_settings", arguments -> commands.timeSystem(arguments, KATA))
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

  /**
   * {@code none | absolute M | canadian M P STONES | byoyomi M P PERIODS | fischer M INCREMENT |
   * fischer-capped M INCREMENT MOST_ON_THE_CLOCK MOST_FOR_A_MOVE}, in seconds; 0 or less caps
   * nothing.
   */
  private void timeSystem(Arguments arguments, List<String> known) throws GtpException {
    String system = arguments.word(0, "a time system").toLowerCase(Locale.ROOT);
    if (!known.contains(system)) {
      throw GtpException.syntax(
          "expected one of " + String.join(", ", known) + ", not '" + system + "'");
    }
    double main = system.equals("none") ? 0 : seconds(arguments, 1, "the main time");
    clock.set(
        switch (system) {
          case "none" -> TimeControl.UNLIMITED;
          case "absolute" -> TimeControl.absolute(main);
          case "canadian" ->
              TimeControl.canadian(main, period(arguments), count(arguments, 3, "the stones"));
          case "byoyomi" ->
              TimeControl.japanese(main, period(arguments), count(arguments, 3, "the periods"));
          case "fischer" -> TimeControl.fischer(main, increment(arguments), 0, 0);
          default ->
              TimeControl.fischer(
                  main,
                  increment(arguments),
                  arguments.number(3, "the most on the clock"),
                  arguments.number(4, "the most for a move"));
        });
  }

  private static double period(Arguments arguments) throws GtpException {
    return seconds(arguments, 2, "the period's time");
  }

  private static double increment(Arguments arguments) throws GtpException {
    return seconds(arguments, 2, "the increment");
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
