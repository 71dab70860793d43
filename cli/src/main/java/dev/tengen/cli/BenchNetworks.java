package dev.tengen.cli;

import dev.tengen.game.UserError;
import dev.tengen.networks.Network;
import dev.tengen.networks.NetworkConfig;
import dev.tengen.networks.checkpoint.Networks;
import java.util.ArrayList;
import java.util.List;

/**
 * The networks that a bench measures.
 *
 * @param file the only one, if one was named; else null
 * @param sizes blocks by channels of random ones, if any were asked for
 * @param boards their board sizes, if any were asked for
 */
record BenchNetworks(String file, List<String> sizes, List<Integer> boards) {

  /** What was asked for, else random ones of these sizes on 9x9. */
  List<Network> orRandom(String... defaultSizes) {
    if (file != null) {
      return List.of(named());
    }
    List<Network> networks = new ArrayList<>();
    for (int board : boards.isEmpty() ? List.of(9) : boards) {
      for (String size : sizes.isEmpty() ? List.of(defaultSizes) : sizes) {
        networks.add(random(board, size));
      }
    }
    return networks;
  }

  /**
   * What was asked for, else for each board the network that comes with Tengen, or where that does
   * not play, a random one of this size.
   */
  List<Network> orShipped(List<Integer> defaultBoards, String otherwise) {
    if (file != null || !sizes.isEmpty()) {
      return orRandom();
    }
    List<Network> networks = new ArrayList<>();
    for (int board : boards.isEmpty() ? defaultBoards : boards) {
      Network shipped = shipped();
      boolean fits = shipped != null && shipped.config().boardSize() == board;
      networks.add(fits ? shipped : random(board, otherwise));
    }
    return networks;
  }

  private Network named() {
    Network network = Networks.load(NetworkFiles.resolve(file));
    int size = network.config().boardSize();
    for (int board : boards) {
      if (board != size) {
        throw new UsageError(
            "--board %d does not fit %s, which plays %dx%<d".formatted(board, file, size));
      }
    }
    return network;
  }

  private static Network shipped() {
    try {
      return Networks.load(NetworkFiles.resolve(NetworkFiles.DEFAULT));
    } catch (UserError e) {
      return null; // there is none here
    }
  }

  private static Network random(int board, String size) {
    String[] parts = size.split("x", -1);
    try {
      int channels = Integer.parseInt(parts[1]);
      NetworkConfig config =
          new NetworkConfig(board, Integer.parseInt(parts[0]), channels, channels);
      return Network.random(config, 1);
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new UsageError("--net " + size + ": write blocks x channels, as 6x64");
    }
  }
}
