package dev.tengen.gtp;

import dev.tengen.game.UserError;
import dev.tengen.go.HandicapBonus;
import dev.tengen.go.KoRule;
import dev.tengen.go.Rules;
import dev.tengen.go.Scoring;
import dev.tengen.go.Tax;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rule sets as KataGo writes them: a flat JSON object such as {@code
 * {"ko":"POSITIONAL","scoring":"AREA","suicide":true,"tax":"NONE","whiteHandicapBonus":"0"}}.
 */
final class KataRules {

  private static final Pattern MEMBER =
      Pattern.compile("\\s*\"([a-zA-Z]+)\"\\s*:\\s*(?:\"([^\"]*)\"|([a-z]+))\\s*");

  private KataRules() {}

  static String json(Rules rules) {
    return ("{\"friendlyPassOk\":%b,\"hasButton\":false,\"ko\":\"%s\",\"scoring\":\"%s\","
            + "\"suicide\":%b,\"tax\":\"%s\",\"whiteHandicapBonus\":\"%s\"}")
        .formatted(
            rules.friendlyPass(),
            name(rules.ko()),
            rules.scoring(),
            rules.suicide(),
            rules.tax(),
            rules.bonus());
  }

  /**
   * Rules from such an object; members that are missing are those of Tromp and Taylor, but the tax,
   * which goes with the scoring.
   *
   * @throws UserError if it is not such an object, or asks for what there is not
   */
  static Rules parse(String json) {
    Rules rules = Rules.TROMP_TAYLOR;
    Map<String, String> members = members(json);
    for (Map.Entry<String, String> member : members.entrySet()) {
      rules = with(rules, member.getKey(), member.getValue());
    }
    boolean taxed = rules.scoring() == Scoring.TERRITORY && !members.containsKey("tax");
    return taxed ? rules.withTax(Tax.SEKI) : rules;
  }

  /**
   * Rules with one member changed, as {@code kata-set-rule} does.
   *
   * @throws UserError if there is no such member, or it has no such value
   */
  static Rules with(Rules rules, String member, String text) {
    String value = text.toUpperCase(Locale.ROOT);
    return switch (member) {
      case "ko" -> rules.withKo(ko(value));
      case "scoring", "score" -> rules.withScoring(one(Scoring.values(), "scoring", value));
      case "suicide" -> rules.withSuicide(flag("suicide", value));
      case "tax" -> rules.withTax(one(Tax.values(), "tax", value));
      case "whiteHandicapBonus" ->
          rules.withBonus(one(HandicapBonus.values(), "whiteHandicapBonus", value));
      case "friendlyPassOk" -> rules.withFriendlyPass(flag("friendlyPassOk", value));
      case "hasButton" -> withoutButton(rules, value);
      default -> throw new UserError("unknown rule '" + member + "'");
    };
  }

  private static Map<String, String> members(String json) {
    String text = json.strip();
    Map<String, String> members = new LinkedHashMap<>();
    if (!text.startsWith("{") || !text.endsWith("}")) {
      throw new UserError("rules must be a name or a JSON object {...}");
    }
    Matcher matcher = MEMBER.matcher(text);
    int at = 1;
    int end = text.length() - 1;
    while (at < end) {
      matcher.region(at, end);
      if (!matcher.lookingAt()) {
        throw new UserError("rules are not a JSON object of names and plain values");
      }
      members.put(matcher.group(1), matcher.group(2) == null ? matcher.group(3) : matcher.group(2));
      at = matcher.end();
      if (at < end && text.charAt(at++) != ',') {
        throw new UserError("rules are not a JSON object of names and plain values");
      }
    }
    return members;
  }

  private static String name(KoRule ko) {
    return switch (ko) {
      case SIMPLE -> "SIMPLE";
      case POSITIONAL_SUPERKO -> "POSITIONAL";
      case SITUATIONAL_SUPERKO -> "SITUATIONAL";
    };
  }

  private static KoRule ko(String value) {
    for (KoRule rule : KoRule.values()) {
      if (name(rule).equals(value)) {
        return rule;
      }
    }
    throw new UserError("ko must be SIMPLE, POSITIONAL or SITUATIONAL");
  }

  /** The one that is written so. */
  private static <T> T one(T[] values, String member, String text) {
    StringBuilder known = new StringBuilder();
    for (int i = 0; i < values.length; i++) {
      if (values[i].toString().equals(text)) {
        return values[i];
      }
      known.append(i == 0 ? "" : i == values.length - 1 ? " or " : ", ").append(values[i]);
    }
    throw new UserError(member + " must be " + known);
  }

  private static boolean flag(String member, String value) {
    if (!value.equals("TRUE") && !value.equals("FALSE")) {
      throw new UserError(member + " must be true or false");
    }
    return value.equals("TRUE");
  }

  private static Rules withoutButton(Rules rules, String value) {
    if (flag("hasButton", value)) {
      throw new UserError("hasButton must be false: Tengen does not play with a button");
    }
    return rules;
  }
}
