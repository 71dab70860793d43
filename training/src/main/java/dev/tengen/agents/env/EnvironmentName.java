package dev.tengen.agents.env;

import dev.tengen.game.UserError;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * An environment as it is written: {@code CartPole-v1}, or with options {@code
 * FrozenLake-v1:slippery=false,limit=200}.
 */
final class EnvironmentName {

  private final String text;
  private final String name;
  private final Map<String, String> options = new LinkedHashMap<>();

  private EnvironmentName(String text, String name) {
    this.text = text;
    this.name = name;
  }

  static EnvironmentName parse(String text) {
    int colon = text.indexOf(':');
    EnvironmentName parsed = new EnvironmentName(text, colon < 0 ? text : text.substring(0, colon));
    if (colon >= 0) {
      for (String option : text.substring(colon + 1).split(",", -1)) {
        int equals = option.indexOf('=');
        if (equals < 1) {
          throw parsed.error("'" + option + "' is no option; write key=value");
        }
        parsed.options.put(option.substring(0, equals), option.substring(equals + 1));
      }
    }
    return parsed;
  }

  String name() {
    return name;
  }

  /** Refuses options other than these. */
  void allow(Set<String> known) {
    for (String key : options.keySet()) {
      if (!known.contains(key)) {
        throw error("unknown option '" + key + "'; there are " + String.join(", ", known));
      }
    }
  }

  /** One of the words allowed. */
  String word(String key, String otherwise, String... allowed) {
    String value = options.getOrDefault(key, otherwise);
    if (!Set.of(allowed).contains(value)) {
      throw error(key + "=" + value + ": write one of " + String.join(", ", allowed));
    }
    return value;
  }

  boolean flag(String key, boolean otherwise) {
    return Boolean.parseBoolean(word(key, Boolean.toString(otherwise), "true", "false"));
  }

  int number(String key, int otherwise, int low, int high) {
    String value = options.get(key);
    if (value == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value);
      if (number >= low && number <= high) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Answered below, like a number out of range.
    }
    throw error("%s=%s: write a whole number from %d to %d".formatted(key, value, low, high));
  }

  double real(String key, double otherwise) {
    String value = options.get(key);
    if (value == null) {
      return otherwise;
    }
    try {
      double number = Double.parseDouble(value);
      if (!Double.isNaN(number) && !Double.isInfinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Answered below.
    }
    throw error(key + "=" + value + ": write a number");
  }

  UserError error(String problem) {
    return new UserError("environment " + text + ": " + problem);
  }
}
