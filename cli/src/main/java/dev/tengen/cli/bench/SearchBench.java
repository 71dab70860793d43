package dev.tengen.cli.bench;

import com.sun.management.ThreadMXBean;
import dev.tengen.game.Evaluator;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import dev.tengen.mcts.Budget;
import dev.tengen.mcts.Search;
import dev.tengen.mcts.SearchConfig;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code bench search}: what a visit costs where the evaluator costs nothing. */
public final class SearchBench {

  private static final int ROUNDS = 3;
  private static final int VISITS = 800;

  /** Knows nothing and takes no time. */
  private static final Evaluator CONSTANT =
      (batch, count, logits, values) -> {
        Arrays.fill(logits, 0, count * batch[0].actionCount(), 0);
        Arrays.fill(values, 0, count, 0);
      };

  private SearchBench() {}

  /**
   * Measures each board with each number of threads in one tree.
   *
   * @param batch most leaves that a thread has evaluated at once
   * @param seconds for each board and number of threads
   */
  public static List<Figure> run(
      List<Integer> boards, List<Integer> threads, int batch, double seconds) {
    List<Figure> figures = new ArrayList<>();
    for (int board : boards) {
      for (int count : threads) {
        figures.addAll(measure(board, count, batch, seconds));
      }
    }
    return figures;
  }

  private static List<Figure> measure(int board, int threads, int batch, double seconds) {
    GoPosition start = GoPosition.start(board, Rules.TROMP_TAYLOR, 7);
    try (Search search = new Search(SearchConfig.standard(), start, 1)) {
      Rounds.Work work =
          () -> {
            search.reset(start);
            if (threads == 1) {
              search.run(CONSTANT, Budget.visits(VISITS), batch);
            } else {
              search.run(CONSTANT, Budget.visits(VISITS), batch, threads);
            }
            return VISITS;
          };
      double each = seconds / (ROUNDS + 1);
      Rounds.rate(work, each);
      double[] rates = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        rates[round] = Rounds.rate(work, each);
      }
      return List.of(
          figure("search.visits", board, threads, batch, Rounds.median(rates), "visits/s"),
          figure("search.bytesPerVisit", board, threads, batch, bytesPerVisit(work), "bytes"));
    }
  }

  private static Figure figure(
      String name, int board, int threads, int batch, double value, String unit) {
    return new Figure(name, board, threads, null, batch, value, unit);
  }

  private static double bytesPerVisit(Rounds.Work work) {
    long before = allocatedBytes();
    long visits = 0;
    for (int i = 0; i < 20; i++) {
      visits += work.run();
    }
    return (double) (allocatedBytes() - before) / visits;
  }

  /** Of all threads, the search's own among them. */
  private static long allocatedBytes() {
    ThreadMXBean bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return Arrays.stream(bean.getThreadAllocatedBytes(bean.getAllThreadIds())).sum();
  }
}
