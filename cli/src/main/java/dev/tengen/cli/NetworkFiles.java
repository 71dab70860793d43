package dev.tengen.cli;

import dev.tengen.game.UserError;
import java.nio.file.Files;
import java.nio.file.Path;

/** Which file a network's name on the command line means. */
final class NetworkFiles {

  /** The name of the network that comes with Tengen. */
  static final String DEFAULT = "default";

  private NetworkFiles() {}

  /** The path of a network: {@code default}, or itself a path. */
  static Path resolve(String name) {
    return name.equals(DEFAULT) ? shipped() : Path.of(name);
  }

  private static Path shipped() {
    Path home = Path.of(System.getProperty("tengen.home", "."));
    Path network = home.resolve("networks/models/9x9");
    if (!Files.isDirectory(network)) {
      throw new UserError("the default network is missing: expected it at " + network);
    }
    return network;
  }
}
