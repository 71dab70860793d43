package dev.tengen.selfplay.rating;

import java.util.Arrays;

/**
 * How many pairs of games ended with 0, 1/2, 1, 3/2 and 2 points for one side: the pentanomial
 * counts of chess testing frameworks.
 */
@SuppressWarnings("ArrayRecordComponent") // compared and copied below
public record PairScores(int[] counts) {

  /** The mean score of a game for each count. */
  static final double[] SCORES = {0, 0.25, 0.5, 0.75, 1};

  /** No pair yet. */
  public static PairScores none() {
    return new PairScores(new int[SCORES.length]);
  }

  public PairScores {
    if (counts.length != SCORES.length) {
      throw new IllegalArgumentException("five counts, not " + counts.length);
    }
    counts = counts.clone();
  }

  @Override
  public int[] counts() {
    return counts.clone();
  }

  /** One more pair, of {@code points} 0 to 2 in halves. */
  public PairScores plus(double points) {
    int[] more = counts.clone();
    more[(int) Math.round(points * 2)]++;
    return new PairScores(more);
  }

  public int pairs() {
    return Arrays.stream(counts).sum();
  }

  /** Points in all games of the pairs. */
  public double points() {
    double points = 0;
    for (int i = 0; i < counts.length; i++) {
      points += counts[i] * 2 * SCORES[i];
    }
    return points;
  }

  /** The same pairs from the other side. */
  public PairScores swapped() {
    int[] other = new int[counts.length];
    Arrays.setAll(other, i -> counts[counts.length - 1 - i]);
    return new PairScores(other);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof PairScores other && Arrays.equals(counts, other.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    return Arrays.toString(counts);
  }
}
