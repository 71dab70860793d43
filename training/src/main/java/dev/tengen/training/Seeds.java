package dev.tengen.training;

/**
 * Seeds for the parts of a run, split from the run's one seed, so that no two parts share chance.
 */
final class Seeds {

  /** What a seed is for. */
  static final long NETWORK = 1;

  static final long GAMES = 2;
  static final long BATCH = 3;
  static final long MATCH = 4;

  private Seeds() {}

  /** The seed of part {@code index} of a purpose. */
  static long of(long runSeed, long purpose, long index) {
    return mix(mix(runSeed + 0x9e3779b97f4a7c15L * purpose) + 0x9e3779b97f4a7c15L * (index + 1));
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
