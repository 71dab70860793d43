package dev.tengen.go.record;

import java.util.Arrays;

/** A set of the hashes of boards: open addressing with linear probing, at most half full. */
final class SeenBoards {

  private static final int SLOTS_AT_FIRST = 1024;

  /** 0 is a free slot; the hash 0 is kept as 1, a collision more or less. */
  private long[] slots = new long[SLOTS_AT_FIRST];

  private int count;

  /** Adds a hash; returns whether it was there before. */
  boolean add(long hash) {
    if (2 * count >= slots.length) {
      long[] old = slots;
      slots = new long[2 * old.length];
      count = 0;
      for (long entry : old) {
        if (entry != 0) {
          add(entry);
        }
      }
    }
    long key = hash == 0 ? 1 : hash;
    int mask = slots.length - 1;
    int slot = (int) key & mask;
    while (slots[slot] != 0) {
      if (slots[slot] == key) {
        return true;
      }
      slot = slot + 1 & mask;
    }
    slots[slot] = key;
    count++;
    return false;
  }

  void clear() {
    Arrays.fill(slots, 0);
    count = 0;
  }
}
