package dev.tengen.training;

/**
 * What the learner takes a step on: B positions, each with the policy that the search came to and
 * the outcome of its game. Made to be filled again and again.
 */
public final class ExampleBatch {

  private final int size;

  /** Inputs, [B, N, N, planes]. */
  public final float[] planes;

  /** Search policies, [B, N·N+1], each summing to 1. */
  public final float[] pi;

  /** Outcomes for the player to move, [B]: 1 won, 0 drawn, -1 lost. */
  public final float[] z;

  /**
   * An empty batch.
   *
   * @param size B
   * @param inputLength floats of one position's input
   * @param actionCount of the game
   */
  public ExampleBatch(int size, int inputLength, int actionCount) {
    this.size = size;
    planes = new float[size * inputLength];
    pi = new float[size * actionCount];
    z = new float[size];
  }

  /** B. */
  public int size() {
    return size;
  }
}
