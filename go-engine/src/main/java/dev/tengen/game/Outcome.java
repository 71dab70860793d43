package dev.tengen.game;

/** How a finished game ended. */
public enum Outcome {
  BLACK_WINS,
  WHITE_WINS,
  DRAW;

  /** The outcome in which {@code winner} wins. */
  public static Outcome winOf(Player winner) {
    return winner == Player.BLACK ? BLACK_WINS : WHITE_WINS;
  }

  /** +1 if {@code player} won, -1 if the opponent did, 0 for a draw. */
  public float valueFor(Player player) {
    if (this == DRAW) {
      return 0;
    }
    return this == winOf(player) ? 1 : -1;
  }
}
