package dev.tengen.training;

import java.util.SplittableRandom;

/**
 * Seeds for the parts of a run, split from the run's one seed, so that no two parts share chance.
 */
public final class Seeds {

  /** What a seed is for. */
  static final long NETWORK = 1;

  static final long GAMES = 2;
  static final long BATCH = 3;
  static final long MATCH = 4;
  static final long ROLLOUTS = 5;

  /** 2^64 divided by the golden ratio, odd: its multiples are spread evenly. */
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private Seeds() {}

  /** The seed of part {@code index} of a purpose. */
  public static long of(long runSeed, long purpose, long index) {
    long ofPurpose = new SplittableRandom(runSeed + purpose * GOLDEN).nextLong();
    return new SplittableRandom(ofPurpose + index * GOLDEN).nextLong();
  }
}
