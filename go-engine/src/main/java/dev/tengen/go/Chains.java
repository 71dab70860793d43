package dev.tengen.go;

import dev.tengen.game.Player;
import java.util.Arrays;

/**
 * The chains on a board: stones of one colour that are connected along lines, with their liberties.
 * Chains are numbered from 0: Black's first, each colour's in the order of their first points.
 * Immutable; points are {@code y * size + x}.
 */
public final class Chains {

  private static final int NO_CHAIN = -1;

  private final Grid grid;

  /** Black's words, then White's. */
  private final long[] stones;

  private final int[] chainAt;
  private int count;
  private int ofBlack;

  /** Sets of points, one a chain. */
  private long[] stonesOf;

  private long[] libertiesOf;

  private Chains(Grid grid, long[] stones) {
    this.grid = grid;
    this.stones = stones;
    int words = grid.words();
    chainAt = new int[grid.points()];
    Arrays.fill(chainAt, NO_CHAIN);
    stonesOf = new long[32 * words];
    libertiesOf = new long[32 * words];
    long[] chain = new long[words];
    find(0, chain);
    ofBlack = count;
    find(words, chain);
  }

  /** The chains of a position. */
  public static Chains of(GoPosition position) {
    long[] stones = new long[2 * position.grid().words()];
    position.copyStones(stones, 0);
    return new Chains(position.grid(), stones);
  }

  private void find(int colour, long[] chain) {
    int words = grid.words();
    for (int i = 0; i < words; i++) {
      for (long rest = stones[colour + i]; rest != 0; rest &= rest - 1) {
        int bit = 64 * i + Long.numberOfTrailingZeros(rest);
        if (chainAt[grid.pointOf(bit)] == NO_CHAIN) {
          Arrays.fill(chain, 0);
          Bits.set(chain, 0, bit);
          Bits.flood(chain, stones, colour, grid);
          add(chain);
        }
      }
    }
  }

  private void add(long[] chain) {
    int words = grid.words();
    if ((count + 1) * words > stonesOf.length) {
      stonesOf = Arrays.copyOf(stonesOf, 2 * stonesOf.length);
      libertiesOf = Arrays.copyOf(libertiesOf, 2 * libertiesOf.length);
    }
    for (int i = 0; i < words; i++) {
      stonesOf[count * words + i] = chain[i];
      libertiesOf[count * words + i] = Bits.neighbours(chain, i, grid) & emptyWord(i);
      for (long rest = chain[i]; rest != 0; rest &= rest - 1) {
        chainAt[grid.pointOf(64 * i + Long.numberOfTrailingZeros(rest))] = count;
      }
    }
    count++;
  }

  /** How many chains there are. */
  public int count() {
    return count;
  }

  /** The chain that has a stone on this point; -1 if the point is empty. */
  public int at(int point) {
    return chainAt[point];
  }

  /** Whose chain it is. */
  public Player owner(int chain) {
    return chain < ofBlack ? Player.BLACK : Player.WHITE;
  }

  /** How many stones a chain has. */
  public int size(int chain) {
    return Bits.count(stonesOf, chain * grid.words(), grid.words());
  }

  /** How many liberties a chain has: empty points next to it. */
  public int liberties(int chain) {
    return Bits.count(libertiesOf, chain * grid.words(), grid.words());
  }

  /** Whether a chain has one liberty. */
  public boolean isInAtari(int chain) {
    return liberties(chain) == 1;
  }

  /** The points of a chain, in order. */
  public int[] stonePoints(int chain) {
    return points(stonesOf, chain);
  }

  /** The points of a chain's liberties, in order. */
  public int[] libertyPoints(int chain) {
    return points(libertiesOf, chain);
  }

  private int[] points(long[] sets, int chain) {
    int words = grid.words();
    int[] points = new int[Bits.count(sets, chain * words, words)];
    int found = 0;
    for (int i = 0; i < words; i++) {
      for (long rest = sets[chain * words + i]; rest != 0; rest &= rest - 1) {
        points[found++] = grid.pointOf(64 * i + Long.numberOfTrailingZeros(rest));
      }
    }
    return points;
  }

  /** Word {@code i} of the empty points. */
  long emptyWord(int i) {
    return grid.mask(i) & ~(stones[i] | stones[grid.words() + i]);
  }

  /** Word {@code i} of a chain's stones. */
  long stonesWord(int chain, int i) {
    return stonesOf[chain * grid.words() + i];
  }

  /** Word {@code i} of a chain's liberties. */
  long libertiesWord(int chain, int i) {
    return libertiesOf[chain * grid.words() + i];
  }

  /** The board: Black's words, then White's. Not to be written to. */
  long[] stones() {
    return stones;
  }
}
