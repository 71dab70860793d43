package dev.tengen.go;

import dev.tengen.game.UserError;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The names of rule sets: those of KataGo's {@code kata-set-rules}, with the parts that they have
 * there. Where several name the same parts, the first is the one that is written.
 */
final class RuleNames {

  /** The sets that messages name; the others are variants and abbreviations. */
  private static final String KNOWN = "tromp-taylor, chinese, aga, japanese, korean, new-zealand";

  private static final Map<String, Rules> NAMED = new LinkedHashMap<>();

  static {
    NAMED.put("tromp-taylor", Rules.TROMP_TAYLOR);
    NAMED.put("chinese", Rules.CHINESE);
    NAMED.put("aga", Rules.AGA);
    NAMED.put("japanese", Rules.JAPANESE);
    NAMED.put("korean", Rules.KOREAN);
    NAMED.put("new-zealand", Rules.NEW_ZEALAND);
    NAMED.put("nz", Rules.NEW_ZEALAND);
    NAMED.put("bga", Rules.AGA);
    NAMED.put("french", Rules.AGA);
    Rules chineseOnServers = Rules.CHINESE.withKo(KoRule.POSITIONAL_SUPERKO);
    NAMED.put("chinese-ogs", chineseOnServers);
    NAMED.put("chinese-kgs", chineseOnServers);
    NAMED.put("ing", Rules.TROMP_TAYLOR.withFriendlyPass(true));
    NAMED.put("goe", Rules.TROMP_TAYLOR.withFriendlyPass(true));
    Rules stoneScoring =
        new Rules(KoRule.SIMPLE, Scoring.AREA, false, Tax.ALL, HandicapBonus.NONE, true);
    NAMED.put("stone-scoring", stoneScoring);
    NAMED.put("ancient-area", stoneScoring);
    NAMED.put("ancient-territory", Rules.JAPANESE.withTax(Tax.ALL));
  }

  private RuleNames() {}

  /** The first name of these parts; null if they have none. */
  static String nameOf(Rules rules) {
    for (Map.Entry<String, Rules> entry : NAMED.entrySet()) {
      if (entry.getValue().equals(rules)) {
        return entry.getKey();
      }
    }
    return null;
  }

  /** The rules with this name or these parts. */
  static Rules rules(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    if (wanted.contains("/")) {
      return ofParts(wanted, name);
    }
    String letters = letters(wanted);
    for (Map.Entry<String, Rules> entry : NAMED.entrySet()) {
      if (letters(entry.getKey()).equals(letters)) {
        return entry.getValue();
      }
    }
    if (letters.equals("agabutton")) {
      throw new UserError(
          "rules '"
              + shown(name)
              + "' need a button (half a point for the first pass), which Tengen does"
              + " not have; 'aga' is the same without");
    }
    throw unknown(name);
  }

  private static Rules ofParts(String wanted, String name) {
    for (KoRule ko : KoRule.values()) {
      for (Scoring scoring : Scoring.values()) {
        for (Tax tax : Tax.values()) {
          for (HandicapBonus bonus : HandicapBonus.values()) {
            for (int bits = 0; bits < 4; bits++) {
              Rules rules = new Rules(ko, scoring, (bits & 1) != 0, tax, bonus, (bits & 2) != 0);
              if (rules.parts().equals(wanted)) {
                return rules;
              }
            }
          }
        }
      }
    }
    throw unknown(name);
  }

  private static UserError unknown(String name) {
    return new UserError("unknown rules '" + shown(name) + "'; known are " + KNOWN);
  }

  /** A name as it can stand in a message of one line. */
  private static String shown(String name) {
    String line = name.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.length() <= 60 ? line : line.substring(0, 60) + "...";
  }

  private static String letters(String name) {
    return name.replaceAll("[-_ ]", "");
  }
}
