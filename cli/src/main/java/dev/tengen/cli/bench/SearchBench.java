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
  private static final int BATCH = 8;

  /** Knows nothing and takes no time. */
  private static final Evaluator CONSTANT =
      (batch, count, logits, values) -> {
        Arrays.fill(logits, 0, count * batch[0].actionCount(), 0);
        Arrays.fill(values, 0, count, 0);
      };

  private SearchBench() {}

  /** Measures each board, {@code seconds} for each, on one thread. */
  public static List<Figure> run(List<Integer> boards, double seconds) {
    List<Figure> figures = new ArrayList<>();
    for (int board : boards) {
      GoPosition start = GoPosition.start(board, Rules.TROMP_TAYLOR, 7);
      Search search = new Search(SearchConfig.standard(), start, 1);
      Rounds.Work work =
          () -> {
            search.reset(start);
            search.run(CONSTANT, Budget.visits(VISITS), BATCH);
            return VISITS;
          };
      double each = seconds / (ROUNDS + 1);
      Rounds.rate(work, each);
      double[] rates = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        rates[round] = Rounds.rate(work, each);
      }
      figures.add(new Figure("search.visits", board, 1, Rounds.median(rates), "visits/s"));
      figures.add(new Figure("search.bytesPerVisit", board, 1, bytesPerVisit(work), "bytes"));
    }
    return figures;
  }

  private static double bytesPerVisit(Rounds.Work work) {
    ThreadMXBean bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = bean.getCurrentThreadAllocatedBytes();
    long visits = 0;
    for (int i = 0; i < 20; i++) {
      visits += work.run();
    }
    return (double) (bean.getCurrentThreadAllocatedBytes() - before) / visits;
  }
}
