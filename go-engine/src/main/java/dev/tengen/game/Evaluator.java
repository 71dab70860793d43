package dev.tengen.game;

/**
 * Gives an opinion on each position of a batch. May be called by several threads at once.
 *
 * <p>Evaluators compose: a cache over a batcher over a network are three evaluators.
 */
@FunctionalInterface
public interface Evaluator {

  /**
   * Evaluates {@code batch[0 .. count)} under each snapshot's symmetry and answers in the same
   * order. The snapshots belong to the caller and are not kept.
   *
   * @param logits receives unmasked policy logits, those of snapshot i from {@code i *
   *     actionCount()}, in terms of the snapshot's own actions, whatever its symmetry
   * @param values receives the value of snapshot i, in [-1, 1] for its player to move, at i
   * @throws IllegalArgumentException if a snapshot is not of the game and size that this evaluates
   */
  void evaluate(Snapshot[] batch, int count, float[] logits, float[] values);

  /** Evaluates one snapshot. Convenient, not fast. */
  default Evaluation evaluate(Snapshot snapshot) {
    float[] logits = new float[snapshot.actionCount()];
    float[] values = new float[1];
    evaluate(new Snapshot[] {snapshot}, 1, logits, values);
    return new Evaluation(logits, values[0]);
  }
}
