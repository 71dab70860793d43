package dev.tengen.game;

/**
 * A reusable copy of all that an evaluator may look at: the board, its recent history and the
 * player to move. Filled by {@link Walker#capture}; owned by whoever made it. A game's
 * implementation adds accessors of its own.
 */
public interface Snapshot {

  /** The number of actions of the game. */
  int actionCount();

  /** Whose turn it is. */
  Player toMove();

  /**
   * A hash of everything an evaluator may look at except the symmetry: the board, the recent
   * history in order, the player to move. Equal hashes: equal evaluations.
   */
  long hash();

  /** Under which symmetry an evaluator shall look at the board. */
  Symmetry symmetry();

  /**
   * Chooses the symmetry under which an evaluator looks at the board. The evaluator undoes it: the
   * answer is always in terms of this snapshot's own actions.
   */
  void setSymmetry(Symmetry symmetry);

  /** Makes this an equal copy of {@code other}, which must be of the same game and size. */
  void copyFrom(Snapshot other);
}
