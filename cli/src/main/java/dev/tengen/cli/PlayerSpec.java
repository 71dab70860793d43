package dev.tengen.cli;

import dev.tengen.networks.inference.PrecisionChoice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A PLAYER as it is written on the command line: {@code random}, {@code rollout:visits=N}, {@code
 * network:FILE,visits=N,precision=P} or {@code gtp:COMMAND LINE}.
 */
sealed interface PlayerSpec {

  /** What may be written; for help texts and error messages. */
  String GRAMMAR =
      "random, rollout[:visits=N], network:FILE[,visits=N][,precision=P] or gtp:COMMAND LINE";

  /** Simulations per move where PLAYER names none. */
  int DEFAULT_VISITS = 200;

  /** Plays uniformly at random, without filling its own eyes. */
  record Random() implements PlayerSpec {}

  /** Searches with random rollouts. */
  record Rollout(int visits) implements PlayerSpec {}

  /** Searches with a network. */
  record Network(String file, int visits, PrecisionChoice precision) implements PlayerSpec {}

  /** Another program that speaks GTP. */
  record Gtp(String commandLine) implements PlayerSpec {}

  /**
   * Reads a PLAYER.
   *
   * @throws UsageError if it is none
   */
  static PlayerSpec parse(String text) {
    int colon = text.indexOf(':');
    String kind = colon < 0 ? text : text.substring(0, colon);
    String rest = colon < 0 ? "" : text.substring(colon + 1);
    return switch (kind) {
      case "random" -> {
        if (!rest.isEmpty()) {
          throw new UsageError("player '" + text + "': random takes no options");
        }
        yield new Random();
      }
      case "rollout" -> new Rollout(visits(options(text, rest, "visits")));
      case "network" -> {
        int comma = rest.indexOf(',');
        String file = comma < 0 ? rest : rest.substring(0, comma);
        if (file.isEmpty()) {
          throw new UsageError("player '" + text + "': name the network, as network:FILE");
        }
        Map<String, String> options =
            options(text, comma < 0 ? "" : rest.substring(comma + 1), "visits", "precision");
        yield new Network(file, visits(options), precision(options));
      }
      case "gtp" -> {
        if (rest.isBlank()) {
          throw new UsageError("player '" + text + "': name the program, as gtp:COMMAND LINE");
        }
        yield new Gtp(rest.strip());
      }
      default -> throw new UsageError("player '" + text + "': write " + GRAMMAR);
    };
  }

  private static Map<String, String> options(String player, String text, String... known) {
    Map<String, String> options = new LinkedHashMap<>();
    if (text.isEmpty()) {
      return options;
    }
    for (String option : text.split(",", -1)) {
      int equals = option.indexOf('=');
      String key = equals < 0 ? option : option.substring(0, equals);
      if (equals < 0 || !List.of(known).contains(key)) {
        throw new UsageError(
            "player '%s': unknown option '%s'; write %s"
                .formatted(player, option, String.join("=… or ", known) + "=…"));
      }
      options.put(key, option.substring(equals + 1));
    }
    return options;
  }

  private static int visits(Map<String, String> options) {
    String text = options.get("visits");
    if (text == null) {
      return DEFAULT_VISITS;
    }
    try {
      int visits = Integer.parseInt(text);
      if (visits >= 1) {
        return visits;
      }
    } catch (NumberFormatException e) {
      // Answered below, like a number that is too small.
    }
    throw new UsageError("visits=" + text + ": write a whole number from 1 up");
  }

  private static PrecisionChoice precision(Map<String, String> options) {
    String text = options.getOrDefault("precision", "auto");
    for (PrecisionChoice choice : PrecisionChoice.values()) {
      if (choice.toString().equalsIgnoreCase(text)) {
        return choice;
      }
    }
    throw new UsageError("precision=" + text + ": write auto, float32, bfloat16 or float16");
  }
}
