package dev.tengen.game;

/** One of the two players. Black moves first. */
public enum Player {
  BLACK,
  WHITE;

  /** The other player. */
  public Player opponent() {
    return this == BLACK ? WHITE : BLACK;
  }
}
