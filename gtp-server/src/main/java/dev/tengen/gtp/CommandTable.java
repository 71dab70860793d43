package dev.tengen.gtp;

import java.util.LinkedHashMap;
import java.util.Map;

/** The commands that an engine knows, in the order in which {@code list_commands} names them. */
final class CommandTable {

  private final Map<String, Command.Live> commands = new LinkedHashMap<>();

  CommandTable add(String name, Command command) {
    return addLive(name, (arguments, response) -> response.succeed(command.run(arguments)));
  }

  /** Adds a command that writes its response bit by bit. */
  CommandTable addLive(String name, Command.Live command) {
    if (commands.put(name, command) != null) {
      throw new IllegalStateException("two commands named " + name);
    }
    return this;
  }

  /** Adds a command that answers nothing but "done". */
  CommandTable addSilent(String name, Command.Silent command) {
    return add(
        name,
        arguments -> {
          command.run(arguments);
          return "";
        });
  }

  /** The command of that name; null if there is none. */
  Command.Live find(String name) {
    return commands.get(name);
  }

  /** All names, one a line. */
  String names() {
    return String.join("\n", commands.keySet());
  }
}
