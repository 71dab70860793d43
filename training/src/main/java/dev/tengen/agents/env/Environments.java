package dev.tengen.agents.env;

import dev.tengen.game.UserError;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
  public record Entry(String name, String description, int limit, Map<String, String> options) {}

  /** Makes an environment that is not yet limited in time. */
  @FunctionalInterface
  private interface Factory {
    Environment make(EnvironmentName name);
  }

  private static final Map<String, Entry> ENTRIES = new LinkedHashMap<>();
  private static final Map<String, Factory> FACTORIES = new HashMap<>();

  static {
    add("CartPole-v1", "balance a pole on a cart", 500, Map.of(), name -> new CartPole());
  }

  private Environments() {}

  private static void add(
      String name, String description, int limit, Map<String, String> options, Factory factory) {
    ENTRIES.put(name, new Entry(name, description, limit, options));
    FACTORIES.put(name, factory);
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
          "unknown environment '" + name.name() + "'; there are " + ENTRIES.keySet());
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
