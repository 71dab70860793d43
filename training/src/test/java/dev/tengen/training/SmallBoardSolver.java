package dev.tengen.training;

import dev.tengen.game.Player;
import dev.tengen.go.GoPosition;
import dev.tengen.go.KoRule;
import java.util.HashMap;
import java.util.Map;

/**
 * Solves boards of up to nine points exactly, by exhaustive minimax. The game is that of self-play:
 * simple ko, so that what may still happen depends on the board, the ko, whose turn it is and
 * whether it was just passed, and a move limit at which the board is scored as it stands, so that
 * it is finite. The komi must be fractional: there are no draws.
 */
final class SmallBoardSolver {

  private final int moveLimit;
  private final Map<Long, Boolean> known = new HashMap<>();

  SmallBoardSolver(int moveLimit) {
    this.moveLimit = moveLimit;
  }

  /** Whether the player to move wins with best play. */
  boolean wins(GoPosition position) {
    if (position.rules().ko() != KoRule.SIMPLE || position.size() > 3) {
      throw new IllegalArgumentException("cannot solve " + position);
    }
    if (position.isTerminal() || position.moveNumber() >= moveLimit) {
      return position.scoreForBlack() > 0 == (position.toMove() == Player.BLACK);
    }
    long key = key(position);
    Boolean before = known.get(key);
    if (before != null) {
      return before;
    }
    boolean wins = false;
    for (int action = position.pass(); action >= 0 && !wins; action--) {
      wins = position.isLegal(action) && !wins(position.play(action));
    }
    known.put(key, wins);
    return wins;
  }

  private static long key(GoPosition position) {
    boolean passed = position.hasLastAction() && position.lastAction() == position.pass();
    long key = 2L * position.moveNumber() + (passed ? 1 : 0);
    for (int point = 0; point < position.pass(); point++) {
      long stone =
          switch (position.stoneAt(point)) {
            case EMPTY -> 0;
            case BLACK -> 1;
            case WHITE -> 2;
          };
      key = 6 * key + 2 * stone + (position.isLegal(point) ? 1 : 0);
    }
    return key;
  }
}
