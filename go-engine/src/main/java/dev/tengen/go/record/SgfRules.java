package dev.tengen.go.record;

import dev.tengen.game.UserError;
import dev.tengen.go.KoRule;
import dev.tengen.go.Rules;
import java.util.Locale;

/** What SGF's {@code RU} property calls the rule sets. */
public final class SgfRules {

  /**
   * The rules that a name stands for.
   *
   * @param rules null if there are none of that name here
   * @param note what a reader should know about them; empty for nothing
   */
  public record Found(Rules rules, String note) {}

  private static final String ING = "ing";

  private SgfRules() {}

  /** The rules of that name; {@code defaults} if it names none that are known here. */
  static Rules named(String name, Rules defaults) {
    Rules rules = find(name).rules;
    return rules == null ? defaults : rules;
  }

  /**
   * The rules that a record's {@code RU} names: FF[4]'s own names ({@code AGA}, {@code GOE}, {@code
   * Japanese}, {@code NZ}), what servers and editors write, and the names of {@link Rules}.
   */
  public static Found find(String name) {
    String words = name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
    if (words.isEmpty()) {
      return new Found(null, "");
    }
    String known =
        switch (words.replaceAll("-?(rules?|rule-?set)$", "")) {
          case "cn", "china", "chinese-area" -> "chinese";
          case "jp", "japan", "nihon-ki-in" -> "japanese";
          case "kr", "korea" -> "korean";
          case "tt", "logical" -> "tromp-taylor";
          case "us", "usa", "american", "british" -> "aga";
          case "goe", "ing", "ing-goe", "ings", "ing's", "sst" -> ING;
          default -> words.replaceAll("-?(rules?|rule-?set)$", "");
        };
    try {
      Rules rules = Rules.named(known);
      return known.equals(ING)
          ? new Found(
              rules.withKo(KoRule.SIMPLE),
              "RU[" + shortened(name) + "]: Ing's ko rule is not known here, simple ko was used")
          : new Found(rules, "");
    } catch (UserError unknown) {
      return new Found(null, "RU[" + shortened(name) + "] names no rules that are known here");
    }
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= 30 ? line : line.substring(0, 30) + "...";
  }
}
