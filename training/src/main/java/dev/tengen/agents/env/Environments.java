package dev.tengen.agents.env;

import dev.tengen.agents.env.BoardGame.Colour;
import dev.tengen.agents.env.BoardGame.Opponent;
import dev.tengen.game.UserError;
import dev.tengen.go.GoPosition;
import dev.tengen.go.RolloutEvaluator;
import dev.tengen.training.Nearest;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The environments by name. */
public final class Environments {

  /**
   * An environment that can be made.
   *
   * @param name such as {@code CartPole-v1}
   * @param description one line for people
   * @param limit the most steps of an episode; 0: its own rules end it
   * @param options that may follow the name, each with what it stands for
   */
  public record Entry(String name, String description, int limit, Map<String, String> options) {
    public Entry {
      options = Collections.unmodifiableMap(new TreeMap<>(options));
    }
  }

  /** Makes an environment that is not yet limited in time. */
  @FunctionalInterface
  private interface Factory {
    Environment make(EnvironmentName name);
  }

  private static final Map<String, Entry> ENTRIES = new LinkedHashMap<>();
  private static final Map<String, Factory> FACTORIES = new HashMap<>();

  static {
    add("CartPole-v1", "balance a pole on a cart", 500, Map.of(), name -> new CartPole());
    add("Acrobot-v1", "swing two links up", 500, Map.of(), name -> new Acrobot());
    add("MountainCar-v0", "drive out of a valley", 200, Map.of(), name -> new MountainCar());
    add(
        "Pendulum-v1",
        "swing a pendulum up and hold it",
        200,
        Map.of("torques", "how many there are to choose from, 2 to 101 (5)"),
        name -> new Pendulum(name.number("torques", 5, 2, 101)));
    Map<String, String> slippery = Map.of("slippery", "whether steps go aside, true or false");
    add(
        "FrozenLake-v1",
        "cross 4x4 cells of slippery ice",
        100,
        slippery,
        name -> FrozenLake.create(4, name.flag("slippery", true)));
    add(
        "FrozenLake8x8-v1",
        "cross 8x8 cells of slippery ice",
        200,
        slippery,
        name -> FrozenLake.create(8, name.flag("slippery", true)));
    // The original has no limit; without one a policy may walk on for ever.
    add(
        "CliffWalking-v1",
        "walk along a cliff",
        200,
        slippery,
        name -> CliffWalking.create(name.flag("slippery", false)));
    add("Taxi-v4", "fetch a passenger", 200, Map.of(), name -> Taxi.create());
    add(
        "Catch",
        "catch a falling ball",
        0,
        Map.of("rows", "2 to 100 (10)", "columns", "1 to 100 (5)"),
        name -> new Catch(name.number("rows", 10, 2, 100), name.number("columns", 5, 1, 100)));
    add(
        "DeepSea",
        "dive to the treasure, which takes deep exploration",
        0,
        Map.of(
            "size", "cells along an edge, 2 to 100 (10)",
            "stochastic", "whether moves may fail and rewards are noisy (false)",
            "mapping", "seed of which action means right where; 0: always action 1 (0)"),
        name ->
            new DeepSea(
                name.number("size", 10, 2, 100),
                name.flag("stochastic", false),
                name.number("mapping", 0, 0, Integer.MAX_VALUE)));
    Map<String, String> play =
        Map.of(
            "opponent", "random, or search with random rollouts (random)",
            "visits", "of the opponent's search for a move, 1 to 100000 (50)",
            "colour", "the agent's: black, which begins, white or either (either)");
    add("TicTacToe", "three in a row, against an opponent", 0, play, Environments::ticTacToe);
    Map<String, String> goOptions = new TreeMap<>(play);
    goOptions.put("board", "points along an edge, 2 to 9 (5)");
    goOptions.put("komi", "points for White (7)");
    add("Go", "Go on a small board, against an opponent", 150, goOptions, Environments::go);
  }

  private Environments() {}

  private static void add(
      String name, String description, int limit, Map<String, String> options, Factory factory) {
    ENTRIES.put(name, new Entry(name, description, limit, options));
    FACTORIES.put(name, factory);
  }

  private static Environment ticTacToe(EnvironmentName name) {
    Opponent<TicTacToe> opponent =
        searches(name)
            ? Opponents.search(TicTacToe.START, Opponents.ticTacToeRollouts(), visits(name))
            : Opponents.random();
    return new BoardGame<>(new TicTacToeGame(), opponent, colour(name));
  }

  private static Environment go(EnvironmentName name) {
    double komi = name.real("komi", 7);
    if (komi * 2 != Math.rint(komi * 2) || Math.abs(komi) > 361) {
      throw name.error("komi=" + komi + ": write a whole or half number");
    }
    GoGame game = new GoGame(name.number("board", 5, 2, 9), komi);
    Opponent<GoPosition> opponent =
        searches(name)
            ? Opponents.search(game.start(), new RolloutEvaluator(1, 0), visits(name))
            : Opponents.randomGo();
    return new BoardGame<>(game, opponent, colour(name));
  }

  private static boolean searches(EnvironmentName name) {
    return name.word("opponent", "random", "random", "search").equals("search");
  }

  private static int visits(EnvironmentName name) {
    return name.number("visits", 50, 1, 100_000);
  }

  private static Colour colour(EnvironmentName name) {
    String word = name.word("colour", "either", "black", "white", "either");
    return Colour.valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** All there are. */
  public static List<Entry> entries() {
    return List.copyOf(ENTRIES.values());
  }

  /**
   * Makes an environment.
   *
   * @param text its name, perhaps with options: {@code FrozenLake-v1:slippery=false}. Each takes
   *     {@code limit=N}, the most steps of an episode
   * @throws UserError if there is none of that name, or an option does not fit
   */
  public static TimeLimit make(String text) {
    EnvironmentName name = EnvironmentName.parse(text);
    Entry entry = ENTRIES.get(name.name());
    if (entry == null) {
      throw new UserError(
          "unknown environment '%s'; %s"
              .formatted(name.name(), Nearest.of(name.name(), ENTRIES.keySet())));
    }
    Set<String> options = new LinkedHashSet<>(entry.options().keySet());
    options.add("limit");
    name.allow(options);
    int limit = name.number("limit", entry.limit(), 1, Integer.MAX_VALUE);
    return new TimeLimit(FACTORIES.get(entry.name()).make(name), limit);
  }

  /** The name without its options: {@code FrozenLake-v1}. */
  public static String baseName(String text) {
    return EnvironmentName.parse(text).name();
  }
}
