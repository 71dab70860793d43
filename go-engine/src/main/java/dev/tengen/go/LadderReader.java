package dev.tengen.go;

import dev.tengen.game.Player;
import java.util.Arrays;

/**
 * Reads ladders on bitboards. The attacker must put the prey in atari with every move, on one of
 * its two liberties. The defender may extend on the last liberty, or capture a chain next to the
 * prey that is in atari. The prey is caught when it cannot get two liberties, and has escaped when
 * it gets three, or when the attacker cannot give atari.
 *
 * <pre>
 *   attack(2 liberties) -- atari on either --> defend(1 liberty) -- extend, capture --> 1: caught
 *        ^                                                                              2: attack
 *        +------------------------------------------------------------------------------+
 *                                                                                       3: escaped
 * </pre>
 *
 * <p>The search tries all of these moves and is exact for them, except that it gives up after
 * {@link #MAX_MOVES}; the prey has then escaped. A board that comes again is an escape too, and
 * nobody may retake a ko at once; superko and suicide are left out.
 *
 * <p>A scratch pad of one thread.
 */
final class LadderReader {

  /**
   * Moves tried before a ladder is given up. In 40,000 positions of human games the hardest needed
   * 2,571.
   */
  static final int MAX_MOVES = 10_000;

  /** Longer than any ladder that does not capture: each player has room for half of the board. */
  private static final int MAX_PLIES = 2 * Grid.MAX_SIZE * Grid.MAX_SIZE;

  private static final ThreadLocal<LadderReader> LOCAL = ThreadLocal.withInitial(LadderReader::new);

  private static final int BOARD = 2 * Grid.MAX_WORDS;

  /** The boards of the line being read, one a ply. */
  private final long[] boards = new long[(MAX_PLIES + 2) * BOARD];

  private final int[] koBits = new int[MAX_PLIES + 2];
  private final long[] chain = new long[Grid.MAX_WORDS];
  private final long[] other = new long[Grid.MAX_WORDS];
  private final Placement placement = Placement.local();

  private Grid grid;
  private int words;
  private int preyBit;
  private Player attacker;
  private int preyColour;
  private int attackerColour;
  private int moves;

  /** Whether the last move has recreated a board of the line. */
  private boolean isRepeated;

  /** Two liberties of the prey, from the last count. */
  private int firstLiberty;

  private int secondLiberty;

  private LadderReader() {}

  /** This thread's scratch pad. */
  static LadderReader local() {
    return LOCAL.get();
  }

  /**
   * Whether a legal move on one of the prey's two liberties catches it.
   *
   * @param stones Black's words, then White's
   * @param prey a bit of the chain, whose opponent is to move
   */
  boolean captures(Grid on, long[] stones, int koBit, Player attacking, int prey, int move) {
    begin(on, stones, koBit, attacking, prey);
    return place(0, attacking, move) && !defend(1);
  }

  /** Whether a legal move saves the prey, which is in atari and whose turn it is. */
  boolean escapes(Grid on, long[] stones, int koBit, Player defending, int prey, int move) {
    begin(on, stones, koBit, defending.opponent(), prey);
    return place(0, defending, move) && hasEscaped(1);
  }

  /** How many moves the last reading has tried. */
  int moves() {
    return moves;
  }

  private void begin(Grid on, long[] stones, int koBit, Player attacking, int prey) {
    grid = on;
    words = on.words();
    attacker = attacking;
    attackerColour = attacking == Player.BLACK ? 0 : words;
    preyColour = words - attackerColour;
    preyBit = prey;
    moves = 0;
    System.arraycopy(stones, 0, boards, 0, 2 * words);
    koBits[0] = koBit;
  }

  /** Whether the prey, which has two liberties and waits for the attacker, is caught. */
  private boolean attack(int ply) {
    int first = firstLiberty;
    int second = secondLiberty;
    // First the move that leaves the prey the narrower way out.
    if (waysOut(ply, second) > waysOut(ply, first)) {
      int swapped = first;
      first = second;
      second = swapped;
    }
    return (place(ply, attacker, first) && !isRepeated && !defend(ply + 1))
        || (place(ply, attacker, second) && !isRepeated && !defend(ply + 1));
  }

  /** Whether the prey, which has one liberty and is to move, escapes. */
  private boolean defend(int ply) {
    if (ply >= MAX_PLIES || moves > MAX_MOVES) {
      return true;
    }
    countLiberties(ply);
    int extension = firstLiberty;
    if (place(ply, attacker.opponent(), extension) && hasEscaped(ply + 1)) {
      return true;
    }
    countLiberties(ply);
    long[] hunters = huntersNextToPrey(ply);
    for (int i = 0; i < words; i++) {
      while (hunters[i] != 0) {
        int capture = lastLiberty(ply, 64 * i + Long.numberOfTrailingZeros(hunters[i]), hunters);
        if (capture >= 0
            && capture != extension
            && place(ply, attacker.opponent(), capture)
            && hasEscaped(ply + 1)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the prey is safe after a move of its own. */
  private boolean hasEscaped(int ply) {
    if (isRepeated) {
      return true;
    }
    int liberties = countLiberties(ply);
    return liberties > 2 || (liberties == 2 && !attack(ply));
  }

  /** Plays on the board of a ply, giving that of the next; returns whether that is possible. */
  private boolean place(int ply, Player player, int bit) {
    if (bit == koBits[ply]) {
      return false;
    }
    moves++;
    placement.resolve(grid, boards, ply * BOARD, player, bit);
    if (placement.lost > 0) {
      return false;
    }
    System.arraycopy(placement.stones, 0, boards, (ply + 1) * BOARD, 2 * words);
    koBits[ply + 1] = placement.koBit;
    isRepeated = placement.captured > 0 && isRepeated(ply + 1);
    return true;
  }

  /** Whether a board was there before in this line. Only captures need ask: no cycle lacks them. */
  private boolean isRepeated(int ply) {
    int board = ply * BOARD;
    for (int before = ply - 2; before >= 0; before -= 2) {
      int at = before * BOARD;
      if (Arrays.equals(boards, board, board + 2 * words, boards, at, at + 2 * words)) {
        return true;
      }
    }
    return false;
  }

  /** Floods the prey's chain; returns how many liberties it has. */
  private int countLiberties(int ply) {
    return countLiberties(ply, preyBit, preyColour, chain);
  }

  private int countLiberties(int ply, int bit, int colour, long[] set) {
    int board = ply * BOARD;
    Arrays.fill(set, 0, words, 0);
    Bits.set(set, 0, bit);
    Bits.flood(set, boards, board + colour, grid);
    int count = 0;
    firstLiberty = -1;
    secondLiberty = -1;
    for (int i = 0; i < words; i++) {
      long empty = grid.mask(i) & ~(boards[board + i] | boards[board + words + i]);
      for (long rest = Bits.neighbours(set, i, grid) & empty; rest != 0; rest &= rest - 1) {
        secondLiberty = count == 1 ? 64 * i + Long.numberOfTrailingZeros(rest) : secondLiberty;
        firstLiberty = count == 0 ? 64 * i + Long.numberOfTrailingZeros(rest) : firstLiberty;
        count++;
      }
    }
    return count;
  }

  /** A new set of the attacker's stones next to the prey, whose chain has just been flooded. */
  private long[] huntersNextToPrey(int ply) {
    long[] hunters = new long[words];
    for (int i = 0; i < words; i++) {
      hunters[i] = Bits.neighbours(chain, i, grid) & boards[ply * BOARD + attackerColour + i];
    }
    return hunters;
  }

  /** The last liberty of a hunting chain or -1; takes the whole chain out of the set. */
  private int lastLiberty(int ply, int bit, long[] hunters) {
    int count = countLiberties(ply, bit, attackerColour, other);
    for (int i = 0; i < words; i++) {
      hunters[i] &= ~other[i];
    }
    return count == 1 ? firstLiberty : -1;
  }

  /** How many empty points are next to a bit. */
  private int waysOut(int ply, int bit) {
    int stride = grid.stride();
    return empty(ply, bit - 1)
        + empty(ply, bit + 1)
        + empty(ply, bit - stride)
        + empty(ply, bit + stride);
  }

  private int empty(int ply, int bit) {
    if (bit < 0 || bit >= 64 * words) {
      return 0;
    }
    int i = bit >> 6;
    int board = ply * BOARD;
    long empty = grid.mask(i) & ~(boards[board + i] | boards[board + words + i]);
    return (int) (empty >>> bit & 1);
  }
}
