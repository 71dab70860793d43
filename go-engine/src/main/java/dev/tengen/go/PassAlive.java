package dev.tengen.go;

import java.util.BitSet;

/**
 * What is certain on a board, whatever its owner neglects: pass-alive stones and territories of
 * both colours, and the stones that are dead in them. {@link Benson} says how it is found.
 */
public final class PassAlive {

  private final GoPosition position;

  /** Black's pass-alive stones, then White's. */
  private final long[] alive;

  /** Black's pass-alive territory, then White's. */
  private final long[] territory;

  private PassAlive(GoPosition position) {
    this.position = position;
    Grid grid = position.grid();
    int words = grid.words();
    alive = new long[2 * words];
    territory = new long[2 * words];
    long[] stones = new long[2 * words];
    position.copyStones(stones, 0);
    Benson benson = Benson.local(grid);
    for (int colour = 0; colour < 2; colour++) {
      benson.analyse(stones, 0, colour == 0, position.rules().suicide());
      System.arraycopy(benson.alive(), 0, alive, colour * words, words);
      System.arraycopy(benson.territory(), 0, territory, colour * words, words);
    }
  }

  /** What is pass-alive in a position, under its rules about suicide. */
  public static PassAlive of(GoPosition position) {
    return new PassAlive(position);
  }

  /** Whether there is a pass-alive stone. */
  public boolean isAlive(int point) {
    int bit = position.grid().bitOf(point);
    return Bits.get(alive, 0, bit) || Bits.get(alive, alive.length / 2, bit);
  }

  /** Whose pass-alive territory a point is, stone or not; {@code EMPTY}: nobody's. */
  public Stone territoryAt(int point) {
    int bit = position.grid().bitOf(point);
    if (Bits.get(territory, 0, bit)) {
      return Stone.BLACK;
    }
    return Bits.get(territory, territory.length / 2, bit) ? Stone.WHITE : Stone.EMPTY;
  }

  /** Whether there is a stone in the enemy's pass-alive territory. */
  public boolean isDead(int point) {
    return position.stoneAt(point) != Stone.EMPTY && territoryAt(point) != Stone.EMPTY;
  }

  /** The points of all dead stones. */
  public BitSet dead() {
    BitSet dead = new BitSet();
    for (int point = 0; point < position.pass(); point++) {
      dead.set(point, isDead(point));
    }
    return dead;
  }
}
