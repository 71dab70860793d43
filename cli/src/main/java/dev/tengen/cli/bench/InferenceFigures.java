package dev.tengen.cli.bench;

import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import dev.tengen.networks.Network;
import dev.tengen.networks.inference.InferenceBench;
import dev.tengen.networks.inference.MatrixProduct;
import dev.tengen.networks.model.Precision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * {@code bench inference}: the evaluator beside the bare loop of {@code session.run}, and the
 * network's arithmetic beside TensorFlow's matrix product, all in turns.
 *
 * <table>
 *   <caption>Figures for each batch size, precision and number of threads</caption>
 *   <tr><td>{@code inference.positions}<td>the evaluator: planes, network, symmetry undone
 *   <tr><td>{@code inference.bare}<td>the bare loop
 *   <tr><td>{@code inference.evaluatorShare}<td>the one by the other, the median of rounds
 *   <tr><td>{@code inference.gflops}<td>the bare loop's FLOP ({@code NetworkConfig.multiplyAdds})
 *   <tr><td>{@code inference.matmulRatio}<td>these by those of the float32 matrix product
 *   <tr><td>{@code inference.matmulGflops}<td>of a matrix product; no batch size
 * </table>
 */
public final class InferenceFigures {

  private static final int ROUNDS = 5;
  private static final List<Integer> BATCHES = List.of(1, 8, 16, 32, 64);

  private final Network network;
  private final double seconds;
  private final List<Figure> figures = new ArrayList<>();

  private InferenceFigures(Network network, double seconds) {
    this.network = network;
    this.seconds = seconds;
  }

  /**
   * Measures a network.
   *
   * @param batches positions of one call; empty: 1, 8, 16, 32, 64
   * @param seconds for each figure that is measured
   */
  public static List<Figure> run(
      Network network,
      List<Integer> threads,
      List<Integer> batches,
      List<Precision> precisions,
      double seconds) {
    InferenceFigures all = new InferenceFigures(network, seconds);
    Map<Precision, InferenceBench> benches = new EnumMap<>(Precision.class);
    Map<Precision, MatrixProduct> products = new EnumMap<>(Precision.class);
    try {
      precisions.forEach(p -> benches.put(p, open(network, p)));
      precisions.forEach(p -> products.put(p, new MatrixProduct(p)));
      products.computeIfAbsent(Precision.FLOAT32, MatrixProduct::new);
      for (int count : threads) {
        all.measure(count, batches.isEmpty() ? BATCHES : batches, benches, products);
      }
    } finally {
      benches.values().forEach(InferenceBench::close);
      products.values().forEach(MatrixProduct::close);
    }
    return all.figures;
  }

  private void measure(
      int threads,
      List<Integer> batches,
      Map<Precision, InferenceBench> benches,
      Map<Precision, MatrixProduct> products) {
    Duration each = duration(seconds / ROUNDS);
    double flop = 2.0 * network.config().multiplyAdds();
    Map<Precision, List<Double>> productRates = new EnumMap<>(Precision.class);
    for (int batch : batches) {
      Map<Precision, Cell> cells = new EnumMap<>(Precision.class);
      for (int round = 0; round < ROUNDS; round++) {
        for (Map.Entry<Precision, MatrixProduct> product : products.entrySet()) {
          productRates
              .computeIfAbsent(product.getKey(), p -> new ArrayList<>())
              .add(product.getValue().gflops(threads, each));
        }
        List<Double> full = productRates.get(Precision.FLOAT32);
        for (Map.Entry<Precision, InferenceBench> bench : benches.entrySet()) {
          Cell cell = cells.computeIfAbsent(bench.getKey(), p -> new Cell());
          cell.bare[round] = bench.getValue().bare(batch, threads, each);
          cell.positions[round] = bench.getValue().evaluator(batch, threads, each);
          cell.share[round] = cell.positions[round] / cell.bare[round];
          cell.gflops[round] = cell.bare[round] * flop / 1e9;
          cell.ratio[round] = cell.gflops[round] / full.get(full.size() - 1);
        }
      }
      cells.forEach((precision, cell) -> report(cell, threads, batch, precision));
    }
    productRates.forEach(
        (precision, rates) ->
            add("matmulGflops", threads, null, precision, toArray(rates), "GFLOP/s"));
  }

  /** What the rounds measured of one batch size in one precision. */
  private static final class Cell {
    private final double[] positions = new double[ROUNDS];
    private final double[] bare = new double[ROUNDS];
    private final double[] share = new double[ROUNDS];
    private final double[] gflops = new double[ROUNDS];
    private final double[] ratio = new double[ROUNDS];
  }

  private void report(Cell cell, int threads, int batch, Precision precision) {
    add("positions", threads, batch, precision, cell.positions, "positions/s");
    add("bare", threads, batch, precision, cell.bare, "positions/s");
    add("evaluatorShare", threads, batch, precision, cell.share, "");
    add("gflops", threads, batch, precision, cell.gflops, "GFLOP/s");
    add("matmulRatio", threads, batch, precision, cell.ratio, "");
  }

  private void add(
      String name, int threads, Integer batch, Precision precision, double[] rates, String unit) {
    figures.add(
        new Figure(
            "inference." + name,
            network.config().boardSize(),
            threads,
            network.config().size(),
            precision.toString(),
            batch,
            Rounds.median(rates),
            unit));
  }

  private static double[] toArray(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** A bench of a network. */
  static InferenceBench open(Network network, Precision precision) {
    int board = network.config().boardSize();
    return new InferenceBench(network, precision, GoPosition.start(board, Rules.TROMP_TAYLOR, 7));
  }

  /**
   * The best rate of the bare loop over batches of 8 to 64, and of {@code own} positions, what is
   * measured beside it gives to the network at once, if that is more; {@code seconds} in all.
   */
  static double bestBare(InferenceBench bench, int threads, int own, double seconds) {
    double best = 0;
    for (int batch : List.of(8, 16, 32, 64, Math.max(64, own))) {
      best = Math.max(best, bench.bare(batch, threads, duration(seconds / 6)));
    }
    return best;
  }

  private static Duration duration(double seconds) {
    return Duration.ofNanos((long) (seconds * 1e9));
  }
}
