package dev.tengen.go;

import dev.tengen.game.UserError;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rules of a game, by their parts.
 *
 * @param suicide whether a player may remove an own chain by taking its last liberty
 */
public record Rules(KoRule ko, Scoring scoring, boolean suicide) {

  /** Tromp and Taylor's logical rules: positional superko, area scoring, suicide is legal. */
  public static final Rules TROMP_TAYLOR = new Rules(KoRule.POSITIONAL_SUPERKO, Scoring.AREA, true);

  /** As most Chinese events play: simple ko, area scoring, no suicide. */
  public static final Rules CHINESE = new Rules(KoRule.SIMPLE, Scoring.AREA, false);

  /** American Go Association: situational superko, no suicide. */
  public static final Rules AGA = new Rules(KoRule.SITUATIONAL_SUPERKO, Scoring.AREA, false);

  /** New Zealand Go Society: situational superko, suicide is legal. */
  public static final Rules NEW_ZEALAND = new Rules(KoRule.SITUATIONAL_SUPERKO, Scoring.AREA, true);

  private static final Map<String, Rules> NAMED =
      new TreeMap<>(
          Map.of(
              "tromp-taylor", TROMP_TAYLOR,
              "chinese", CHINESE,
              "aga", AGA,
              "new-zealand", NEW_ZEALAND));

  /**
   * The rules with this name, in upper or lower case. Reads every {@link #name()}.
   *
   * @throws UserError if there are none; its message lists the names
   */
  public static Rules named(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    Rules known = NAMED.get(wanted);
    if (known != null) {
      return known;
    }
    for (KoRule ko : KoRule.values()) {
      for (Scoring scoring : Scoring.values()) {
        for (boolean suicide : new boolean[] {false, true}) {
          Rules rules = new Rules(ko, scoring, suicide);
          if (rules.parts().equals(wanted)) {
            return rules;
          }
        }
      }
    }
    throw new UserError(
        "unknown rules '" + name + "'; known are " + String.join(", ", NAMED.keySet()));
  }

  /** The name of these rules or, if they have none, their parts. */
  public String name() {
    return NAMED.entrySet().stream()
        .filter(entry -> entry.getValue().equals(this))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(this::parts);
  }

  /** For example {@code positional-superko/area/no-suicide}. */
  private String parts() {
    String words = ko + "/" + scoring + "/" + (suicide ? "suicide" : "no-suicide");
    return words.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
