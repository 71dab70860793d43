package dev.tengen.gtp;

/** Who is there, what it can do, and goodbye. */
final class SessionCommands {

  private SessionCommands() {}

  static void addTo(CommandTable table, EngineSettings settings, Runnable quit) {
    table
        .add("protocol_version", arguments -> "2")
        .add("name", arguments -> settings.name())
        .add("version", arguments -> settings.version())
        .add(
            "known_command",
            arguments ->
                Boolean.toString(
                    arguments.has(0) && table.find(arguments.word(0, "a command")) != null))
        .add("list_commands", arguments -> table.names())
        .addSilent("quit", arguments -> quit.run());
  }
}
