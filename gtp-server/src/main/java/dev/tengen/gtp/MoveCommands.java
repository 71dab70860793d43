package dev.tengen.gtp;

/** Moves that the engine chooses. */
final class MoveCommands {

  private MoveCommands() {}

  static void addTo(CommandTable table, Mover mover) {
    table
        .add(
            "genmove",
            arguments -> mover.move(arguments.color(0), MoveLimits.NONE, Mover.Audience.NONE))
        // For regression tests: chooses a move without playing it.
        .add("reg_genmove", arguments -> mover.suggest(arguments.color(0)));
  }
}
