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
 * @param speedUp positions a second in bfloat16 by those in float32, one thread
 */
public record PrecisionCheck(double policyDivergence, double valueError, double speedUp) {

  private static final int POSITIONS = 256;
  private static final int BATCH = 32;
  private static final int ROUNDS = 5;

  /** Beyond these a search may come to other moves. */
  private static final double MAX_DIVERGENCE = 0.002;

  private static final double MAX_VALUE_ERROR = 0.01;

  /** Less than this is not worth the lost digits. */
  private static final double MIN_SPEED_UP = 1.15;

  /** What a network answers to all positions. */
  @SuppressWarnings("ArrayRecordComponent") // a plain carrier
  private record Answers(float[] logits, float[] values) {}

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

  /**
   * Tries a network on positions of random games; takes about a second for a small one.
   *
   * @param start an empty board of the network's size
   */
  public static PrecisionCheck of(Network network, Position start) {
    Snapshot[] positions = RandomPositions.of(start, POSITIONS, 1);
    try (NetworkEvaluator full = new NetworkEvaluator(network, Precision.FLOAT32);
        NetworkEvaluator half = new NetworkEvaluator(network, Precision.BFLOAT16)) {
      Answers exact = ask(full, positions);
      Answers rounded = ask(half, positions);
      int actions = start.actionCount();
      double divergence = 0;
      double error = 0;
      for (int i = 0; i < POSITIONS; i++) {
        divergence += divergence(exact.logits, rounded.logits, i * actions, actions);
        error += Math.abs(exact.values[i] - rounded.values[i]);
      }
      return new PrecisionCheck(
          divergence / POSITIONS, error / POSITIONS, speedUp(full, half, positions));
    }
  }

  private static Answers ask(NetworkEvaluator evaluator, Snapshot[] positions) {
    Answers answers =
        new Answers(
            new float[positions.length * positions[0].actionCount()], new float[positions.length]);
    evaluator.evaluate(positions, positions.length, answers.logits, answers.values);
    return answers;
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

  private static double speedUp(NetworkEvaluator full, NetworkEvaluator half, Snapshot[] all) {
    Snapshot[] batch = Arrays.copyOf(all, BATCH);
    double[] ratios = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      ratios[round] = nanos(full, batch) / nanos(half, batch);
    }
    Arrays.sort(ratios);
    return ratios[ROUNDS / 2];
  }

  private static double nanos(NetworkEvaluator evaluator, Snapshot[] batch) {
    ask(evaluator, batch);
    long begin = System.nanoTime();
    ask(evaluator, batch);
    ask(evaluator, batch);
    return System.nanoTime() - begin;
  }
}
