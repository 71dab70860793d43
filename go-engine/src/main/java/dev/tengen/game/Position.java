package dev.tengen.game;

/** A state of a two-player, zero-sum, perfect-information game. Immutable. */
public interface Position {

  /** The number of actions of the game, legal or not; the same for every position of a game. */
  int actionCount();

  /** Whose turn it is. */
  Player toMove();

  /** Whether the game is over here. */
  boolean isTerminal();

  /**
   * How the game ended.
   *
   * @throws IllegalStateException if it has not
   */
  Outcome outcome();

  /** Whether {@link #play} accepts this action. */
  boolean isLegal(int action);

  /**
   * The position after the player to move plays {@code action}.
   *
   * @throws IllegalArgumentException if the action is not legal
   */
  Position play(int action);

  /** The number of actions played since the start of the game. */
  int moveNumber();

  /** A hash of the board and the player to move, not of how they came about. */
  long situationHash();

  /** A new walker over positions of this game, standing at this position. */
  Walker newWalker();
}
