package dev.tengen.go;

import java.util.Arrays;

/**
 * Who surrounds what on a board whose dead stones are gone, and which groups live in seki. Holds
 * scratch sets, so it belongs to one thread and allocates nothing when it works.
 *
 * <p>A <em>group</em> here is what is connected through stones of one colour and points that only
 * they surround. It lives in seki if it shares dame with an enemy group in seki and could not live
 * without them: it has not two eyes, nor one of four points, nor two dame that would join it to a
 * group that has. So dame that nobody has filled yet make no seki.
 */
final class Territories {

  /** The smallest single eye that is taken for two: four in a row. */
  private static final int LIVING_EYE = 4;

  private final Grid grid;
  private final int words;

  /** Black's stones and the points that only Black surrounds, then White's. */
  private final long[] area;

  /** Those of {@link #area} whose group lives in seki. */
  private final long[] seki;

  private final long[] dame;
  private final int[] groups = new int[2];

  private final long[] rest;
  private final long[] group;
  private final long[] eyes;
  private final long[] eyesLeft;
  private final long[] eye;
  private final long[] living;

  Territories(Grid grid) {
    this.grid = grid;
    words = grid.words();
    area = new long[2 * words];
    seki = new long[2 * words];
    dame = new long[words];
    rest = new long[words];
    group = new long[words];
    eyes = new long[words];
    eyesLeft = new long[words];
    eye = new long[words];
    living = new long[words];
  }

  /**
   * Looks at a board.
   *
   * @param stones Black's words from {@code offset}, then White's
   */
  void analyse(long[] stones, int offset) {
    reach(stones, offset, offset + words, 0);
    reach(stones, offset + words, offset, words);
    for (int i = 0; i < words; i++) {
      long both = area[i] & area[words + i];
      area[i] &= ~both;
      area[words + i] &= ~both;
      dame[i] = grid.mask(i) & ~(area[i] | area[words + i]);
    }
    findLiving(stones, offset, 0);
    findLiving(stones, offset + words, 1);
    boolean dropped = true;
    while (dropped) {
      dropped = dropOneSided(0);
      dropped |= dropOneSided(1);
    }
  }

  /** Black's stones and the points that only Black surrounds, then White's. */
  long[] area() {
    return area;
  }

  /** Those of {@link #area} whose group lives in seki. */
  long[] seki() {
    return seki;
  }

  /** How many groups live without seki: of Black if {@code colour} is 0, of White if it is 1. */
  int groups(int colour) {
    return groups[colour];
  }

  /** The stones of one colour and all empty points connected to them. */
  private void reach(long[] stones, int own, int other, int to) {
    for (int i = 0; i < words; i++) {
      group[i] = stones[own + i];
      rest[i] = grid.mask(i) & ~stones[other + i];
    }
    Bits.flood(group, rest, 0, grid);
    System.arraycopy(group, 0, area, to, words);
  }

  /** Fills a colour's part of {@link #seki} with all that needs dame to live. */
  private void findLiving(long[] stones, int own, int colour) {
    int at = colour * words;
    Arrays.fill(living, 0);
    groups[colour] = 0;
    System.arraycopy(area, at, rest, 0, words);
    while (next(rest, group, area, at)) {
      if (!touchesDame() || hasTwoEyes(stones, own)) {
        add(living, group);
        groups[colour]++;
      }
    }
    boolean grown = true;
    while (grown) {
      grown = false;
      for (int i = 0; i < words; i++) {
        rest[i] = area[at + i] & ~living[i];
      }
      while (next(rest, group, area, at)) {
        if (dameSharedWith(living) >= 2) {
          add(living, group);
          grown = true;
        }
      }
    }
    for (int i = 0; i < words; i++) {
      seki[at + i] = area[at + i] & ~living[i];
    }
  }

  /** Takes groups out of seki that share no dame with one of the enemy; false if there is none. */
  private boolean dropOneSided(int colour) {
    int at = colour * words;
    System.arraycopy(seki, at, rest, 0, words);
    System.arraycopy(seki, words - at, living, 0, words);
    boolean dropped = false;
    while (next(rest, group, area, at)) {
      if (dameSharedWith(living) == 0) {
        for (int i = 0; i < words; i++) {
          seki[at + i] &= ~group[i];
        }
        groups[colour]++;
        dropped = true;
      }
    }
    return dropped;
  }

  /** Moves one connected part of {@code from} to {@code part}; false if there is none. */
  private boolean next(long[] from, long[] part, long[] within, int offset) {
    for (int i = 0; i < words; i++) {
      if (from[i] != 0) {
        Arrays.fill(part, 0);
        part[i] = Long.lowestOneBit(from[i]);
        Bits.flood(part, within, offset, grid);
        for (int j = 0; j < words; j++) {
          from[j] &= ~part[j];
        }
        return true;
      }
    }
    return false;
  }

  private boolean touchesDame() {
    for (int i = 0; i < words; i++) {
      if ((Bits.neighbours(group, i, grid) & dame[i]) != 0) {
        return true;
      }
    }
    return false;
  }

  private boolean hasTwoEyes(long[] stones, int own) {
    for (int i = 0; i < words; i++) {
      eyes[i] = group[i] & ~stones[own + i];
      eyesLeft[i] = eyes[i];
    }
    int count = 0;
    while (next(eyesLeft, eye, eyes, 0)) {
      count += Bits.count(eye, 0, words) < LIVING_EYE ? 1 : 2;
    }
    return count >= 2;
  }

  /** How many dame both {@link #group} and {@code others} touch. */
  private int dameSharedWith(long[] others) {
    int count = 0;
    for (int i = 0; i < words; i++) {
      count +=
          Long.bitCount(
              Bits.neighbours(group, i, grid) & Bits.neighbours(others, i, grid) & dame[i]);
    }
    return count;
  }

  private static void add(long[] set, long[] more) {
    for (int i = 0; i < set.length; i++) {
      set[i] |= more[i];
    }
  }
}
