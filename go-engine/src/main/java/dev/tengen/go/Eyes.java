package dev.tengen.go;

import dev.tengen.game.Player;

/** Eyes of one point, by their shape alone. */
public final class Eyes {

  private Eyes() {}

  /** Whether a point is empty and all its neighbours are stones of {@code player}. */
  public static boolean isEye(GoPosition position, Player player, int point) {
    int size = position.size();
    int x = point % size;
    int y = point / size;
    Stone own = Stone.of(player);
    return position.stoneAt(point) == Stone.EMPTY
        && (x == 0 || position.stoneAt(point - 1) == own)
        && (x == size - 1 || position.stoneAt(point + 1) == own)
        && (y == 0 || position.stoneAt(point - size) == own)
        && (y == size - 1 || position.stoneAt(point + size) == own);
  }

  /**
   * Whether a point is an eye and not easily made false: the opponent has at most one of its
   * diagonal points, and none if it is at the edge. What {@link Playouts} never fill.
   */
  public static boolean isTrueEye(GoPosition position, Player player, int point) {
    if (!isEye(position, player, point)) {
      return false;
    }
    int size = position.size();
    Stone enemy = Stone.of(player.opponent());
    int diagonals = 0;
    int enemies = 0;
    for (int y = point / size - 1; y <= point / size + 1; y += 2) {
      for (int x = point % size - 1; x <= point % size + 1; x += 2) {
        if (x >= 0 && y >= 0 && x < size && y < size) {
          diagonals++;
          enemies += position.stoneAt(y * size + x) == enemy ? 1 : 0;
        }
      }
    }
    return enemies <= (diagonals == 4 ? 1 : 0);
  }
}
