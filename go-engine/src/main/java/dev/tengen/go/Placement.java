package dev.tengen.go;

import dev.tengen.game.Player;
import java.util.Arrays;

/**
 * What putting one stone on a bitboard does: captures, suicide, the simple ko that arises. A
 * scratch pad of one thread; its fields hold the last result.
 */
final class Placement {

  private static final ThreadLocal<Placement> LOCAL = ThreadLocal.withInitial(Placement::new);

  /** Black's words, then White's, after the move. */
  final long[] stones = new long[2 * Grid.MAX_WORDS];

  /** The exclusive or of the Zobrist keys of all stones that came and went. */
  long hashChange;

  /** How many stones of the opponent were removed. */
  int captured;

  /** How many own stones were removed, the one played included: suicide. */
  int lost;

  /** The bit where the opponent may not retake a simple ko at once, or -1. */
  int koBit;

  private final long[] chain = new long[Grid.MAX_WORDS];

  private Placement() {}

  /** This thread's scratch pad. */
  static Placement local() {
    return LOCAL.get();
  }

  /**
   * Works out what happens when {@code player} plays on the empty point {@code bit}.
   *
   * @param before Black's words from {@code offset}, then White's
   */
  void resolve(Grid grid, long[] before, int offset, Player player, int bit) {
    int words = grid.words();
    int own = player == Player.BLACK ? 0 : words;
    int other = words - own;
    System.arraycopy(before, offset, stones, 0, 2 * words);
    Bits.set(stones, own, bit);
    hashChange = grid.key(player, bit);
    captured = 0;
    lost = 0;
    koBit = -1;
    int stride = grid.stride();
    capture(grid, other, bit - stride);
    capture(grid, other, bit - 1);
    capture(grid, other, bit + 1);
    capture(grid, other, bit + stride);
    if (captured == 0) {
      if (!hasLiberty(grid, own, bit)) {
        lost = removeChain(grid, own);
      }
    } else if (captured > 1 || isNextTo(grid, own, bit) || libertiesAt(grid, bit) > 1) {
      koBit = -1;
    }
  }

  private void capture(Grid grid, int colour, int bit) {
    if (isIn(grid, colour, bit) && !hasLiberty(grid, colour, bit)) {
      koBit = bit;
      captured += removeChain(grid, colour);
    }
  }

  private int libertiesAt(Grid grid, int bit) {
    int stride = grid.stride();
    return isEmpty(grid, bit - stride)
        + isEmpty(grid, bit - 1)
        + isEmpty(grid, bit + 1)
        + isEmpty(grid, bit + stride);
  }

  /** Whether the chain at {@code bit} has a liberty; if not, {@link #chain} holds its points. */
  private boolean hasLiberty(Grid grid, int colour, int bit) {
    if (libertiesAt(grid, bit) > 0) {
      return true;
    }
    int words = grid.words();
    Arrays.fill(chain, 0, words, 0);
    Bits.set(chain, 0, bit);
    Bits.flood(chain, stones, colour, grid);
    for (int i = 0; i < words; i++) {
      long empty = grid.mask(i) & ~(stones[i] | stones[words + i]);
      if ((Bits.neighbours(chain, i, grid) & empty) != 0) {
        return true;
      }
    }
    return false;
  }

  private int removeChain(Grid grid, int colour) {
    int words = grid.words();
    hashChange ^= grid.keysOf(chain, 0, words, colour);
    for (int i = 0; i < words; i++) {
      stones[colour + i] &= ~chain[i];
    }
    return Bits.count(chain, 0, words);
  }

  private boolean isNextTo(Grid grid, int colour, int bit) {
    int stride = grid.stride();
    return isIn(grid, colour, bit - stride)
        || isIn(grid, colour, bit - 1)
        || isIn(grid, colour, bit + 1)
        || isIn(grid, colour, bit + stride);
  }

  private boolean isIn(Grid grid, int colour, int bit) {
    return bit >= 0 && bit < 64 * grid.words() && Bits.get(stones, colour, bit);
  }

  /** 1 if the bit is an empty point of the board, else 0. */
  private int isEmpty(Grid grid, int bit) {
    if (bit < 0 || bit >= 64 * grid.words()) {
      return 0;
    }
    int i = bit >> 6;
    long empty = grid.mask(i) & ~(stones[i] | stones[grid.words() + i]);
    return (int) (empty >>> bit & 1);
  }
}
