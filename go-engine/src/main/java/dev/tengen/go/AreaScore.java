package dev.tengen.go;

import dev.tengen.game.Outcome;

/**
 * Counts boards of one grid by area: stones, and empty points that reach stones of one colour only.
 * Holds scratch sets, so it belongs to one thread and allocates nothing when it counts.
 */
final class AreaScore {

  private final Grid grid;
  private final long[] black;
  private final long[] white;
  private final long[] within;

  AreaScore(Grid grid) {
    this.grid = grid;
    black = new long[grid.words()];
    white = new long[grid.words()];
    within = new long[grid.words()];
  }

  /**
   * Black's points minus White's, komi aside. All stones count as alive.
   *
   * @param stones Black's words from {@code offset}, then White's
   */
  int blackMinusWhite(long[] stones, int offset) {
    int words = grid.words();
    reach(black, stones, offset, offset + words);
    reach(white, stones, offset + words, offset);
    int difference = 0;
    for (int i = 0; i < words; i++) {
      difference += Long.bitCount(black[i] & ~white[i]) - Long.bitCount(white[i] & ~black[i]);
    }
    return difference;
  }

  /** Who wins with this score, komi included. */
  static Outcome outcome(double scoreForBlack) {
    if (scoreForBlack == 0) {
      return Outcome.DRAW;
    }
    return scoreForBlack > 0 ? Outcome.BLACK_WINS : Outcome.WHITE_WINS;
  }

  /** The stones of one colour and all empty points connected to them. */
  private void reach(long[] set, long[] stones, int own, int other) {
    for (int i = 0; i < set.length; i++) {
      set[i] = stones[own + i];
      within[i] = grid.mask(i) & ~stones[other + i];
    }
    Bits.flood(set, within, 0, grid);
  }
}
