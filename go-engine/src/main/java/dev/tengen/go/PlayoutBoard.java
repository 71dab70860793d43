package dev.tengen.go;

import dev.tengen.game.Player;
import java.util.Arrays;

/**
 * A mutable board of chains, for playouts and search; one thread's. Knows simple ko and suicide,
 * nothing of superko.
 *
 * <p><b>Cells.</b> The point (x, y) is the cell {@code (y + 1) * 20 + x + 1} on boards of every
 * size: all eight neighbours of a point are cells, at distances that the compiler knows.
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
 *
 * <p><b>Layout.</b> What there is to know of a cell lies in one array, in blocks at fixed
 * distances: with one base and one length the machine's registers suffice for {@link #play}; with
 * an array for each, playouts are 8 % slower.
 */
final class PlayoutBoard {

  static final int EMPTY = 0x0100;
  static final int BLACK = 0x0001;
  static final int WHITE = 0x0010;
  static final int EDGE = 0x1011;

  /** {@link #koCell} when there is no ko. */
  static final int NOWHERE = 0;

  private static final int NOTHING = 0;

  /** The distance from a cell to the one below it. */
  private static final int STRIDE = Grid.CELL_STRIDE;

  private static final int CELLS = Grid.MAX_CELLS;

  /** Where in {@link #cells} a cell's chain is; its code comes first. */
  private static final int CHAIN = CELLS;

  /**
   * Where a stone's successor in its chain is, and the place in {@link #empties} of an empty cell.
   */
  private static final int LINK = 2 * CELLS;

  /** By cell, one pseudo-liberty there, as {@link #facts} has it. */
  private static final long[] LIBERTIES = new long[CELLS];

  static {
    for (int cell = 0; cell < CELLS; cell++) {
      LIBERTIES[cell] = ChainFacts.liberty(cell);
    }
  }

  final Grid grid;

  /** The empty cells, in no order: the first {@link #emptyCount}. Stones just taken come last. */
  final int[] empties;

  int emptyCount;

  /** Where a simple ko may not be retaken at once; 0 if nowhere. */
  int koCell;

  private final int[] cells = new int[3 * CELLS];

  /** By chain. */
  private final long[] facts = new long[CELLS];

  /** Cells from here on are never looked at. */
  private final int cellsInUse;

  PlayoutBoard(Grid grid) {
    this.grid = grid;
    empties = new int[grid.points()];
    cellsInUse = STRIDE * (grid.size() + 1) + grid.size() + 2;
    Arrays.fill(cells, 0, CELLS, EDGE);
    clear();
  }

  /** The code of a player's stones. */
  static int codeOf(Player player) {
    return player == Player.BLACK ? BLACK : WHITE;
  }

  /** Empties the board. */
  void clear() {
    emptyCount = grid.points();
    for (int point = 0; point < emptyCount; point++) {
      int cell = grid.cellOf(grid.bitOf(point));
      cells[cell] = EMPTY;
      cells[CHAIN + cell] = NOTHING;
      cells[LINK + cell] = point;
      empties[point] = cell;
    }
    facts[NOTHING] = ChainFacts.FAR_FROM_CAPTURED;
    koCell = NOWHERE;
  }

  /** Becomes an equal of another board of this grid. */
  void copyFrom(PlayoutBoard other) {
    System.arraycopy(other.cells, 0, cells, 0, cellsInUse);
    System.arraycopy(other.cells, CHAIN, cells, CHAIN, cellsInUse);
    System.arraycopy(other.cells, LINK, cells, LINK, cellsInUse);
    System.arraycopy(other.facts, 0, facts, 0, cellsInUse);
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
      int firstBit = 64 * (i < words ? i : i - words);
      for (long rest = stones[offset + i]; rest != 0; rest &= rest - 1) {
        int cell = grid.cellOf(firstBit + Long.numberOfTrailingZeros(rest));
        takeLiberty(cell);
        place(cell, own);
      }
    }
    facts[NOTHING] = ChainFacts.FAR_FROM_CAPTURED;
    koCell = koBit < 0 ? NOWHERE : grid.cellOf(koBit);
  }

  boolean holds(int cell, Player player) {
    return cells[cell] == codeOf(player);
  }

  boolean isEmpty(int cell) {
    return cells[cell] == EMPTY;
  }

  /** The sum of the codes of the four neighbours. */
  int around(int cell) {
    return cells[cell - STRIDE] + cells[cell - 1] + cells[cell + 1] + cells[cell + STRIDE];
  }

  /** Whether playing on an empty cell takes stones. */
  boolean captures(int cell, int own, int around) {
    int other = own ^ (BLACK | WHITE);
    return (around & 15 * other) != 0
        && (isInAtari(cell - STRIDE, other)
            || isInAtari(cell - 1, other)
            || isInAtari(cell + 1, other)
            || isInAtari(cell + STRIDE, other));
  }

  /** Whether playing on a cell without empty neighbours, where it takes nothing, is suicide. */
  boolean isSuicide(int cell, int own) {
    return !isSafe(cell - STRIDE, own)
        && !isSafe(cell - 1, own)
        && !isSafe(cell + 1, own)
        && !isSafe(cell + STRIDE, own);
  }

  /** The exclusive or of the keys of the player's stones whose only liberty is {@code cell}. */
  long keysInAtari(int cell, Player player) {
    int code = codeOf(player);
    int up = cell - STRIDE;
    int left = cell - 1;
    int right = cell + 1;
    int down = cell + STRIDE;
    long keys = 0;
    if (isInAtari(up, code)) {
      keys ^= keysOfChain(cells[CHAIN + up], player);
    }
    if (isInAtari(left, code) && cells[CHAIN + left] != cells[CHAIN + up]) {
      keys ^= keysOfChain(cells[CHAIN + left], player);
    }
    if (isInAtari(right, code)
        && cells[CHAIN + right] != cells[CHAIN + up]
        && cells[CHAIN + right] != cells[CHAIN + left]) {
      keys ^= keysOfChain(cells[CHAIN + right], player);
    }
    if (isInAtari(down, code)
        && cells[CHAIN + down] != cells[CHAIN + up]
        && cells[CHAIN + down] != cells[CHAIN + left]
        && cells[CHAIN + down] != cells[CHAIN + right]) {
      keys ^= keysOfChain(cells[CHAIN + down], player);
    }
    return keys;
  }

  private long keysOfChain(int chain, Player player) {
    long keys = 0;
    int stone = chain;
    do {
      keys ^= grid.key(player, grid.bitOfCell(stone));
      stone = cells[LINK + stone];
    } while (stone != chain);
    return keys;
  }

  /** Whether there is a stone of this code whose chain has one liberty. */
  private boolean isInAtari(int cell, int code) {
    return cells[cell] == code && ChainFacts.isInAtari(facts[cells[CHAIN + cell]]);
  }

  /** Whether there is a stone of this code whose chain has several liberties. */
  private boolean isSafe(int cell, int code) {
    return cells[cell] == code && !ChainFacts.isInAtari(facts[cells[CHAIN + cell]]);
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
        cells[cell - STRIDE - 1]
            + cells[cell - STRIDE + 1]
            + cells[cell + STRIDE - 1]
            + cells[cell + STRIDE + 1];
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
        (ChainFacts.pseudoLiberties(facts[cells[CHAIN + cell - STRIDE]]) - 1)
            | (ChainFacts.pseudoLiberties(facts[cells[CHAIN + cell - 1]]) - 1)
            | (ChainFacts.pseudoLiberties(facts[cells[CHAIN + cell + 1]]) - 1)
            | (ChainFacts.pseudoLiberties(facts[cells[CHAIN + cell + STRIDE]]) - 1);
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
    cells[LINK + other] = place;
    empties[otherPlace] = cell;
    cells[LINK + cell] = otherPlace;
  }

  /**
   * Black's stones and one-point territories minus White's: the area score where all territories
   * are single points, as after a playout.
   */
  int scoreOfEyes() {
    int score = 0;
    for (int point = 0; point < empties.length; point++) {
      score += ownerOf(point);
    }
    return score;
  }

  /** Adds to each point's number 1 if it is Black's, -1 if it is White's, as in a score of eyes. */
  void addOwners(int[] byPoint) {
    for (int point = 0; point < byPoint.length; point++) {
      byPoint[point] += ownerOf(point);
    }
  }

  private int ownerOf(int point) {
    int cell = grid.cellOf(grid.bitOf(point));
    int code = cells[cell];
    int counts = code == EMPTY ? around(cell) >>> 2 : code;
    return (counts & 1) - (counts >>> 4 & 1);
  }

  /** Plays on an empty cell where the own chain is left without liberties, and removes it. */
  void playSuicide(int cell, int own) {
    takeLiberty(cell);
    place(cell, own);
    remove(cells[CHAIN + cell]);
    facts[NOTHING] = ChainFacts.FAR_FROM_CAPTURED;
    koCell = NOWHERE;
  }

  /** Of the chain at a cell; plenty where there is none. */
  private long pseudoLibertiesAt(int cell) {
    return ChainFacts.pseudoLiberties(facts[cells[CHAIN + cell]]);
  }

  private void takeLiberty(int cell) {
    long liberty = LIBERTIES[cell];
    facts[cells[CHAIN + cell - STRIDE]] -= liberty;
    facts[cells[CHAIN + cell - 1]] -= liberty;
    facts[cells[CHAIN + cell + 1]] -= liberty;
    facts[cells[CHAIN + cell + STRIDE]] -= liberty;
  }

  private void giveLiberty(int cell) {
    long liberty = LIBERTIES[cell];
    facts[cells[CHAIN + cell - STRIDE]] += liberty;
    facts[cells[CHAIN + cell - 1]] += liberty;
    facts[cells[CHAIN + cell + 1]] += liberty;
    facts[cells[CHAIN + cell + STRIDE]] += liberty;
  }

  /** After the liberty was taken: whether an own neighbour still has one or an enemy has none. */
  private boolean livesOrCaptures(int cell, int own) {
    return livesOrIsCaptured(cell - STRIDE, own)
        || livesOrIsCaptured(cell - 1, own)
        || livesOrIsCaptured(cell + 1, own)
        || livesOrIsCaptured(cell + STRIDE, own);
  }

  private boolean livesOrIsCaptured(int cell, int own) {
    int code = cells[cell];
    return code != EDGE && (code == own) == (pseudoLibertiesAt(cell) != 0);
  }

  /** Puts a stone and joins it with its own neighbours. */
  private void place(int cell, int own) {
    int[] cells = this.cells;
    cells[cell] = own;
    int last = empties[--emptyCount];
    int place = cells[LINK + cell];
    empties[place] = last;
    cells[LINK + last] = place;
    int up = cell - STRIDE;
    int left = cell - 1;
    int right = cell + 1;
    int down = cell + STRIDE;
    facts[cell] =
        ChainFacts.ONE_STONE
            + libertyIfEmpty(up)
            + libertyIfEmpty(left)
            + libertyIfEmpty(right)
            + libertyIfEmpty(down);
    cells[CHAIN + cell] = cell;
    cells[LINK + cell] = cell;
    if (cells[up] == own) {
      joinFirst(cell, up);
    }
    if (cells[left] == own) {
      joinAnother(cell, left);
    }
    if (cells[right] == own) {
      joinAnother(cell, right);
    }
    if (cells[down] == own) {
      joinAnother(cell, down);
    }
  }

  private long libertyIfEmpty(int cell) {
    return LIBERTIES[cell] & -(cells[cell] >>> 8 & 1L);
  }

  private void joinAnother(int cell, int neighbour) {
    if (cells[CHAIN + cell] == cell) {
      joinFirst(cell, neighbour);
    } else {
      join(cells[CHAIN + neighbour], cells[CHAIN + cell]);
    }
  }

  /** Joins a stone that is alone with the chain of a neighbour. */
  private void joinFirst(int cell, int neighbour) {
    int chain = cells[CHAIN + neighbour];
    facts[chain] += facts[cell];
    cells[CHAIN + cell] = chain;
    cells[LINK + cell] = cells[LINK + chain];
    cells[LINK + chain] = cell;
  }

  private void join(int a, int b) {
    if (a == b) {
      return;
    }
    int[] cells = this.cells;
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
      cells[CHAIN + stone] = large;
      stone = cells[LINK + stone];
    } while (stone != small);
    int afterLarge = cells[LINK + large];
    cells[LINK + large] = cells[LINK + small];
    cells[LINK + small] = afterLarge;
  }

  private void capture(int cell, int other) {
    int before = emptyCount;
    captureAt(cell - STRIDE, other);
    captureAt(cell - 1, other);
    captureAt(cell + 1, other);
    captureAt(cell + STRIDE, other);
    long own = facts[cells[CHAIN + cell]];
    if (emptyCount == before + 1
        && ChainFacts.stones(own) == 1
        && ChainFacts.pseudoLiberties(own) == 1) {
      koCell = empties[before];
    }
  }

  private void captureAt(int cell, int other) {
    if (cells[cell] == other && pseudoLibertiesAt(cell) == 0) {
      remove(cells[CHAIN + cell]);
    }
  }

  private void remove(int chain) {
    int stone = chain;
    do {
      int next = cells[LINK + stone];
      cells[stone] = EMPTY;
      cells[CHAIN + stone] = NOTHING;
      cells[LINK + stone] = emptyCount;
      empties[emptyCount++] = stone;
      giveLiberty(stone);
      stone = next;
    } while (stone != chain);
  }
}
