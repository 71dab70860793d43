package dev.tengen.mcts;

import dev.tengen.game.Evaluator;
import dev.tengen.game.Snapshot;
import java.util.Arrays;

/** Evaluators for the tests. */
final class Evaluators {

  private Evaluators() {}

  /** Knows nothing: equal logits, value 0. */
  static final Evaluator UNIFORM = constant(0);

  /** Equal logits and one value for whoever is to move. */
  static Evaluator constant(float value) {
    return (batch, count, logits, values) -> {
      for (int i = 0; i < count; i++) {
        Arrays.fill(logits, i * batch[i].actionCount(), (i + 1) * batch[i].actionCount(), 0);
        values[i] = value;
      }
    };
  }

  /**
   * Arbitrary but repeatable opinions, different for every position: as good as a random network.
   */
  static final Evaluator HASHED =
      (batch, count, logits, values) -> {
        for (int i = 0; i < count; i++) {
          int actions = batch[i].actionCount();
          for (int a = 0; a < actions; a++) {
            logits[i * actions + a] = 3 * opinion(batch[i], a);
          }
          values[i] = opinion(batch[i], actions);
        }
      };

  /** In (-1, 1). */
  private static float opinion(Snapshot snapshot, int what) {
    long h = (snapshot.hash() * 31 + what + 1) * 0x9E3779B97F4A7C15L;
    h = (h ^ (h >>> 29)) * 0xBF58476D1CE4E5B9L;
    return (h >> 40) / (float) (1 << 23);
  }
}
