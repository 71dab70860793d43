package dev.tengen.gtp;

import dev.tengen.game.UserError;
import dev.tengen.go.KoRule;
import dev.tengen.go.Rules;
import dev.tengen.go.Scoring;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rule sets as KataGo writes them: a flat JSON object such as {@code
 * {"ko":"POSITIONAL","scoring":"AREA","suicide":true,"tax":"NONE"}}.
 */
final class KataRules {

  private static final Pattern MEMBER =
      Pattern.compile("\\s*\"([a-zA-Z]+)\"\\s*:\\s*(?:\"([^\"]*)\"|([a-z]+))\\s*");

  private KataRules() {}

  static String json(Rules rules) {
    return "{\"ko\":\"%s\",\"scoring\":\"%s\",\"suicide\":%b,\"tax\":\"NONE\"}"
        .formatted(name(rules.ko()), rules.scoring().name(), rules.suicide());
  }

  /**
   * Rules from such an object; members that are missing are those of Tromp and Taylor.
   *
   * @throws UserError if it is not such an object, or asks for what there is not
   */
  static Rules parse(String json) {
    Rules rules = Rules.TROMP_TAYLOR;
    for (Map.Entry<String, String> member : members(json).entrySet()) {
      String value = member.getValue().toUpperCase(Locale.ROOT);
      rules =
          switch (member.getKey()) {
            case "ko" -> new Rules(ko(value), rules.scoring(), rules.suicide());
            case "scoring" -> new Rules(rules.ko(), scoring(value), rules.suicide());
            case "suicide" -> new Rules(rules.ko(), rules.scoring(), suicide(value));
            case "tax" -> require(value.equals("NONE"), "tax", "NONE", rules);
            case "hasButton" -> require(value.equals("FALSE"), "hasButton", "false", rules);
            case "whiteHandicapBonus" ->
                require(value.equals("0"), "whiteHandicapBonus", "0", rules);
            case "friendlyPassOk" -> rules;
            default -> throw new UserError("unknown rule '" + member.getKey() + "'");
          };
    }
    return rules;
  }

  private static Map<String, String> members(String json) {
    String text = json.strip();
    Map<String, String> members = new HashMap<>();
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

  private static Scoring scoring(String value) {
    for (Scoring scoring : Scoring.values()) {
      if (scoring.name().equals(value)) {
        return scoring;
      }
    }
    throw new UserError("scoring '" + value + "' is not supported");
  }

  private static boolean suicide(String value) {
    if (!value.equals("TRUE") && !value.equals("FALSE")) {
      throw new UserError("suicide must be true or false");
    }
    return value.equals("TRUE");
  }

  private static Rules require(boolean holds, String rule, String only, Rules rules) {
    if (!holds) {
      throw new UserError(rule + " must be " + only + " here");
    }
    return rules;
  }
}
