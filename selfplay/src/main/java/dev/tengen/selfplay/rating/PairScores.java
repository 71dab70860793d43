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
