package dev.tengen.gtp;

/** KataGo's commands for how to search; Tengen has one of its many parameters. */
final class ParamCommands {

  private static final String MAX_VISITS = "maxVisits";
  private static final int MOST_VISITS = 100_000_000;

  private final Thinker thinker;

  private ParamCommands(Thinker thinker) {
    this.thinker = thinker;
  }

  static void addTo(CommandTable table, Thinker thinker) {
    ParamCommands commands = new ParamCommands(thinker);
    table
        .add("kata-list-params", arguments -> MAX_VISITS)
        .add("kata-get-param", commands::get)
        .addSilent("kata-set-param", commands::set);
  }

  /** {@code kata-get-param maxVisits}: the most visits of a search for a move. */
  private String get(Arguments arguments) throws GtpException {
    return Integer.toString(known(arguments));
  }

  /** {@code kata-set-param maxVisits N}, for this session. */
  private void set(Arguments arguments) throws GtpException {
    known(arguments);
    int visits = arguments.integer(1, "a number of visits");
    if (visits < 1 || visits > MOST_VISITS) {
      throw new GtpException(MAX_VISITS + " must be 1 to " + MOST_VISITS);
    }
    thinker.setMaxVisits(visits);
  }

  private int known(Arguments arguments) throws GtpException {
    String name = arguments.word(0, "the name of a parameter");
    if (!name.equals(MAX_VISITS)) {
      throw new GtpException("unknown parameter '" + name + "'; known is " + MAX_VISITS);
    }
    return thinker
        .maxVisits()
        .orElseThrow(() -> new GtpException("this engine does not count visits"));
  }
}
