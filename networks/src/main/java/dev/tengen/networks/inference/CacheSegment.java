package dev.tengen.networks.inference;

/**
 * A part of the cache under a lock of its own: sets of {@link #WAYS} entries, the least recently
 * used of which is replaced.
 */
final class CacheSegment {

  /** Entries that a key may be in. */
  static final int WAYS = 4;

  private final int sets;
  private final int actionCount;
  private final long[] keys;
  private final int[] lastUse;
  private final float[] logits;
  private final float[] values;
  private int clock;
  private int size;

  CacheSegment(int sets, int actionCount) {
    this.sets = sets;
    this.actionCount = actionCount;
    int entries = Math.multiplyExact(sets, WAYS);
    keys = new long[entries];
    lastUse = new int[entries];
    logits = new float[Math.multiplyExact(entries, actionCount)];
    values = new float[entries];
  }

  /** Copies what is remembered under a key; false if nothing is. */
  synchronized boolean get(
      long key, float[] intoLogits, int logitsOffset, float[] intoValues, int valueIndex) {
    int entry = find(key);
    if (keys[entry] != key) {
      return false;
    }
    System.arraycopy(logits, entry * actionCount, intoLogits, logitsOffset, actionCount);
    intoValues[valueIndex] = values[entry];
    lastUse[entry] = ++clock;
    return true;
  }

  synchronized void put(long key, float[] fromLogits, int logitsOffset, float value) {
    int entry = find(key);
    if (keys[entry] == 0) {
      size++;
    }
    keys[entry] = key;
    System.arraycopy(fromLogits, logitsOffset, logits, entry * actionCount, actionCount);
    values[entry] = value;
    lastUse[entry] = ++clock;
  }

  synchronized int size() {
    return size;
  }

  /**
   * The entry of this key, or else the one to replace. Ages compare across the clock's overflow.
   */
  private int find(long key) {
    int first = (int) (((key >>> 32) * sets) >>> 32) * WAYS;
    int oldest = first;
    for (int entry = first; entry < first + WAYS; entry++) {
      if (keys[entry] == key) {
        return entry;
      }
      if (keys[oldest] != 0
          && (keys[entry] == 0 || clock - lastUse[entry] > clock - lastUse[oldest])) {
        oldest = entry;
      }
    }
    return oldest;
  }
}
