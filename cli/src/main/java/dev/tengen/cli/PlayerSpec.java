package dev.tengen.cli;

import dev.tengen.game.UserError;
import dev.tengen.mcts.SearchConfig;
import dev.tengen.mcts.SearchSettings;
import dev.tengen.networks.inference.PrecisionChoice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A PLAYER as it is written on the command line: {@code random}, {@code rollout:visits=N}, {@code
 * network:FILE,visits=N,precision=P,batch=N} or {@code gtp:COMMAND LINE}. A player that searches
 * takes settings of the search, too: {@code network:FILE,visits=100,cPuct=1.5}.
 */
sealed interface PlayerSpec {

  /** What may be written; for help texts and error messages. */
  String GRAMMAR =
      "random, rollout[:visits=N], network:FILE[,visits=N][,precision=P][,batch=N] or"
          + " gtp:COMMAND LINE; those that search take settings of the search, too: visits=N,cPuct=1.5";

  /** Simulations per move where PLAYER names none. */
  int DEFAULT_VISITS = 200;

  /** Leaves of one search that a network evaluates together where PLAYER names no number. */
  int DEFAULT_BATCH = 8;

  /** Plays uniformly at random, without filling its own eyes. */
  record Random() implements PlayerSpec {}

  /** Searches with random rollouts. */
  record Rollout(Thought thought) implements PlayerSpec {}

  /**
   * Searches with a network.
   *
   * @param batch most leaves of one search that are evaluated together
   */
  record Network(String file, Thought thought, PrecisionChoice precision, int batch)
      implements PlayerSpec {}

  /** Another program that speaks GTP. */
  record Gtp(String commandLine) implements PlayerSpec {}

  /** How much to search for a move, and in which way. */
  record Thought(int visits, SearchConfig search) {

    /** So many visits, else as standard. */
    static Thought of(int visits) {
      return new Thought(visits, SearchConfig.standard());
    }

    /** As it may be written: {@code 200} or {@code 200,cPuct=1.5}. */
    @Override
    public String toString() {
      String settings = SearchSettings.differences(search);
      return visits + (settings.isEmpty() ? "" : "," + settings);
    }
  }

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
      case "rollout" -> new Rollout(thought(text, options(text, rest)));
      case "network" -> {
        int comma = rest.indexOf(',');
        String file = comma < 0 ? rest : rest.substring(0, comma);
        if (file.isEmpty()) {
          throw new UsageError("player '" + text + "': name the network, as network:FILE");
        }
        Map<String, String> options =
            options(text, comma < 0 ? "" : rest.substring(comma + 1), "precision", "batch");
        int batch = number(options, "batch", DEFAULT_BATCH);
        yield new Network(file, thought(text, options), precision(options), batch);
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

  /** The options of a player that searches: visits, those named, and the search's settings. */
  private static Map<String, String> options(String player, String text, String... more) {
    List<String> known = new ArrayList<>(List.of("visits"));
    known.addAll(List.of(more));
    known.addAll(SearchSettings.names());
    Map<String, String> options = new LinkedHashMap<>();
    if (text.isEmpty()) {
      return options;
    }
    for (String option : text.split(",", -1)) {
      int equals = option.indexOf('=');
      String key = equals < 0 ? option : option.substring(0, equals);
      if (equals < 0 || !known.contains(key)) {
        throw new UsageError(
            "player '%s': unknown option '%s'; write one of %s"
                .formatted(player, option, String.join("=…, ", known) + "=…"));
      }
      options.put(key, option.substring(equals + 1));
    }
    return options;
  }

  private static Thought thought(String player, Map<String, String> options) {
    SearchConfig search = SearchConfig.standard();
    for (String name : SearchSettings.names()) {
      if (options.containsKey(name)) {
        try {
          search = SearchSettings.with(search, name, options.get(name));
        } catch (UserError e) {
          throw new UsageError("player '%s': %s".formatted(player, e.getMessage()));
        }
      }
    }
    return new Thought(number(options, "visits", DEFAULT_VISITS), search);
  }

  private static int number(Map<String, String> options, String key, int standard) {
    String text = options.get(key);
    if (text == null) {
      return standard;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Answered below, like a number that is too small.
    }
    throw new UsageError(key + "=" + text + ": write a whole number from 1 up");
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
