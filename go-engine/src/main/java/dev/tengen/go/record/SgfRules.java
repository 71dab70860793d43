package dev.tengen.go.record;

import dev.tengen.game.UserError;
import dev.tengen.go.Rules;
import java.util.Locale;

/** What SGF's {@code RU} property calls the rule sets. */
final class SgfRules {

  private SgfRules() {}

  /**
   * The rules of that name; {@code defaults} if nobody knows it, or if there are none of it here.
   */
  static Rules named(String name, Rules defaults) {
    String known =
        switch (name.strip().toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-')) {
          case "" -> null;
          case "cn" -> "chinese";
          case "nz" -> "new-zealand";
          case "tt" -> "tromp-taylor";
          default -> name.strip().toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
        };
    if (known == null) {
      return defaults;
    }
    try {
      return Rules.named(known);
    } catch (UserError unknown) {
      return defaults;
    }
  }
}
