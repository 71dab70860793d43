package dev.tengen.networks.inference;

import dev.tengen.game.Evaluator;
import dev.tengen.game.Snapshot;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.LongAdder;

/**
 * Remembers answers by what was asked: the snapshot's hash and symmetry. Bounded; the least
 * recently used of a few neighbours makes room. Only what is not remembered goes down, in one
 * request.
 *
 * <p>An entry takes {@code 4 * (actionCount + 5)} bytes or so, taken when the cache is made: 350
 * bytes on 9x9, 1.5 KB on 19x19.
 */
public final class CachingEvaluator implements Evaluator {

  private static final int SEGMENTS = 16;

  private final Evaluator below;
  private final int actionCount;
  private final CacheSegment[] segments = new CacheSegment[SEGMENTS];
  private final Deque<Misses> idle = new ConcurrentLinkedDeque<>();
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();

  /**
   * @param below what answers the rest; stays the caller's to close
   * @param actionCount of every snapshot that will be asked for
   * @param entries the most answers remembered; rounded up to a multiple of 64
   */
  public CachingEvaluator(Evaluator below, int actionCount, int entries) {
    if (entries < 1) {
      throw new IllegalArgumentException("entries must be 1 or more, not " + entries);
    }
    this.below = below;
    this.actionCount = actionCount;
    int sets = (entries + SEGMENTS * CacheSegment.WAYS - 1) / (SEGMENTS * CacheSegment.WAYS);
    for (int i = 0; i < SEGMENTS; i++) {
      segments[i] = new CacheSegment(sets, actionCount);
    }
  }

  /**
   * A cache of a certain size.
   *
   * @param bytes that its entries take, about
   */
  public static CachingEvaluator ofBytes(Evaluator below, int actionCount, long bytes) {
    long entries = bytes / (Float.BYTES * (actionCount + 5L));
    return new CachingEvaluator(
        below, actionCount, (int) Math.max(1, Math.min(Integer.MAX_VALUE / 8, entries)));
  }

  @Override
  public void evaluate(Snapshot[] batch, int count, float[] logits, float[] values) {
    Misses missing = idle.pollFirst();
    if (missing == null) {
      missing = new Misses();
    }
    missing.reserve(count, actionCount);
    for (int i = 0; i < count; i++) {
      if (batch[i].actionCount() != actionCount) {
        throw new IllegalArgumentException(
            "this cache is for %d actions, not %d".formatted(actionCount, batch[i].actionCount()));
      }
      long key = key(batch[i]);
      if (!segment(key).get(key, logits, i * actionCount, values, i)) {
        missing.add(batch[i], key, i);
      }
    }
    hits.add(count - missing.count);
    misses.add(missing.count);
    if (missing.count > 0) {
      below.evaluate(missing.batch, missing.count, missing.logits, missing.values);
      handOut(missing, logits, values);
    }
    missing.clear();
    idle.addFirst(missing);
  }

  private void handOut(Misses missing, float[] logits, float[] values) {
    for (int j = 0; j < missing.count; j++) {
      int i = missing.rows[j];
      System.arraycopy(missing.logits, j * actionCount, logits, i * actionCount, actionCount);
      values[i] = missing.values[j];
      segment(missing.keys[j])
          .put(missing.keys[j], missing.logits, j * actionCount, missing.values[j]);
    }
  }

  /** Never 0, which marks an empty entry. */
  @SuppressWarnings("EnumOrdinal") // eight numbers that differ are all that is wanted
  private static long key(Snapshot snapshot) {
    long key = snapshot.hash() + (snapshot.symmetry().ordinal() + 1) * 0x9E3779B97F4A7C15L;
    key = (key ^ (key >>> 32)) * 0xD6E8FEB86659FD93L;
    key ^= key >>> 32;
    return key == 0 ? 1 : key;
  }

  private CacheSegment segment(long key) {
    return segments[(int) (key & (SEGMENTS - 1))];
  }

  /** Answers given from memory so far. */
  public long hits() {
    return hits.sum();
  }

  /** Answers fetched from below so far. */
  public long misses() {
    return misses.sum();
  }

  /** hits / (hits + misses); 0 before the first question. */
  public double hitRate() {
    long all = hits() + misses();
    return all == 0 ? 0 : (double) hits() / all;
  }

  /** The answers remembered now. */
  public int size() {
    return Arrays.stream(segments).mapToInt(CacheSegment::size).sum();
  }

  /** One call's questions that go down. */
  private static final class Misses {
    private Snapshot[] batch = new Snapshot[0];
    private long[] keys = new long[0];
    private int[] rows = new int[0];
    private float[] logits = new float[0];
    private float[] values = new float[0];
    private int count;

    void reserve(int capacity, int actionCount) {
      if (batch.length < capacity) {
        batch = new Snapshot[capacity];
        keys = new long[capacity];
        rows = new int[capacity];
        logits = new float[capacity * actionCount];
        values = new float[capacity];
      }
    }

    void add(Snapshot snapshot, long key, int row) {
      batch[count] = snapshot;
      keys[count] = key;
      rows[count] = row;
      count++;
    }

    /** Keeps no snapshot of a caller. */
    void clear() {
      Arrays.fill(batch, 0, count, null);
      count = 0;
    }
  }
}
