package dev.tengen.go;

import java.util.Arrays;

/**
 * Pass-alive chains and territories of one colour at a time (Benson 1976, "Life in the game of
 * Go"). Holds scratch sets, so it belongs to one thread and allocates nothing when it works.
 *
 * <p>Black's chains are pass-alive if White can take none of them even if Black passes for ever. A
 * <em>region</em> is a connected set of points without black stones. It is <em>vital</em> to a
 * chain if all its empty points are liberties of the chain. Starting from all chains and regions,
 * chains with less than two vital regions are dropped, and then regions next to a dropped chain,
 * until nothing changes; what is left is pass-alive.
 *
 * <p><b>Suicide.</b> Benson's rules forbid it. Where White may remove white stones by suicide, the
 * points under them become empty again, and one that is no liberty of the chain would be room for
 * an eye. So there, all points of a vital region must be next to the chain, not only the empty
 * ones.
 *
 * <p><b>Territory.</b> A region that is next to pass-alive chains only and has at most one point
 * that is not next to them is pass-alive territory: White cannot make two eyes in it, as no eye of
 * White's touches a chain that cannot be taken. White's stones in it are dead: Black can fill the
 * rest without ever being in danger.
 */
final class Benson {

  private static final ThreadLocal<Benson[]> LOCAL =
      ThreadLocal.withInitial(() -> new Benson[Grid.MAX_SIZE + 1]);

  private final Grid grid;
  private final int words;

  private final long[] alive;
  private final long[] territory;

  /** Chains by number, each {@link #words} long, and how many there are. */
  private final long[] chains;

  private int chainCount;

  /** The same for regions. */
  private final long[] regions;

  private int regionCount;

  private final boolean[] chainDropped;
  private final boolean[] regionDropped;
  private final int[] vital;
  private final long[] rest;
  private final long[] within;
  private final long[] part;
  private final long[] open;

  Benson(Grid grid) {
    this.grid = grid;
    words = grid.words();
    alive = new long[words];
    territory = new long[words];
    int most = (grid.points() + 1) / 2 + 1;
    chains = new long[most * words];
    regions = new long[most * words];
    chainDropped = new boolean[most];
    regionDropped = new boolean[most];
    vital = new int[most];
    rest = new long[words];
    within = new long[words];
    part = new long[words];
    open = new long[words];
  }

  /** This thread's scratch sets for a grid. */
  static Benson local(Grid grid) {
    Benson[] local = LOCAL.get();
    if (local[grid.size()] == null) {
      local[grid.size()] = new Benson(grid);
    }
    return local[grid.size()];
  }

  /**
   * Looks at one colour.
   *
   * @param stones Black's words from {@code offset}, then White's
   * @param black which colour
   * @param suicide whether several stones may be removed by suicide
   */
  void analyse(long[] stones, int offset, boolean black, boolean suicide) {
    int own = offset + (black ? 0 : words);
    int other = offset + (black ? words : 0);
    Arrays.fill(alive, 0);
    Arrays.fill(territory, 0);
    System.arraycopy(stones, own, within, 0, words);
    chainCount = split(chains);
    for (int i = 0; i < words; i++) {
      within[i] = grid.mask(i) & ~stones[own + i];
    }
    regionCount = chainCount < 1 ? 0 : split(regions);
    Arrays.fill(chainDropped, 0, chainCount, false);
    Arrays.fill(regionDropped, 0, regionCount, false);
    boolean changed = true;
    while (changed) {
      countVital(stones, other, suicide);
      changed = dropChains();
      if (changed) {
        dropRegions();
      }
    }
    collect();
  }

  /** The stones that are pass-alive. */
  long[] alive() {
    return alive;
  }

  /** The points of pass-alive territory, the enemy's dead stones included. */
  long[] territory() {
    return territory;
  }

  /**
   * Whether nothing is left to play for: all stones are pass-alive or dead in the enemy's
   * pass-alive territory, and all empty points are in some. Under territory scoring single points
   * between pass-alive stones of both colours may be left too; under area scoring each is worth a
   * point to whoever takes it.
   *
   * @param stones Black's words, then White's
   */
  boolean settles(Rules rules, long[] stones) {
    for (int i = 0; i < words; i++) {
      open[i] = grid.mask(i);
    }
    for (int colour = 0; colour < 2; colour++) {
      analyse(stones, 0, colour == 0, rules.suicide());
      for (int i = 0; i < words; i++) {
        open[i] &= ~(alive[i] | territory[i]);
      }
    }
    boolean dameAllowed = rules.scoring() == Scoring.TERRITORY;
    for (int i = 0; i < words; i++) {
      long taken = stones[i] | stones[words + i];
      boolean dame = (open[i] & (taken | Bits.neighbours(open, i, grid))) == 0;
      if (open[i] != 0 && !(dame && dameAllowed)) {
        return false;
      }
    }
    return true;
  }

  /** Splits {@link #within} into its connected parts; returns how many there are. */
  private int split(long[] into) {
    int count = 0;
    System.arraycopy(within, 0, rest, 0, words);
    for (int i = 0; i < words; i++) {
      while (rest[i] != 0) {
        Arrays.fill(part, 0);
        part[i] = Long.lowestOneBit(rest[i]);
        Bits.flood(part, within, 0, grid);
        for (int j = 0; j < words; j++) {
          rest[j] &= ~part[j];
        }
        System.arraycopy(part, 0, into, count++ * words, words);
      }
    }
    return count;
  }

  private void countVital(long[] stones, int other, boolean suicide) {
    for (int chain = 0; chain < chainCount; chain++) {
      vital[chain] = 0;
      if (!chainDropped[chain]) {
        System.arraycopy(chains, chain * words, part, 0, words);
        for (int i = 0; i < words; i++) {
          within[i] = Bits.neighbours(part, i, grid) | (suicide ? 0 : stones[other + i]);
        }
        for (int region = 0; region < regionCount; region++) {
          vital[chain] += !regionDropped[region] && isWithin(region) ? 1 : 0;
        }
      }
    }
  }

  private boolean isWithin(int region) {
    for (int i = 0; i < words; i++) {
      if ((regions[region * words + i] & ~within[i]) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Drops chains with less than two vital regions; their stones are then in {@link #part}. */
  private boolean dropChains() {
    boolean dropped = false;
    Arrays.fill(part, 0);
    for (int chain = 0; chain < chainCount; chain++) {
      if (!chainDropped[chain] && vital[chain] < 2) {
        chainDropped[chain] = true;
        dropped = true;
        for (int i = 0; i < words; i++) {
          part[i] |= chains[chain * words + i];
        }
      }
    }
    return dropped;
  }

  /** Drops the regions next to {@link #part}. */
  private void dropRegions() {
    for (int i = 0; i < words; i++) {
      within[i] = Bits.neighbours(part, i, grid);
    }
    for (int region = 0; region < regionCount; region++) {
      for (int i = 0; i < words; i++) {
        regionDropped[region] |= (regions[region * words + i] & within[i]) != 0;
      }
    }
  }

  private void collect() {
    for (int chain = 0; chain < chainCount; chain++) {
      for (int i = 0; i < words && !chainDropped[chain]; i++) {
        alive[i] |= chains[chain * words + i];
      }
    }
    for (int i = 0; i < words; i++) {
      within[i] = Bits.neighbours(alive, i, grid);
    }
    for (int region = 0; region < regionCount; region++) {
      int inner = 0;
      for (int i = 0; i < words; i++) {
        inner += Long.bitCount(regions[region * words + i] & ~within[i]);
      }
      for (int i = 0; i < words && inner <= 1 && !regionDropped[region]; i++) {
        territory[i] |= regions[region * words + i];
      }
    }
  }
}
