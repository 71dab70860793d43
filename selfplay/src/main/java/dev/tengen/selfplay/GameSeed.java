package dev.tengen.selfplay;

/** The seeds of games: a function of the run, the generation and the game, and of nothing else. */
public final class GameSeed {

  private GameSeed() {}

  /** The seed of game {@code game} of a generation. */
  public static long of(long runSeed, int generation, int game) {
    return mix(mix(mix(runSeed) + generation) + game);
  }

  /** The finaliser of SplitMix64 (Steele et al. 2014) with its increment: a bijection. */
  private static long mix(long z) {
    z += 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
