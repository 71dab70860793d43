package dev.tengen.mcts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Simulations make no garbage once the arrays have grown. */
class AllocationTest {

  private static final int VISITS = 2000;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aVisitAllocatesNothing(boolean gumbel) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    SearchConfig standard = SearchConfig.standard();
    SearchConfig config =
        gumbel ? standard.withGumbel(Gumbel.standard()) : standard.withDirichletFraction(0.25);
    Search search = new Search(config, TicTacToe.START, 1);
    for (int i = 0; i < 20; i++) {
      search(search);
    }
    long before = threads.getCurrentThreadAllocatedBytes();
    int rounds = 20;
    for (int i = 0; i < rounds; i++) {
      search(search);
    }
    double bytes = threads.getCurrentThreadAllocatedBytes() - before;
    // Per search a few hundred bytes: a budget, positions, a generator.
    assertThat(bytes / (rounds * 2.0 * VISITS)).isLessThan(1);
  }

  private static void search(Search search) {
    search.reset(TicTacToe.START, 1);
    search.run(Evaluators.UNIFORM, Budget.visits(VISITS), 8);
    search.advance(4);
    search.run(Evaluators.UNIFORM, Budget.visits(search.visits() + VISITS), 1);
  }
}
