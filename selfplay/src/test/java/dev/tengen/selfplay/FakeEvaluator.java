package dev.tengen.selfplay;

import dev.tengen.game.Evaluator;
import dev.tengen.game.Snapshot;

/**
 * Answers each position with numbers drawn from its hash and symmetry: the same for a position
 * whatever the batch.
 */
public final class FakeEvaluator implements Evaluator {

  private final float valueScale;

  /** Values of all sizes up to {@code valueScale}. */
  public FakeEvaluator(float valueScale) {
    this.valueScale = valueScale;
  }

  @Override
  public void evaluate(Snapshot[] batch, int count, float[] logits, float[] values) {
    for (int i = 0; i < count; i++) {
      int actions = batch[i].actionCount();
      long state = batch[i].hash() + 31L * batch[i].symmetry().name().hashCode();
      for (int a = 0; a <= actions; a++) {
        state = state * 6364136223846793005L + 1442695040888963407L;
        float unit = (state >>> 40) / (float) (1 << 24);
        if (a < actions) {
          logits[i * actions + a] = 2 * unit;
        } else {
          values[i] = valueScale * (2 * unit - 1);
        }
      }
    }
  }
}
