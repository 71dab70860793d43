package dev.tengen.networks.inference;

import dev.tengen.game.Evaluator;
import dev.tengen.game.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;

/**
 * Requests that are answered together. All but {@link #answer} and {@link #rethrow} are called
 * under the {@link BatchingEvaluator}'s lock.
 */
final class RequestGroup {

  @SuppressWarnings("ArrayRecordComponent") // a plain carrier
  private record Request(int from, int count, float[] logits, float[] values) {}

  private final Snapshot[] batch;
  private final List<Request> requests = new ArrayList<>();
  private final Condition changed;
  private int size;
  private boolean sealed;
  private boolean finished;
  private RuntimeException failure;
  private Error error;

  RequestGroup(int capacity, Condition changed) {
    batch = new Snapshot[capacity];
    this.changed = changed;
  }

  boolean fits(int count) {
    return size + count <= batch.length;
  }

  boolean isFull() {
    return size == batch.length;
  }

  int size() {
    return size;
  }

  void add(Snapshot[] snapshots, int count, float[] logits, float[] values) {
    System.arraycopy(snapshots, 0, batch, size, count);
    requests.add(new Request(size, count, logits, values));
    size += count;
  }

  /** Signalled when the group is sealed and when it is finished. */
  Condition changed() {
    return changed;
  }

  boolean isSealed() {
    return sealed;
  }

  void seal() {
    sealed = true;
    changed.signalAll();
  }

  void awaitAnswers() {
    while (!finished) {
      changed.awaitUninterruptibly();
    }
  }

  void finish() {
    finished = true;
    changed.signalAll();
  }

  /** Asks, and writes the answers into the arrays of those who asked. */
  void answer(Evaluator below) {
    try {
      int actions = batch[0].actionCount();
      float[] logits = new float[size * actions];
      float[] values = new float[size];
      below.evaluate(batch, size, logits, values);
      for (Request request : requests) {
        System.arraycopy(
            logits, request.from() * actions, request.logits(), 0, request.count() * actions);
        System.arraycopy(values, request.from(), request.values(), 0, request.count());
      }
    } catch (RuntimeException e) {
      failure = e;
    } catch (Error e) {
      error = e;
    }
  }

  /** Throws what asking threw, if it did. */
  void rethrow() {
    if (failure != null) {
      throw failure;
    }
    if (error != null) {
      throw error;
    }
  }
}
