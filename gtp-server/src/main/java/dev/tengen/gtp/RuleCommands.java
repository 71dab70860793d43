package dev.tengen.gtp;

import dev.tengen.go.Rules;
import java.util.Locale;

/** The rules in force, with KataGo's commands and the one that KGS sends. */
final class RuleCommands {

  private final GtpGame game;

  private RuleCommands(GtpGame game) {
    this.game = game;
  }

  static void addTo(CommandTable table, GtpGame game) {
    RuleCommands commands = new RuleCommands(game);
    table
        .add("kata-get-rules", arguments -> KataRules.json(game.rules()))
        .addSilent("kata-set-rules", commands::setRules)
        .addSilent("kata-set-rule", commands::setRule)
        .addSilent("kgs-rules", commands::setKgsRules);
  }

  /** {@code kata-set-rules NAME}, or KataGo's JSON as {@code kata-get-rules} prints it. */
  private void setRules(Arguments arguments) throws GtpException {
    arguments.word(0, "the name of a rule set");
    String text = String.join(" ", arguments.words());
    game.setRules(text.startsWith("{") ? KataRules.parse(text) : Rules.named(text));
  }

  /** {@code kata-set-rule MEMBER VALUE}: changes one member of that JSON. */
  private void setRule(Arguments arguments) throws GtpException {
    String member = arguments.word(0, "the name of a rule");
    game.setRules(KataRules.with(game.rules(), member, arguments.word(1, "its value")));
  }

  /** {@code kgs-rules NAME}: on that server, Chinese rules have positional superko. */
  private void setKgsRules(Arguments arguments) throws GtpException {
    String name = arguments.word(0, "the name of a rule set").toLowerCase(Locale.ROOT);
    game.setRules(
        switch (name) {
          case "chinese" -> Rules.named("chinese-kgs");
          case "japanese", "aga", "new_zealand" -> Rules.named(name);
          default ->
              throw new GtpException(
                  "unknown rules '" + name + "'; KGS has chinese, japanese, aga, new_zealand");
        });
  }
}
