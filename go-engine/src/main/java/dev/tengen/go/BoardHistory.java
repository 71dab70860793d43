package dev.tengen.go;

import dev.tengen.game.Player;
import java.util.Arrays;

/**
 * The boards of a game in order, one a ply, with a hash index for superko. Grows at the end and is
 * cut at the end; allocates only to become longer than ever before.
 */
final class BoardHistory {

  private static final int PLIES_AT_FIRST = 64;

  /** A ply's board has its words at {@code ply * wordsPerBoard}: Black's, then White's. */
  private long[] stones;

  private final int wordsPerBoard;
  private long[] hashes;

  /** What superko compares: the board's hash, or that of the situation. */
  private long[] keys;

  /**
   * Open addressing with linear probing: ply + 1, or 0 for a free slot; at most a quarter is taken.
   * Those that leave came last, or all leave, so a slot can simply be freed.
   */
  private int[] slots;

  private int[] slotOf;

  /** The number of black stones of a ply in the upper half, of white ones in the lower. */
  private int[] stoneCounts;

  /** How many plies have this many black stones, or white ones; they tell when none can repeat. */
  private final int[] pliesByBlack = new int[Grid.MAX_SIZE * Grid.MAX_SIZE + 2];

  private final int[] pliesByWhite = new int[Grid.MAX_SIZE * Grid.MAX_SIZE + 2];
  private int length;

  BoardHistory(int wordsPerBoard) {
    this.wordsPerBoard = wordsPerBoard;
    stones = new long[PLIES_AT_FIRST * wordsPerBoard];
    hashes = new long[PLIES_AT_FIRST];
    keys = new long[PLIES_AT_FIRST];
    slotOf = new int[PLIES_AT_FIRST];
    stoneCounts = new int[PLIES_AT_FIRST];
    slots = new int[4 * PLIES_AT_FIRST];
  }

  /** How many boards there are. */
  int length() {
    return length;
  }

  /** All boards; adding one may replace the array. */
  long[] stones() {
    return stones;
  }

  int offset(int ply) {
    return ply * wordsPerBoard;
  }

  long hash(int ply) {
    return hashes[ply];
  }

  /** Starts over with this many boards, all of which must then be {@link #set}. */
  void begin(int plies) {
    cut(0);
    while (hashes.length < plies) {
      grow();
    }
    length = plies;
  }

  /** Adds a copy of the last board and returns its offset; it must then be {@link #set}. */
  int addCopy() {
    if (length == hashes.length) {
      grow();
    }
    int offset = offset(length++);
    System.arraycopy(stones, offset - wordsPerBoard, stones, offset, wordsPerBoard);
    return offset;
  }

  /**
   * Says that a ply's stones are now in place.
   *
   * @param key under which superko finds it: the hash of the board or of the situation
   * @param counts the number of black stones in the upper half, of white ones in the lower
   */
  void set(int ply, long hash, long key, int counts) {
    hashes[ply] = hash;
    keys[ply] = key;
    stoneCounts[ply] = counts;
    pliesByBlack[counts >>> 16]++;
    pliesByWhite[counts & 0xFFFF]++;
    enter(ply);
  }

  /** Forgets all but the first {@code plies} boards. */
  void cut(int plies) {
    while (length > plies) {
      length--;
      slots[slotOf[length]] = 0;
      pliesByBlack[stoneCounts[length] >>> 16]--;
      pliesByWhite[stoneCounts[length] & 0xFFFF]--;
    }
  }

  int stoneCounts(int ply) {
    return stoneCounts[ply];
  }

  /** Whether some ply has as many stones of {@code player} as the last one and one more. */
  boolean hasOneMoreOf(Player player) {
    int counts = stoneCounts[length - 1];
    return player == Player.BLACK
        ? pliesByBlack[(counts >>> 16) + 1] > 0
        : pliesByWhite[(counts & 0xFFFF) + 1] > 0;
  }

  /** Whether some ply has this key; nearly always that says whether its board was there. */
  boolean mayContain(long key) {
    return nextSlot((int) key, key) >= 0;
  }

  /** Whether some ply has this key and the board at the start of {@code board}. */
  boolean contains(long key, long[] board) {
    for (int slot = nextSlot((int) key, key); slot >= 0; slot = nextSlot(slot + 1, key)) {
      int from = offset(slots[slot] - 1);
      if (Arrays.equals(stones, from, from + wordsPerBoard, board, 0, wordsPerBoard)) {
        return true;
      }
    }
    return false;
  }

  /** The first slot with this key from here on, or -1 if a free one comes first. */
  private int nextSlot(int from, long key) {
    int mask = slots.length - 1;
    int slot = from & mask;
    while (slots[slot] != 0) {
      if (keys[slots[slot] - 1] == key) {
        return slot;
      }
      slot = slot + 1 & mask;
    }
    return -1;
  }

  private void enter(int ply) {
    int mask = slots.length - 1;
    int slot = (int) keys[ply] & mask;
    while (slots[slot] != 0) {
      slot = slot + 1 & mask;
    }
    slots[slot] = ply + 1;
    slotOf[ply] = slot;
  }

  private void grow() {
    int plies = 2 * hashes.length;
    stones = Arrays.copyOf(stones, plies * wordsPerBoard);
    hashes = Arrays.copyOf(hashes, plies);
    keys = Arrays.copyOf(keys, plies);
    slotOf = new int[plies];
    stoneCounts = Arrays.copyOf(stoneCounts, plies);
    slots = new int[4 * plies];
    for (int ply = 0; ply < length; ply++) {
      enter(ply);
    }
  }
}
