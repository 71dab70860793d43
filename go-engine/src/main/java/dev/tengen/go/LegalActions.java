package dev.tengen.go;

import dev.tengen.game.Player;
import java.util.Arrays;

/**
 * All legal actions of a position at once. A point with an empty neighbour is legal without looking
 * closer, and one dilation finds them all; only the tight ones are tried one by one. Where superko
 * could forbid something, hashes rule it out for nearly every point. A scratch pad of one thread.
 */
final class LegalActions {

  private static final ThreadLocal<LegalActions> LOCAL = ThreadLocal.withInitial(LegalActions::new);

  /** Black's words, then White's. */
  private final long[] stones = new long[2 * Grid.MAX_WORDS];

  private final long[] enemies = new long[Grid.MAX_WORDS];
  private final long[] empty = new long[Grid.MAX_WORDS];

  /**
   * The boards that a move could recreate, as a set of 1,024 bits: that of each board's hash is
   * set, and few others.
   */
  private final long[] recurring = new long[16];

  private LegalActions() {}

  /** See {@link GoPosition#legalActions}. */
  static int write(GoPosition position, int[] into) {
    return LOCAL.get().list(position, into);
  }

  private int list(GoPosition position, int[] into) {
    Grid grid = position.grid();
    Player player = position.toMove();
    int words = grid.words();
    boolean superko = position.rules().ko() != KoRule.SIMPLE;
    boolean mayRepeat = superko && findRecurring(position);
    position.copyStones(stones, 0);
    System.arraycopy(stones, player == Player.BLACK ? words : 0, enemies, 0, words);
    for (int i = 0; i < words; i++) {
      empty[i] = grid.mask(i) & ~(stones[i] | stones[words + i]);
    }
    Placement placement = Placement.local();
    int count = 0;
    for (int i = 0; i < words; i++) {
      long open = empty[i] & Bits.neighbours(empty, i, grid);
      if (mayRepeat) {
        open &= ~Bits.neighbours(enemies, i, grid); // they could take something
      }
      for (long rest = empty[i]; rest != 0; rest &= rest - 1) {
        int bit = 64 * i + Long.numberOfTrailingZeros(rest);
        int point = grid.pointOf(bit);
        boolean legal;
        if ((open & rest & -rest) == 0) {
          legal = isLegal(position, bit, mayRepeat, placement);
        } else {
          long hash = position.boardHash() ^ grid.key(player, bit);
          legal = !mayRepeat || !mayRecur(hash) || position.isLegal(point);
        }
        if (legal) {
          into[count++] = point;
        }
      }
    }
    into[count++] = grid.points();
    return count;
  }

  private boolean isLegal(GoPosition position, int bit, boolean mayRepeat, Placement placement) {
    Rules rules = position.rules();
    boolean superko = rules.ko() != KoRule.SIMPLE;
    if (!superko && bit == position.koBit()) {
      return false;
    }
    placement.resolve(position.grid(), stones, 0, position.toMove(), bit);
    if (placement.lost > 0) {
      return rules.suicide() && !(superko && position.repeats(placement));
    }
    return !mayRepeat
        || !mayRecur(position.boardHash() ^ placement.hashChange)
        || !position.repeats(placement);
  }

  /**
   * Finds the boards that a move other than suicide could recreate: those with one more stone of
   * the player's. Returns whether there are any.
   */
  private boolean findRecurring(GoPosition position) {
    boolean anyPlayer = position.rules().ko() == KoRule.POSITIONAL_SUPERKO;
    Player player = position.toMove();
    int shift = player == Player.BLACK ? 16 : 0;
    int stonesAfter = (position.stoneCounts() >>> shift & 0xFFFF) + 1;
    if (stonesAfter > (position.mostStones() >>> shift & 0xFFFF)) {
      return false;
    }
    boolean any = false;
    for (GoPosition at = position.parent(); at != null; at = at.parent()) {
      boolean recurs = (at.stoneCounts() >>> shift & 0xFFFF) == stonesAfter;
      if (recurs && (anyPlayer || at.toMove() != player)) {
        if (!any) {
          Arrays.fill(recurring, 0);
          any = true;
        }
        recurring[(int) (at.boardHash() >>> 60)] |= 1L << at.boardHash();
      }
    }
    return any;
  }

  private boolean mayRecur(long boardHash) {
    return (recurring[(int) (boardHash >>> 60)] >>> boardHash & 1) != 0;
  }
}
