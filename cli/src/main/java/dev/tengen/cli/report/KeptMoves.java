package dev.tengen.cli.report;

import dev.tengen.game.Agent;
import dev.tengen.game.GameSettings;
import dev.tengen.game.Player;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import dev.tengen.go.Stone;
import dev.tengen.selfplay.match.MatchGame;
import java.util.Locale;

/**
 * A game as the page holds it: small, and with what the rules know, so that the page needs none.
 *
 * @param moves the two letters of SGF for each ({@code tt} for a pass), behind them, with the first
 *     letter large, the points that the move empties
 * @param chances Black's by each move, in hundredths, with commas between; empty where the player
 *     did not say, {@code =} where it is that of the move before last
 * @param visits likewise
 */
record KeptMoves(String moves, String chances, String visits) {

  private static final String PASS = "tt";

  static KeptMoves of(MatchGame game, GameSettings settings) {
    int size = settings.boardSize();
    GoPosition position = GoPosition.start(size, Rules.named(settings.rules()), settings.komi());
    StringBuilder moves = new StringBuilder();
    Column chances = new Column();
    Column visits = new Column();
    for (Agent.Move move : game.moves()) {
      if (!position.isLegal(move.action())) {
        break; // the page shows how far it went
      }
      GoPosition next = position.play(move.action());
      moves.append(letters(move.action(), size));
      if (prisoners(next) > prisoners(position)) {
        for (int point = 0; point < size * size; point++) {
          boolean before = point == move.action() || position.stoneAt(point) != Stone.EMPTY;
          if (before && next.stoneAt(point) == Stone.EMPTY) {
            String letters = letters(point, size);
            moves
                .append(letters.substring(0, 1).toUpperCase(Locale.ROOT))
                .append(letters.charAt(1));
          }
        }
      }
      boolean told = !Float.isNaN(move.value());
      float forBlack = position.toMove() == Player.BLACK ? move.value() : -move.value();
      chances.add(told ? String.valueOf(Math.round(50 * (1 + forBlack))) : "");
      visits.add(move.visits() > 0 ? String.valueOf(move.visits()) : "");
      position = next;
    }
    return new KeptMoves(moves.toString(), chances.toString(), visits.toString());
  }

  private static int prisoners(GoPosition position) {
    return position.prisoners(Player.BLACK) + position.prisoners(Player.WHITE);
  }

  private static String letters(int action, int size) {
    if (action == size * size) {
      return PASS;
    }
    return "" + (char) ('a' + action % size) + (char) ('a' + action / size);
  }

  /** Words with commas between; one that is that of two before is an equals sign. */
  private static final class Column {
    private final StringBuilder text = new StringBuilder();
    private String last = "";
    private String beforeLast = "";
    private boolean any;

    void add(String word) {
      text.append(any ? "," : "").append(!word.isEmpty() && word.equals(beforeLast) ? "=" : word);
      any = true;
      beforeLast = last;
      last = word;
    }

    /** Nothing at all if every word is empty. */
    @Override
    public String toString() {
      return text.chars().allMatch(c -> c == ',') ? "" : text.toString();
    }
  }
}
