package dev.tengen.go;

import dev.tengen.game.Player;

/** What can be on a point. */
public enum Stone {
  EMPTY,
  BLACK,
  WHITE;

  /** The colour of {@code player}'s stones. */
  public static Stone of(Player player) {
    return player == Player.BLACK ? BLACK : WHITE;
  }
}
