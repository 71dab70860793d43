package dev.tengen.mcts;

import dev.tengen.game.Evaluator;
import dev.tengen.game.Snapshot;
import java.util.Arrays;

/** Leaves on their way to an evaluator, and its answers. */
final class Batch {

  Snapshot[] snapshots = {};
  float[] logits = {};
  float[] values = {};

  /** Makes room for {@code size} leaves as {@code simulations} collects them. */
  void grow(int size, Simulations simulations) {
    int had = snapshots.length;
    if (size > had) {
      snapshots = Arrays.copyOf(snapshots, size);
      for (int i = had; i < size; i++) {
        snapshots[i] = simulations.newSnapshot();
      }
      logits = new float[size * simulations.actionCount()];
      values = new float[size];
    }
  }

  void evaluate(Evaluator evaluator, int count) {
    evaluator.evaluate(snapshots, count, logits, values);
  }
}
