package dev.tengen.networks.interop;

import dev.tengen.game.Player;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Stone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Leela Zero's network, evaluated as its description says: from the text of the file, in double
 * precision, by the plainest loops, in its own order of points (rows from the bottom). Shares
 * nothing with what it is to check.
 */
final class PlainLeelaZero {

  private static final int N = 19;
  private static final int POINTS = N * N;

  private final boolean valueForBlack;
  private final List<double[]> lines;

  /**
   * An answer.
   *
   * @param policy of all points in Tengen's order and the pass, illegal ones too
   * @param value for the player to move
   */
  @SuppressWarnings("ArrayRecordComponent") // a plain carrier
  record Answer(double[] policy, double value) {}

  PlainLeelaZero(Path file) throws IOException {
    List<String> text = Files.readAllLines(file);
    valueForBlack = text.get(0).equals("2");
    lines =
        text.stream()
            .skip(1)
            .map(line -> Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray())
            .toList();
  }

  /** The point that the network sees at {@code index} under one of Leela Zero's symmetries. */
  static int seen(int index, int symmetry) {
    int x = index % N;
    int y = index / N;
    if ((symmetry & 4) != 0) {
      int swap = x;
      x = y;
      y = swap;
    }
    if ((symmetry & 2) != 0) {
      x = N - 1 - x;
    }
    if ((symmetry & 1) != 0) {
      y = N - 1 - y;
    }
    return y * N + x;
  }

  Answer evaluate(GoPosition position, int symmetry) {
    double[] x = normalised(convolution(planes(position, symmetry), 18, lines.get(0), 3), 0, null);
    int line = 4;
    while (lines.size() - line > 14) {
      int channels = lines.get(1).length;
      double[] y = convolution(x, channels, lines.get(line), 3);
      y = normalised(y, line, null);
      y = convolution(y, channels, lines.get(line + 4), 3);
      x = normalised(y, line + 4, x);
      line += 8;
    }
    int channels = x.length / POINTS;
    double[] policy = normalised(convolution(x, channels, lines.get(line), 1), line, null);
    double[] logits = dense(policy, line + 4);
    double[] value = normalised(convolution(x, channels, lines.get(line + 6), 1), line + 6, null);
    double[] hidden = dense(value, line + 10);
    for (int i = 0; i < hidden.length; i++) {
      hidden[i] = Math.max(0, hidden[i]);
    }
    double out = Math.tanh(dense(hidden, line + 12)[0]);
    boolean turn = valueForBlack && position.toMove() == Player.WHITE;
    return new Answer(probabilities(logits, symmetry), turn ? -out : out);
  }

  /** [plane][y][x], y from the bottom. */
  private static double[] planes(GoPosition position, int symmetry) {
    double[] planes = new double[18 * POINTS];
    Stone own = Stone.of(position.toMove());
    GoPosition board = position;
    for (int age = 0; age < 8 && board != null; age++) {
      for (int index = 0; index < POINTS; index++) {
        int point = seen(index, symmetry);
        int fromTop = (N - 1 - point / N) * N + point % N;
        Stone stone = board.stoneAt(fromTop);
        if (stone != Stone.EMPTY) {
          planes[(stone == own ? age : 8 + age) * POINTS + index] = 1;
        }
      }
      board = board.parent();
    }
    int turn = position.toMove() == Player.BLACK ? 16 : 17;
    Arrays.fill(planes, turn * POINTS, (turn + 1) * POINTS, 1);
    return planes;
  }

  private static double[] convolution(double[] in, int inputs, double[] weights, int edge) {
    int outputs = weights.length / (inputs * edge * edge);
    double[] out = new double[outputs * POINTS];
    for (int c = 0; c < inputs; c++) {
      for (int y = 0; y < N; y++) {
        for (int x = 0; x < N; x++) {
          double value = in[c * POINTS + y * N + x];
          for (int o = 0; value != 0 && o < outputs; o++) {
            for (int row = 0; row < edge; row++) {
              for (int column = 0; column < edge; column++) {
                int toY = y - row + edge / 2;
                int toX = x - column + edge / 2;
                if (toY >= 0 && toY < N && toX >= 0 && toX < N) {
                  out[o * POINTS + toY * N + toX] +=
                      value * weights[((o * inputs + c) * edge + row) * edge + column];
                }
              }
            }
          }
        }
      }
    }
    return out;
  }

  /** Bias, normalisation, a skip connection if there is one, and ReLU. */
  private double[] normalised(double[] x, int line, double[] skip) {
    double[] out = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      int c = i / POINTS;
      double biased = x[i] + lines.get(line + 1)[c];
      double value = (biased - lines.get(line + 2)[c]) / Math.sqrt(lines.get(line + 3)[c] + 1e-5);
      out[i] = Math.max(0, value + (skip == null ? 0 : skip[i]));
    }
    return out;
  }

  private double[] dense(double[] in, int line) {
    double[] out = lines.get(line + 1).clone();
    for (int o = 0; o < out.length; o++) {
      for (int i = 0; i < in.length; i++) {
        out[o] += lines.get(line)[o * in.length + i] * in[i];
      }
    }
    return out;
  }

  private static double[] probabilities(double[] logits, int symmetry) {
    double max = Arrays.stream(logits).max().orElseThrow();
    double sum = Arrays.stream(logits).map(logit -> Math.exp(logit - max)).sum();
    double[] policy = new double[POINTS + 1];
    for (int index = 0; index < POINTS; index++) {
      int point = seen(index, symmetry);
      policy[(N - 1 - point / N) * N + point % N] = Math.exp(logits[index] - max) / sum;
    }
    policy[POINTS] = Math.exp(logits[POINTS] - max) / sum;
    return policy;
  }
}
