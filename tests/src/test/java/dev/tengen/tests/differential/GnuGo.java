package dev.tengen.tests.differential;

import dev.tengen.game.Player;
import dev.tengen.go.Rules;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * GNU Go 3.8: all ko rules, suicide forbidden or allowed, legal moves as a list. Its final score
 * comes from its own reading of life and death.
 */
final class GnuGo extends Opponent {

  GnuGo(String program, Rules rules) {
    super(
        List.of(
            program,
            "--mode",
            "gtp",
            "--level",
            "0",
            "--chinese-rules",
            rules.suicide() ? "--allow-all-suicide" : "--forbid-suicide",
            ko(rules)),
        rules);
  }

  private static String ko(Rules rules) {
    return switch (rules.ko()) {
      case SIMPLE -> "--simple-ko";
      case POSITIONAL_SUPERKO -> "--positional-superko";
      case SITUATIONAL_SUPERKO -> "--situational-superko";
    };
  }

  /** It tries a suicide without taking the stones off, which no earlier board can equal. */
  @Override
  boolean allowsSuicidesThatRepeat() {
    return true;
  }

  @Override
  Optional<Set<Integer>> legal(Player player) {
    return Optional.of(points(ask("all_legal " + player)));
  }

  @Override
  Board board() {
    return new Board(
        points(ask("list_stones black")),
        points(ask("list_stones white")),
        Integer.parseInt(ask("captures black")),
        Integer.parseInt(ask("captures white")));
  }

  @Override
  public String toString() {
    return "GNU Go, " + rules.name();
  }
}
