package dev.tengen.cli.bench;

import dev.tengen.networks.Network;
import dev.tengen.networks.inference.InferenceBench;
import dev.tengen.networks.model.Precision;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code bench search} with a network: games searched move by move with several threads in one
 * tree, beside the bare inference loop with as many threads; all precisions in turns.
 *
 * <table>
 *   <caption>Figures for each number of threads and precision</caption>
 *   <tr><td>{@code search.visits}<td>new visits; those that a tree brings from the move before are
 *       not counted
 *   <tr><td>{@code search.evaluations}<td>positions that the network evaluated
 *   <tr><td>{@code search.batchFill}<td>positions of a call of the network by the most it could be
 *   <tr><td>{@code search.cacheHits}<td>part of the leaves whose evaluation was remembered
 *   <tr><td>{@code inference.bare}<td>the bare loop at its best batch size
 *   <tr><td>{@code search.networkShare}<td>evaluations by the bare loop's, the median of rounds
 * </table>
 */
public final class NetworkSearchBench {

  private static final int ROUNDS = 3;

  private final Network network;
  private final int batch;
  private final int visits;
  private final double seconds;
  private final List<Figure> figures = new ArrayList<>();

  private NetworkSearchBench(Network network, int batch, int visits, double seconds) {
    this.network = network;
    this.batch = batch;
    this.visits = visits;
    this.seconds = seconds;
  }

  /**
   * Measures a network.
   *
   * @param threads numbers of threads that search one tree
   * @param batch most leaves that a thread has evaluated at once
   * @param visits of each search
   * @param seconds for each number of threads and precision
   */
  public static List<Figure> run(
      Network network,
      List<Integer> threads,
      int batch,
      List<Precision> precisions,
      int visits,
      double seconds) {
    NetworkSearchBench bench = new NetworkSearchBench(network, batch, visits, seconds);
    for (int count : threads) {
      bench.measure(count, precisions);
    }
    return bench.figures;
  }

  private void measure(int threads, List<Precision> precisions) {
    List<Cell> cells = new ArrayList<>();
    try {
      for (Precision precision : precisions) {
        cells.add(new Cell(precision, threads));
      }
      for (int round = -1; round < ROUNDS; round++) {
        for (Cell cell : cells) {
          cell.measure(round);
        }
      }
      cells.forEach(Cell::report);
    } finally {
      cells.forEach(Cell::close);
    }
  }

  /** What the rounds measure of one precision. */
  private final class Cell implements AutoCloseable {
    private final Precision precision;
    private final int threads;
    private final InferenceBench inference;
    private final SearchedGames games;
    private final double[] visitRates = new double[ROUNDS];
    private final double[] evaluations = new double[ROUNDS];
    private final double[] fill = new double[ROUNDS];
    private final double[] hits = new double[ROUNDS];
    private final double[] bare = new double[ROUNDS];
    private final double[] share = new double[ROUNDS];

    Cell(Precision precision, int threads) {
      this.precision = precision;
      this.threads = threads;
      inference = InferenceFigures.open(network, precision);
      games = new SearchedGames(network, precision, threads, batch, visits);
    }

    /** A negative round warms up. */
    void measure(int round) {
      double each = seconds / ROUNDS / (round < 0 ? 4 : 1);
      double bareRate = InferenceFigures.bestBare(inference, threads, batch, each / 3);
      long begin = System.nanoTime();
      SearchedGames.Counts before = games.counts();
      double rate = Rounds.rate(games::move, each * 2 / 3);
      SearchedGames.Counts done = games.counts().since(before);
      if (round >= 0) {
        visitRates[round] = rate;
        evaluations[round] = done.evaluations() * 1e9 / (System.nanoTime() - begin);
        fill[round] = (double) done.evaluations() / done.calls() / batch;
        hits[round] = (double) done.remembered() / (done.remembered() + done.evaluations());
        bare[round] = bareRate;
        share[round] = evaluations[round] / bareRate;
      }
    }

    void report() {
      add("search.visits", visitRates, "visits/s");
      add("search.evaluations", evaluations, "evaluations/s");
      add("search.batchFill", fill, "");
      add("search.cacheHits", hits, "");
      add("inference.bare", bare, "positions/s");
      add("search.networkShare", share, "");
    }

    private void add(String name, double[] rates, String unit) {
      int board = network.config().boardSize();
      String net = network.config().size();
      double value = Rounds.median(rates);
      Integer leaves = name.startsWith("search") ? batch : null;
      figures.add(new Figure(name, board, threads, net, precision.toString(), leaves, value, unit));
    }

    @Override
    public void close() {
      games.close();
      inference.close();
    }
  }
}
