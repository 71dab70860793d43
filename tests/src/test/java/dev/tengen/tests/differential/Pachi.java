package dev.tengen.tests.differential;

import dev.tengen.game.Player;
import dev.tengen.go.KoRule;
import dev.tengen.go.Rules;
import dev.tengen.go.Scoring;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pachi 12: simple ko, no suicide. It cannot list legal moves but refuses others; the stones and
 * prisoners are read from the board that it draws. With its random engine, which knows no dead
 * stones, its score is the plain area of the board.
 */
final class Pachi extends Opponent {

  private static final Pattern CAPTURES = Pattern.compile("Captures B: (\\d+) W: (\\d+)");

  Pachi(String program) {
    super(
        List.of(program, "-d", "0", "-e", "random", "-r", "chinese"),
        new Rules(KoRule.SIMPLE, Scoring.AREA, false));
  }

  @Override
  Optional<Set<Integer>> legal(Player player) {
    return Optional.empty();
  }

  /** Reads {@code " 5 | . X O). |"}: a bracket follows the last move. */
  @Override
  Board board() {
    String drawing = ask("showboard");
    Matcher captures = CAPTURES.matcher(drawing);
    if (!captures.find()) {
      throw new IllegalStateException("no captures in what Pachi draws:\n" + drawing);
    }
    Set<Integer> black = new TreeSet<>();
    Set<Integer> white = new TreeSet<>();
    int point = 0;
    for (String line : drawing.lines().toList()) {
      if (line.matches("\\s*\\d+ \\|.*")) {
        String row = line.substring(line.indexOf('|') + 1);
        for (int x = 0; x < size(); x++, point++) {
          char stone = row.charAt(2 * x + 1);
          if (stone == 'X') {
            black.add(point);
          } else if (stone == 'O') {
            white.add(point);
          }
        }
      }
    }
    return new Board(
        black, white, Integer.parseInt(captures.group(1)), Integer.parseInt(captures.group(2)));
  }

  @Override
  public String toString() {
    return "Pachi";
  }
}
