package dev.tengen.go;

import dev.tengen.game.Player;
import dev.tengen.game.UserError;
import java.util.function.LongUnaryOperator;

/**
 * The geometry of an N by N board as a set of bits. A set of points is {@link #words()} longs; the
 * point (x, y) is bit {@code y * (N + 1) + x}. Bit N of each row is a guard: always zero, so that a
 * shift by one or by N + 1 never wraps from one edge to the other.
 *
 * <p>For N = 3:
 *
 * <pre>
 *    x  0  1  2  guard
 * y 0   0  1  2  (3)
 *   1   4  5  6  (7)
 *   2   8  9 10  (11)
 * </pre>
 */
public final class Grid {

  /** The largest board. */
  public static final int MAX_SIZE = 19;

  /** What to add to a cell to get the one below it, on boards of every size. */
  static final int CELL_STRIDE = MAX_SIZE + 1;

  /** One more than the largest cell next to a point. */
  static final int MAX_CELLS = CELL_STRIDE * (MAX_SIZE + 1) + MAX_SIZE + 2;

  /** The words of a set of points on the largest board. */
  static final int MAX_WORDS = (MAX_SIZE * (MAX_SIZE + 1) + 63) / 64;

  /** What a situation's hash has beyond its board's when White is to move. */
  private static final long WHITE_TO_MOVE = Mix.mix(1);

  private static final Grid[] GRIDS = new Grid[MAX_SIZE + 1];

  static {
    for (int size = 1; size <= MAX_SIZE; size++) {
      long ofSize = (long) size << 32;
      GRIDS[size] = new Grid(size, key -> Mix.mix(ofSize + (key + 1) * Mix.GOLDEN));
    }
  }

  private final int size;
  private final int stride;
  private final int words;
  private final long[] mask;
  private final int[] bitOf;
  private final int[] pointOf;
  private final int[] cellOf;
  private final int[] bitOfCell = new int[MAX_CELLS];

  /**
   * Zobrist keys: that of a black stone on bit b at b, of a white one at {@code 64 * words + b}.
   */
  private final long[] keys;

  private Grid(int size, LongUnaryOperator key) {
    this.size = size;
    stride = size + 1;
    words = (size * stride + 63) / 64;
    mask = new long[words];
    bitOf = new int[size * size];
    pointOf = new int[64 * words];
    cellOf = new int[64 * words];
    keys = new long[2 * 64 * words];
    for (int point = 0; point < size * size; point++) {
      int bit = point / size * stride + point % size;
      bitOf[point] = bit;
      pointOf[bit] = point;
      int cell = (point / size + 1) * CELL_STRIDE + point % size + 1;
      cellOf[bit] = cell;
      bitOfCell[cell] = bit;
      mask[bit >> 6] |= 1L << bit;
    }
    for (int i = 0; i < keys.length; i++) {
      keys[i] = key.applyAsLong(i);
    }
  }

  /**
   * A grid with other Zobrist keys than all have, so that hashes can be made to collide.
   *
   * @param key the key of each number
   */
  static Grid withKeys(int size, LongUnaryOperator key) {
    return new Grid(size, key);
  }

  /**
   * The grid of this size.
   *
   * @throws UserError unless the size is 1 to 19
   */
  public static Grid of(int size) {
    if (size < 1 || size > MAX_SIZE) {
      throw new UserError("board size " + size + " is not supported; choose 1 to " + MAX_SIZE);
    }
    return GRIDS[size];
  }

  /** Points along one edge. */
  public int size() {
    return size;
  }

  /** How many longs hold a set of points. */
  public int words() {
    return words;
  }

  /** The bit of the point {@code y * size + x}. */
  public int bitOf(int point) {
    return bitOf[point];
  }

  /** The point of a bit that is on the board. */
  public int pointOf(int bit) {
    return pointOf[bit];
  }

  /** The cell of a bit that is on the board; {@link PlayoutBoard} says what a cell is. */
  int cellOf(int bit) {
    return cellOf[bit];
  }

  /** The bit of a cell that is on the board. */
  int bitOfCell(int cell) {
    return bitOfCell[cell];
  }

  /** The number of points, which is also the pass. */
  int points() {
    return size * size;
  }

  /** The distance in bits from a point to the one below it. */
  int stride() {
    return stride;
  }

  /** Word {@code index} of the set of all points. */
  long mask(int index) {
    return mask[index];
  }

  /** The Zobrist key of a stone of {@code player} on {@code bit}. */
  long key(Player player, int bit) {
    return keys[(player == Player.WHITE ? 64 * words : 0) + bit];
  }

  /**
   * The exclusive or of the keys of the stones in {@code set[offset .. offset + count)}, where the
   * word at {@code offset} is word {@code index} of Black's words followed by White's.
   */
  long keysOf(long[] set, int offset, int count, int index) {
    long result = 0;
    for (int i = 0; i < count; i++) {
      for (long rest = set[offset + i]; rest != 0; rest &= rest - 1) {
        result ^= keys[64 * (index + i) + Long.numberOfTrailingZeros(rest)];
      }
    }
    return result;
  }

  /** The hash of a board with a player to move. */
  static long situationHash(long boardHash, Player toMove) {
    return toMove == Player.WHITE ? boardHash ^ WHITE_TO_MOVE : boardHash;
  }

  /** The hash of the empty board: never zero, and another one for each size. */
  long emptyHash() {
    return Mix.mix(size + 1L);
  }
}
