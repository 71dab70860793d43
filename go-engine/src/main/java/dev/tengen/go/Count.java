package dev.tengen.go;

/**
 * Counts boards of one grid by any rules, as they stand: all stones are alive. Holds scratch sets,
 * so it belongs to one thread and allocates nothing when it counts.
 */
final class Count {

  private final AreaScore area;
  private final Territories territories;
  private final int words;

  Count(Grid grid) {
    area = new AreaScore(grid);
    territories = new Territories(grid);
    words = grid.words();
  }

  /**
   * Black's points minus White's, komi aside.
   *
   * <p>Territory and prisoners together differ from area by the stones that a side has put on the
   * board, those taken since included. So territory is counted as area, less that difference.
   *
   * @param stones Black's words from {@code offset}, then White's
   * @param blackPlayedMore how many stones more than White's Black has put on the board
   */
  int blackMinusWhite(Rules rules, long[] stones, int offset, int blackPlayedMore) {
    int points = area.blackMinusWhite(stones, offset);
    if (rules.tax() != Tax.NONE) {
      territories.analyse(stones, offset);
      points += tax(rules, stones, offset + words, 1) - tax(rules, stones, offset, 0);
    }
    return rules.scoring() == Scoring.AREA ? points : points - blackPlayedMore;
  }

  private int tax(Rules rules, long[] stones, int own, int colour) {
    return tax(rules, territories, stones, own, colour);
  }

  /** The points that a colour has on a board but is not paid. */
  static int tax(Rules rules, Territories territories, long[] stones, int own, int colour) {
    if (rules.tax() == Tax.NONE) {
      return 0;
    }
    long[] seki = territories.seki();
    int words = seki.length / 2;
    int points = 0;
    for (int i = 0; i < words; i++) {
      points += Long.bitCount(seki[colour * words + i] & ~stones[own + i]);
    }
    return rules.tax() == Tax.ALL ? points + 2 * territories.groups(colour) : points;
  }
}
