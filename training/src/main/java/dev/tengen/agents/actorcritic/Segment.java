package dev.tengen.agents.actorcritic;

import java.util.Arrays;

/**
 * Steps to learn from, in rows, in the arrays that an update is fed with. Rows of one environment
 * follow each other.
 *
 * <pre>
 *   G_t = r_t + gamma G_{t+1}                    with lambda 1: the n-step return (Mnih et al. 2016)
 *   A_t = G_t - V(s_t)
 *
 *   A_t = d_t + gamma lambda A_{t+1}             else (Schulman et al. 2016, equation 16)
 *   d_t = r_t + gamma V(s_{t+1}) - V(s_t)
 *   G_t = A_t + V(s_t)
 * </pre>
 *
 * <p>Behind the last row of a piece stands the value of what followed: 0 where the task ended, V(s)
 * where only the piece or the time was up.
 */
final class Segment {

  /** Rows of {@link #facts}: action, return, advantage, weight. */
  static final int FACTS = 4;

  /** What an illegal action's logit is lowered by. */
  private static final float ILLEGAL = -1e9f;

  private final int rows;
  private final int observationSize;
  private final int actionCount;
  private final float[] observations;
  private final float[] facts;
  private final float[] penalties;
  private final double[] rewards;
  private final double[] values;
  private final double[] following;
  private final boolean[] last;

  Segment(int rows, int observationSize, int actionCount) {
    this.rows = rows;
    this.observationSize = observationSize;
    this.actionCount = actionCount;
    observations = new float[rows * observationSize];
    facts = new float[FACTS * rows];
    penalties = new float[rows * actionCount];
    rewards = new double[rows];
    values = new double[rows];
    following = new double[rows];
    last = new boolean[rows];
  }

  int rows() {
    return rows;
  }

  /** [rows, observation]. */
  float[] observations() {
    return observations;
  }

  /** [{@link #FACTS}, rows]. */
  float[] facts() {
    return facts;
  }

  /** [rows, actions]: 0 for a legal action, else something hugely negative. */
  float[] penalties() {
    return penalties;
  }

  /**
   * What was seen and done.
   *
   * @param offset where the observation begins
   * @param value V of it
   */
  void act(
      int row,
      float[] seen,
      int offset,
      boolean[] legal,
      int legalOffset,
      int action,
      double value) {
    System.arraycopy(seen, offset, observations, row * observationSize, observationSize);
    for (int a = 0; a < actionCount; a++) {
      penalties[row * actionCount + a] = legal[legalOffset + a] ? 0 : ILLEGAL;
    }
    facts[row] = action;
    values[row] = value;
    last[row] = false;
  }

  /** What it earned. */
  void earn(int row, double reward) {
    rewards[row] = reward;
  }

  /** Says that the piece ends with this row, and what follows is worth. */
  void end(int row, double worth) {
    last[row] = true;
    following[row] = worth;
  }

  /**
   * Computes returns and advantages of the first {@code used} rows, the last of which ends a piece,
   * and gives them a weight; the rest have none.
   */
  void finish(int used, double discount, double lambda, double weight) {
    double advantage = 0;
    for (int row = used - 1; row >= 0; row--) {
      double next = last[row] ? following[row] : values[row + 1];
      double error = rewards[row] + discount * next - values[row];
      advantage = error + (last[row] ? 0 : discount * lambda * advantage);
      facts[rows + row] = (float) (advantage + values[row]);
      facts[2 * rows + row] = (float) advantage;
    }
    Arrays.fill(facts, 3 * rows, 3 * rows + used, (float) weight);
    Arrays.fill(facts, 3 * rows + used, 4 * rows, 0);
  }

  /** Shifts and scales the advantages of the first {@code used} rows to mean 0, deviation 1. */
  void normaliseAdvantages(int used) {
    double mean = 0;
    double square = 0;
    for (int row = 0; row < used; row++) {
      double a = facts[2 * rows + row];
      mean += a / used;
      square += a * a / used;
    }
    double deviation = Math.sqrt(Math.max(0, square - mean * mean));
    for (int row = 0; row < used; row++) {
      facts[2 * rows + row] = (float) ((facts[2 * rows + row] - mean) / (deviation + 1e-8));
    }
  }
}
