package dev.tengen.networks.inference;

import dev.tengen.game.Position;
import dev.tengen.game.Snapshot;
import dev.tengen.networks.Network;
import dev.tengen.networks.model.Precision;
import java.util.Arrays;

/**
 * Finds out whether bfloat16 may stand in for float32: by trying both with a network on the machine
 * at hand.
 *
 * @param policyDivergence mean Kullback-Leibler divergence of the policies over all actions, in
 *     nats
 * @param valueError mean absolute difference of the values
 * @param speedUp positions a second in bfloat16 by those in float32, of one caller
 */
public record PrecisionCheck(double policyDivergence, double valueError, double speedUp) {

  private static final int POSITIONS = 256;
  private static final int BATCH = 32;

  /** Beyond these a search may come to other moves. */
  private static final double MAX_DIVERGENCE = 0.002;

  private static final double MAX_VALUE_ERROR = 0.01;

  /** Less than this is not worth the lost digits. */
  private static final double MIN_SPEED_UP = 1.15;

  /** What a network answers to a batch. */
  private static final class Answers {
    private final float[] logits;
    private final float[] values;

    Answers(int count, int actions) {
      logits = new float[count * actions];
      values = new float[count];
    }

    /** Asks for the first {@link #BATCH}; returns how long that took, in ns. */
    long ask(NetworkEvaluator evaluator, Snapshot[] positions) {
      long begin = System.nanoTime();
      evaluator.evaluate(positions, BATCH, logits, values);
      return System.nanoTime() - begin;
    }
  }

  /** Whether bfloat16 is faster here and its answers are as good. */
  public boolean passed() {
    return policyDivergence < MAX_DIVERGENCE
        && valueError < MAX_VALUE_ERROR
        && speedUp >= MIN_SPEED_UP;
  }

  /** The precision to use. */
  public Precision choice() {
    return passed() ? Precision.BFLOAT16 : Precision.FLOAT32;
  }

  /** The choice and its reason, for people. */
  @Override
  public String toString() {
    String measured =
        "policy divergence %.2g, value error %.2g, %.2f times as fast"
            .formatted(policyDivergence, valueError, speedUp);
    if (passed()) {
      return "bfloat16: " + measured;
    }
    String reason =
        speedUp < MIN_SPEED_UP ? "not fast enough in bfloat16" : "bfloat16 answers differ";
    return "float32, as " + reason + ": " + measured;
  }

  /**
   * Tries a network on positions of random games, in batches that one precision answers right after
   * the other; takes half a second for a small one.
   *
   * @param start an empty board of the network's size
   */
  public static PrecisionCheck of(Network network, Position start) {
    Snapshot[] positions = RandomPositions.of(start, POSITIONS, 1);
    int actions = start.actionCount();
    try (NetworkEvaluator full = new NetworkEvaluator(network, Precision.FLOAT32);
        NetworkEvaluator half = new NetworkEvaluator(network, Precision.BFLOAT16)) {
      Answers exact = new Answers(BATCH, actions);
      Answers rounded = new Answers(BATCH, actions);
      double divergence = 0;
      double error = 0;
      double[] speedUps = new double[POSITIONS / BATCH];
      exact.ask(full, positions);
      rounded.ask(half, positions);
      for (int batch = 0; batch < speedUps.length; batch++) {
        Snapshot[] asked = Arrays.copyOfRange(positions, batch * BATCH, (batch + 1) * BATCH);
        double nanos = exact.ask(full, asked);
        speedUps[batch] = nanos / rounded.ask(half, asked);
        for (int i = 0; i < BATCH; i++) {
          divergence += divergence(exact.logits, rounded.logits, i * actions, actions);
          error += Math.abs(exact.values[i] - rounded.values[i]);
        }
      }
      Arrays.sort(speedUps);
      return new PrecisionCheck(
          divergence / POSITIONS, error / POSITIONS, speedUps[speedUps.length / 2]);
    }
  }

  /** The divergence of the second policy from the first. */
  static double divergence(float[] exact, float[] rounded, int offset, int actions) {
    double exactSum = logSum(exact, offset, actions);
    double roundedSum = logSum(rounded, offset, actions);
    double divergence = 0;
    for (int a = offset; a < offset + actions; a++) {
      double logP = exact[a] - exactSum;
      divergence += Math.exp(logP) * (logP - (rounded[a] - roundedSum));
    }
    return divergence;
  }

  private static double logSum(float[] logits, int offset, int actions) {
    double max = Double.NEGATIVE_INFINITY;
    for (int a = offset; a < offset + actions; a++) {
      max = Math.max(max, logits[a]);
    }
    double sum = 0;
    for (int a = offset; a < offset + actions; a++) {
      sum += Math.exp(logits[a] - max);
    }
    return max + Math.log(sum);
  }
}
