package dev.tengen.cli.bench;

import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import dev.tengen.mcts.Budget;
import dev.tengen.mcts.Search;
import dev.tengen.mcts.SearchConfig;
import dev.tengen.networks.Network;
import dev.tengen.networks.TensorFlowRuntime;
import dev.tengen.networks.inference.NetworkEvaluator;
import dev.tengen.networks.model.Precision;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code bench search --network}: how fast one search of the empty board is where a network answers
 * for its leaves, as a game's first move is. The float32 and bfloat16 figures are taken in turns.
 */
public final class NetworkSearchBench {

  private static final int ROUNDS = 3;
  private static final int BATCH = 8;

  private NetworkSearchBench() {}

  /**
   * Measures each precision; {@code seconds} for each round of it.
   *
   * @param threads TensorFlow's intra-op threads; of one process only one number
   * @param visits of each search
   */
  public static List<Figure> run(Network network, int threads, int visits, double seconds) {
    TensorFlowRuntime.setIntraOpThreads(threads);
    int board = network.config().boardSize();
    GoPosition start = GoPosition.start(board, Rules.TROMP_TAYLOR, network.info().komi());
    Precision[] precisions = {Precision.FLOAT32, Precision.BFLOAT16};
    double[][] visitRates = new double[precisions.length][ROUNDS];
    double[][] evaluationRates = new double[precisions.length][ROUNDS];
    for (int round = -1; round < ROUNDS; round++) {
      for (int i = 0; i < precisions.length; i++) {
        try (NetworkEvaluator evaluator = new NetworkEvaluator(network, precisions[i])) {
          Search search = new Search(SearchConfig.standard(), start, 1);
          Rounds.Work work =
              () -> {
                search.reset(start);
                search.run(evaluator, Budget.visits(visits), BATCH);
                return visits;
              };
          Rounds.rate(work, seconds / 10);
          long before = evaluator.positions();
          long begin = System.nanoTime();
          double rate = Rounds.rate(work, round < 0 ? seconds / 10 : seconds);
          double evaluations = (evaluator.positions() - before) * 1e9 / (System.nanoTime() - begin);
          if (round >= 0) {
            visitRates[i][round] = rate;
            evaluationRates[i][round] = evaluations;
          }
        }
      }
    }
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < precisions.length; i++) {
      figures.add(figure("search.visits", network, threads, precisions[i], visitRates[i]));
      figures.add(
          figure("search.evaluations", network, threads, precisions[i], evaluationRates[i]));
    }
    return figures;
  }

  private static Figure figure(
      String name, Network network, int threads, Precision precision, double[] rates) {
    return new Figure(
        name,
        network.config().boardSize(),
        threads,
        network.config().size(),
        precision.toString(),
        BATCH,
        Rounds.median(rates),
        name.substring(name.indexOf('.') + 1) + "/s");
  }
}
