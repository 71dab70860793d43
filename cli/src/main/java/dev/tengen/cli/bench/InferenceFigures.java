package dev.tengen.cli.bench;

import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import dev.tengen.networks.Network;
import dev.tengen.networks.inference.InferenceBench;
import dev.tengen.networks.model.Precision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@code bench inference}: the evaluator beside the bare loop of {@code session.run}, in turns. */
public final class InferenceFigures {

  private static final int ROUNDS = 3;
  private static final List<Integer> BATCHES = List.of(1, 8, 16, 32, 64);

  private InferenceFigures() {}

  /** Measures each batch size on each number of threads, {@code seconds} for each figure. */
  public static List<Figure> run(Network network, List<Integer> threads, double seconds) {
    List<Figure> figures = new ArrayList<>();
    Duration each = duration(seconds / ROUNDS);
    try (InferenceBench bench = open(network)) {
      for (int count : threads) {
        for (int batch : BATCHES) {
          double[] bare = new double[ROUNDS];
          double[] evaluator = new double[ROUNDS];
          for (int round = 0; round < ROUNDS; round++) {
            bare[round] = bench.bare(batch, count, each);
            evaluator[round] = bench.evaluator(batch, count, each);
          }
          figures.add(figure("inference.positions", network, count, batch, evaluator));
          figures.add(figure("inference.bare", network, count, batch, bare));
        }
      }
    }
    return figures;
  }

  private static Figure figure(
      String name, Network network, int threads, int batch, double[] rates) {
    return new Figure(
        name,
        network.config().boardSize(),
        threads,
        network.config().size(),
        batch,
        Rounds.median(rates),
        "positions/s");
  }

  /** A bench of a network in float32. */
  static InferenceBench open(Network network) {
    int board = network.config().boardSize();
    return new InferenceBench(
        network, Precision.FLOAT32, GoPosition.start(board, Rules.TROMP_TAYLOR, 7));
  }

  /** The best rate of the bare loop over batches of 8 to 64, {@code seconds} in all. */
  static double bestBare(InferenceBench bench, int threads, double seconds) {
    double best = 0;
    for (int batch : BATCHES) {
      if (batch >= 8) {
        best = Math.max(best, bench.bare(batch, threads, duration(seconds / 5)));
      }
    }
    return best;
  }

  private static Duration duration(double seconds) {
    return Duration.ofNanos((long) (seconds * 1e9));
  }
}
