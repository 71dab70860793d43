package dev.tengen.training;

import dev.tengen.game.UserError;
import java.util.Locale;

/**
 * Validation of settings. A message begins with the setting's name; {@link Yaml} adds its place.
 */
public final class Checks {

  private Checks() {}

  /** Refuses a value outside [low, high]. */
  public static void between(String name, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new UserError(
          name + " must be " + number(low) + " to " + number(high) + ", not " + number(value));
    }
  }

  /** Refuses a value below {@code low}, and infinity. */
  public static void atLeast(String name, double value, double low) {
    if (!(value >= low) || Double.isInfinite(value)) {
      throw new UserError(name + " must be at least " + number(low) + ", not " + number(value));
    }
  }

  /** Refuses what is not above 0, and infinity. */
  public static void positive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new UserError(name + " must be more than 0, not " + number(value));
    }
  }

  /** Refuses what does not hold, with this message. */
  public static void that(boolean holds, String message) {
    if (!holds) {
      throw new UserError(message);
    }
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%.0f", value)
        : Double.toString(value);
  }
}
