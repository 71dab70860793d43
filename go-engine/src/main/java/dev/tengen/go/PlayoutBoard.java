package dev.tengen.go;

import dev.tengen.game.Player;
import java.util.Arrays;

/**
 * A mutable board of chains, for playouts and search; one thread's. Knows simple ko and suicide,
 * nothing of superko.
 *
 * <p><b>Cells.</b> A bit of {@link Grid} plus {@code N + 2} is a cell: the same rows with their
 * guard, between a row above and one below, so that all eight neighbours of a point are cells.
 *
 * <p><b>Codes.</b> Each cell holds a code, chosen so that the plain sum of four codes counts every
 * kind of neighbour at once, four bits each: {@code edges, empty points, white, black}. An edge
 * counts as a stone of both colours, which is what eyes want.
 *
 * <p><b>Chains.</b> A chain is named by a cell that was its first stone; its stones form a circular
 * list. Each has one word of {@link ChainFacts}, kept up to date by adding and subtracting, so that
 * captures and ataris are seen without counting liberties.
 *
 * <p>Edges and empty points belong to the chain 0, which is never captured: with it, taking a
 * liberty from all four neighbours needs no branch.
 */
final class PlayoutBoard {

  static final int EMPTY = 0x0100;
  static final int BLACK = 0x0001;
  static final int WHITE = 0x0010;
  static final int EDGE = 0x1011;

  /** {@link #koCell} when there is no ko. */
  static final int NOWHERE = 0;

  private static final int NOTHING = 0;

  final Grid grid;

  /** What to add to a bit to get its cell. */
  final int cellOfBit;

  /** The empty cells, in no order: the first {@link #emptyCount}. Stones just taken come last. */
  final int[] empties;

  int emptyCount;

  /** Where a simple ko may not be retaken at once; 0 if nowhere. */
  int koCell;

  private final int stride;
  private final int[] codes;
  private final int[] chains;
  private final int[] next;
  private final int[] placeOf;
  private final long[] facts;

  /** Per cell, one pseudo-liberty there, as {@link #facts} has it. */
  private final long[] liberties;

  PlayoutBoard(Grid grid) {
    this.grid = grid;
    stride = grid.stride();
    cellOfBit = stride + 1;
    int cells = stride * (stride + 1) + 2;
    codes = new int[cells];
    chains = new int[cells];
    next = new int[cells];
    placeOf = new int[cells];
    facts = new long[cells];
    liberties = new long[cells];
    empties = new int[grid.points()];
    Arrays.fill(codes, EDGE);
    for (int point = 0; point < grid.points(); point++) {
      int cell = cellOf(point);
      liberties[cell] = ChainFacts.liberty(point);
    }
    clear();
  }

  /** The cell of a point. */
  int cellOf(int point) {
    return grid.bitOf(point) + cellOfBit;
  }

  /** The code of a player's stones. */
  static int codeOf(Player player) {
    return player == Player.BLACK ? BLACK : WHITE;
  }

  /** Empties the board. */
  void clear() {
    emptyCount = grid.points();
    for (int point = 0; point < emptyCount; point++) {
      int cell = cellOf(point);
      codes[cell] = EMPTY;
      chains[cell] = NOTHING;
      empties[point] = cell;
      placeOf[cell] = point;
    }
    facts[NOTHING] = ChainFacts.FAR_FROM_CAPTURED;
    koCell = NOWHERE;
  }

  /** Becomes an equal of another board of this grid. */
  void copyFrom(PlayoutBoard other) {
    int cells = codes.length;
    System.arraycopy(other.codes, 0, codes, 0, cells);
    System.arraycopy(other.chains, 0, chains, 0, cells);
    System.arraycopy(other.next, 0, next, 0, cells);
    System.arraycopy(other.placeOf, 0, placeOf, 0, cells);
    System.arraycopy(other.facts, 0, facts, 0, cells);
    System.arraycopy(other.empties, 0, empties, 0, other.emptyCount);
    emptyCount = other.emptyCount;
    koCell = other.koCell;
  }

  /**
   * Sets up the board from sets of points in which every chain has a liberty.
   *
   * @param stones Black's words from {@code offset}, then White's
   * @param koBit where a simple ko may not be retaken, or -1
   */
  void load(long[] stones, int offset, int koBit) {
    clear();
    int words = grid.words();
    for (int i = 0; i < 2 * words; i++) {
      int own = i < words ? BLACK : WHITE;
      int firstCell = 64 * (i < words ? i : i - words) + cellOfBit;
      for (long rest = stones[offset + i]; rest != 0; rest &= rest - 1) {
        int cell = firstCell + Long.numberOfTrailingZeros(rest);
        takeLiberty(cell);
        place(cell, own);
      }
    }
    facts[NOTHING] = ChainFacts.FAR_FROM_CAPTURED;
    koCell = koBit < 0 ? NOWHERE : koBit + cellOfBit;
  }

  boolean holds(int cell, Player player) {
    return codes[cell] == codeOf(player);
  }

  boolean isEmpty(int cell) {
    return codes[cell] == EMPTY;
  }

  /** The sum of the codes of the four neighbours. */
  int around(int cell) {
    return codes[cell - stride] + codes[cell - 1] + codes[cell + 1] + codes[cell + stride];
  }

  /** Whether playing on an empty cell takes stones. */
  boolean captures(int cell, int own, int around) {
    int other = own ^ (BLACK | WHITE);
    return (around & 15 * other) != 0
        && (isInAtari(cell - stride, other)
            || isInAtari(cell - 1, other)
            || isInAtari(cell + 1, other)
            || isInAtari(cell + stride, other));
  }

  /** Whether playing on a cell without empty neighbours, where it takes nothing, is suicide. */
  boolean isSuicide(int cell, int own) {
    return !isSafe(cell - stride, own)
        && !isSafe(cell - 1, own)
        && !isSafe(cell + 1, own)
        && !isSafe(cell + stride, own);
  }

  /** The exclusive or of the keys of the player's stones whose only liberty is {@code cell}. */
  long keysInAtari(int cell, Player player) {
    int code = codeOf(player);
    int up = cell - stride;
    int left = cell - 1;
    int right = cell + 1;
    int down = cell + stride;
    long keys = 0;
    if (isInAtari(up, code)) {
      keys ^= keysOfChain(chains[up], player);
    }
    if (isInAtari(left, code) && chains[left] != chains[up]) {
      keys ^= keysOfChain(chains[left], player);
    }
    if (isInAtari(right, code) && chains[right] != chains[up] && chains[right] != chains[left]) {
      keys ^= keysOfChain(chains[right], player);
    }
    if (isInAtari(down, code)
        && chains[down] != chains[up]
        && chains[down] != chains[left]
        && chains[down] != chains[right]) {
      keys ^= keysOfChain(chains[down], player);
    }
    return keys;
  }

  private long keysOfChain(int chain, Player player) {
    long keys = 0;
    int stone = chain;
    do {
      keys ^= grid.key(player, stone - cellOfBit);
      stone = next[stone];
    } while (stone != chain);
    return keys;
  }

  /** Whether there is a stone of this code whose chain has one liberty. */
  private boolean isInAtari(int cell, int code) {
    return codes[cell] == code && ChainFacts.isInAtari(facts[chains[cell]]);
  }

  /** Whether there is a stone of this code whose chain has several liberties. */
  private boolean isSafe(int cell, int code) {
    return codes[cell] == code && !ChainFacts.isInAtari(facts[chains[cell]]);
  }

  /** Whether one of the four neighbours summed up is empty. */
  static boolean hasEmpty(int around) {
    return (around & 0x0F00) != 0;
  }

  /**
   * Whether an empty cell is a simple eye of the player with code {@code own}: four own stones or
   * edges around it, and at its corners at most one enemy, at the edge of the board none.
   *
   * @param around the sum of its neighbours
   */
  boolean isEye(int cell, int own, int around) {
    if ((around & 15 * own) != 4 * own) {
      return false;
    }
    int corners =
        codes[cell - stride - 1]
            + codes[cell - stride + 1]
            + codes[cell + stride - 1]
            + codes[cell + stride + 1];
    int edges = corners >>> 12;
    int other = own ^ (BLACK | WHITE);
    int enemies = (corners >>> (other >>> 2) & 15) - edges;
    return enemies + (edges > 0 ? 1 : 0) < 2;
  }

  /**
   * Plays on an empty cell unless that would be suicide: then nothing changes.
   *
   * @param around the sum of its neighbours
   * @return whether the stone was played
   */
  boolean play(int cell, int own, int around) {
    int[] chains = this.chains;
    long[] facts = this.facts;
    takeLiberty(cell);
    if (!hasEmpty(around) && !livesOrCaptures(cell, own)) {
      giveLiberty(cell);
      facts[NOTHING] = ChainFacts.FAR_FROM_CAPTURED;
      return false;
    }
    place(cell, own);
    koCell = NOWHERE;
    long anyCaptured =
        (ChainFacts.pseudoLiberties(facts[chains[cell - stride]]) - 1)
            | (ChainFacts.pseudoLiberties(facts[chains[cell - 1]]) - 1)
            | (ChainFacts.pseudoLiberties(facts[chains[cell + 1]]) - 1)
            | (ChainFacts.pseudoLiberties(facts[chains[cell + stride]]) - 1);
    if (anyCaptured < 0) {
      capture(cell, own ^ (BLACK | WHITE));
    }
    facts[NOTHING] = ChainFacts.FAR_FROM_CAPTURED;
    return true;
  }

  /** Swaps two entries of {@link #empties}. */
  void setAside(int place, int otherPlace) {
    int cell = empties[place];
    int other = empties[otherPlace];
    empties[place] = other;
    placeOf[other] = place;
    empties[otherPlace] = cell;
    placeOf[cell] = otherPlace;
  }

  /**
   * Black's stones and one-point territories minus White's: the area score where all territories
   * are single points, as after a playout.
   */
  int scoreOfEyes() {
    int score = 0;
    for (int point = 0; point < empties.length; point++) {
      int cell = cellOf(point);
      int code = codes[cell];
      int counts = code == EMPTY ? around(cell) >>> 2 : code;
      score += (counts & 1) - (counts >>> 4 & 1);
    }
    return score;
  }

  /** Plays on an empty cell where the own chain is left without liberties, and removes it. */
  void playSuicide(int cell, int own) {
    takeLiberty(cell);
    place(cell, own);
    remove(chains[cell]);
    facts[NOTHING] = ChainFacts.FAR_FROM_CAPTURED;
    koCell = NOWHERE;
  }

  /** Of the chain at a cell; plenty where there is none. */
  private long pseudoLibertiesAt(int cell) {
    return ChainFacts.pseudoLiberties(facts[chains[cell]]);
  }

  private void takeLiberty(int cell) {
    long liberty = liberties[cell];
    facts[chains[cell - stride]] -= liberty;
    facts[chains[cell - 1]] -= liberty;
    facts[chains[cell + 1]] -= liberty;
    facts[chains[cell + stride]] -= liberty;
  }

  private void giveLiberty(int cell) {
    long liberty = liberties[cell];
    facts[chains[cell - stride]] += liberty;
    facts[chains[cell - 1]] += liberty;
    facts[chains[cell + 1]] += liberty;
    facts[chains[cell + stride]] += liberty;
  }

  /** After the liberty was taken: whether an own neighbour still has one or an enemy has none. */
  private boolean livesOrCaptures(int cell, int own) {
    return livesOrIsCaptured(cell - stride, own)
        || livesOrIsCaptured(cell - 1, own)
        || livesOrIsCaptured(cell + 1, own)
        || livesOrIsCaptured(cell + stride, own);
  }

  private boolean livesOrIsCaptured(int cell, int own) {
    int code = codes[cell];
    return code != EDGE && (code == own) == (pseudoLibertiesAt(cell) != 0);
  }

  /** Puts a stone and joins it with its own neighbours. */
  private void place(int cell, int own) {
    int[] codes = this.codes;
    codes[cell] = own;
    int last = empties[--emptyCount];
    int place = placeOf[cell];
    empties[place] = last;
    placeOf[last] = place;
    int up = cell - stride;
    int left = cell - 1;
    int right = cell + 1;
    int down = cell + stride;
    facts[cell] =
        ChainFacts.ONE_STONE
            + libertyIfEmpty(up)
            + libertyIfEmpty(left)
            + libertyIfEmpty(right)
            + libertyIfEmpty(down);
    chains[cell] = cell;
    next[cell] = cell;
    if (codes[up] == own) {
      join(cell, up);
    }
    if (codes[left] == own) {
      join(cell, left);
    }
    if (codes[right] == own) {
      join(cell, right);
    }
    if (codes[down] == own) {
      join(cell, down);
    }
  }

  private long libertyIfEmpty(int cell) {
    return liberties[cell] & -(codes[cell] >>> 8 & 1L);
  }

  private void join(int cell, int neighbour) {
    int a = chains[neighbour];
    int b = chains[cell];
    if (a == b) {
      return;
    }
    long[] facts = this.facts;
    int large = a;
    int small = b;
    if (ChainFacts.stones(facts[a]) < ChainFacts.stones(facts[b])) {
      large = b;
      small = a;
    }
    facts[large] += facts[small];
    int stone = small;
    do {
      chains[stone] = large;
      stone = next[stone];
    } while (stone != small);
    int afterLarge = next[large];
    next[large] = next[small];
    next[small] = afterLarge;
  }

  private void capture(int cell, int other) {
    int before = emptyCount;
    captureAt(cell - stride, other);
    captureAt(cell - 1, other);
    captureAt(cell + 1, other);
    captureAt(cell + stride, other);
    long own = facts[chains[cell]];
    if (emptyCount == before + 1
        && ChainFacts.stones(own) == 1
        && ChainFacts.pseudoLiberties(own) == 1) {
      koCell = empties[before];
    }
  }

  private void captureAt(int cell, int other) {
    if (codes[cell] == other && pseudoLibertiesAt(cell) == 0) {
      remove(chains[cell]);
    }
  }

  private void remove(int chain) {
    int stone = chain;
    do {
      codes[stone] = EMPTY;
      chains[stone] = NOTHING;
      placeOf[stone] = emptyCount;
      empties[emptyCount++] = stone;
      giveLiberty(stone);
      stone = next[stone];
    } while (stone != chain);
  }
}
