package dev.tengen.mcts;

import dev.tengen.game.Position;

/**
 * What a pass certainly leads to, known without a search: a pass after a pass ends the game, and a
 * pass that the opponent may answer by a pass ends it as it stands if that suits the opponent. As
 * everywhere in Tengen, the last action is the pass.
 */
final class Passing {

  private Passing() {}

  /**
   * For the player to move at {@code root}, {@link Proof#WIN} or {@link Proof#LOSS} if a pass wins
   * or loses for certain, else {@link Proof#NONE}; also if it is not legal.
   */
  static byte outcome(Position root) {
    int pass = root.actionCount() - 1;
    if (root.isTerminal() || !root.isLegal(pass)) {
      return Proof.NONE;
    }
    Position passed = root.play(pass);
    if (passed.isTerminal()) {
      float value = passed.outcome().valueFor(root.toMove());
      return value == 0 ? Proof.NONE : value > 0 ? Proof.WIN : Proof.LOSS;
    }
    if (!passed.isLegal(pass)) {
      return Proof.NONE;
    }
    Position both = passed.play(pass);
    boolean lost = both.isTerminal() && both.outcome().valueFor(root.toMove()) < 0;
    return lost ? Proof.LOSS : Proof.NONE;
  }
}
