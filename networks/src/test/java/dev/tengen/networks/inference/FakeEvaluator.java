package dev.tengen.networks.inference;

import dev.tengen.game.Evaluator;
import dev.tengen.game.Snapshot;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Answers with numbers that only the snapshot and its symmetry decide, and notes what it is asked.
 */
final class FakeEvaluator implements Evaluator {

  final List<Integer> batches = new CopyOnWriteArrayList<>();
  volatile RuntimeException failure;

  @Override
  public void evaluate(Snapshot[] batch, int count, float[] logits, float[] values) {
    batches.add(count);
    if (failure != null) {
      throw failure;
    }
    for (int i = 0; i < count; i++) {
      values[i] = value(batch[i]);
      for (int a = 0; a < batch[i].actionCount(); a++) {
        logits[i * batch[i].actionCount() + a] = values[i] + a;
      }
    }
  }

  static float value(Snapshot snapshot) {
    return ((snapshot.hash() + 31L * snapshot.symmetry().name().hashCode()) & 0xFFFF) / 65536f;
  }

  /** Whether an answer to {@code snapshots} is what this evaluator gives. */
  static boolean isRight(Snapshot[] snapshots, int count, float[] logits, float[] values) {
    for (int i = 0; i < count; i++) {
      int actions = snapshots[i].actionCount();
      if (values[i] != value(snapshots[i])
          || logits[i * actions] != values[i]
          || logits[(i + 1) * actions - 1] != values[i] + (actions - 1)) {
        return false;
      }
    }
    return true;
  }

  int positions() {
    return batches.stream().mapToInt(Integer::intValue).sum();
  }
}
