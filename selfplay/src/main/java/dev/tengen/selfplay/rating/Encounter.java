package dev.tengen.selfplay.rating;

/**
 * Games between two players, numbered from 0.
 *
 * @param a the player whose side the scores take
 * @param b the other one
 * @param singles games that stand for themselves, such as those whose pair is not complete
 * @param pairs pairs of games from one opening, colours swapped
 */
public record Encounter(int a, int b, Score singles, PairScores pairs) {

  public Encounter {
    if (a < 0 || b < 0 || a == b) {
      throw new IllegalArgumentException("two different players, not " + a + " and " + b);
    }
  }

  /** Games, those of pairs included. */
  public int games() {
    return singles.games() + 2 * pairs.pairs();
  }

  /** What {@code a} scored in them. */
  double points() {
    return singles.points() + pairs.points();
  }

  /**
   * The sum over units (a pair, or a game that stands for itself) of the square of what a unit's
   * points differ from those expected.
   *
   * @param p the expected score of {@code a} in a game
   */
  double squares(double p) {
    double sum =
        singles.wins() * square(1 - p)
            + singles.draws() * square(0.5 - p)
            + singles.losses() * square(p);
    int[] counts = pairs.counts();
    for (int i = 0; i < counts.length; i++) {
      sum += counts[i] * square(2 * (PairScores.SCORES[i] - p));
    }
    return sum;
  }

  private static double square(double x) {
    return x * x;
  }
}
