package dev.tengen.gtp.client;

import dev.tengen.go.Rules;
import dev.tengen.go.Scoring;
import java.util.List;
import java.util.function.Function;

/**
 * Asks a program to play by some rules: by {@code kata-set-rules}, which has names for all of ours;
 * else by {@code kgs-rules}, which has four, so that at least the score is counted alike; else not
 * at all.
 */
final class RulesRequest {

  private static final String KATA = "kata-set-rules";
  private static final String KGS = "kgs-rules";

  private final String rules;
  private final Function<String, Reply> command;
  private String caveat = "";

  /**
   * @param rules by the name that our rules have
   * @param command sends a line
   */
  RulesRequest(String rules, Function<String, Reply> command) {
    this.rules = rules;
    this.command = command;
  }

  /** Asks; a refusal is none of this request but a caveat, so the reply is {@code Ok} or broken. */
  Reply send() {
    if (isKnown(KATA)) {
      Reply reply = command.apply(KATA + " " + rules);
      if (!(reply instanceof Reply.Refused)) {
        return reply;
      }
    }
    if (isKnown(KGS)) {
      for (String name : kgsNames(Rules.named(rules))) {
        Reply reply = command.apply(KGS + " " + name);
        if (!(reply instanceof Reply.Refused)) {
          caveat = isNameOfOurs(name) ? "" : "plays by '%s %s' for %s".formatted(KGS, name, rules);
          return reply;
        }
      }
    }
    caveat =
        "plays by the rules of its own command line, which may not be %s: it takes neither %s nor %s"
            .formatted(rules, KATA, KGS);
    return new Reply.Ok("");
  }

  /** In one line, by what other rules it plays; empty if by those asked for. */
  String caveat() {
    return caveat;
  }

  private boolean isKnown(String name) {
    return command.apply("known_command " + name) instanceof Reply.Ok ok
        && ok.text().equals("true");
  }

  private boolean isNameOfOurs(String kgsName) {
    return kgsName.replace('_', '-').equals(rules);
  }

  /** The sets of KGS that count like these rules, the one most like them first. */
  private static List<String> kgsNames(Rules rules) {
    if (rules.scoring() == Scoring.TERRITORY) {
      return List.of("japanese");
    }
    if (rules.equals(Rules.AGA)) {
      return List.of("aga", "chinese");
    }
    return rules.suicide() ? List.of("new_zealand", "chinese") : List.of("chinese");
  }
}
