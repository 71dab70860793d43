package dev.tengen.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.go.GoPosition;
import dev.tengen.go.RolloutEvaluator;
import dev.tengen.go.Rules;
import dev.tengen.mcts.Budget;
import dev.tengen.mcts.Search;
import dev.tengen.mcts.SearchConfig;
import dev.tengen.mcts.SearchResult;
import java.util.Arrays;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several threads search one tree of Go, each with a walker and rollouts of its own. */
@Timeout(120)
class ParallelGoSearchTest {

  @ParameterizedTest
  @CsvSource({"4, 8, 1", "5, 8, 4", "9, 12, 2"})
  void everyVisitIsCountedAndEveryMoveLegal(int size, int threads, int batchSize) {
    RolloutEvaluator evaluator = new RolloutEvaluator(1, 7);
    GoPosition start = GoPosition.start(size, Rules.TROMP_TAYLOR, 0.5);
    try (Search search = new Search(SearchConfig.standard(), start, 1)) {
      for (int move = 0; move < 12 && !search.root().isTerminal(); move++) {
        int visits = search.visits() + 500;
        search.run(evaluator, Budget.visits(visits), batchSize, threads);
        SearchResult result = search.result();
        assertThat(result.rootVisits()).isEqualTo(visits);
        assertThat(Arrays.stream(result.visits()).sum()).isEqualTo(visits - 1);
        assertThat(result.value()).isBetween(-1f, 1f);
        for (int action = 0; action < start.actionCount(); action++) {
          boolean legal = search.root().isLegal(action);
          assertThat(legal || result.visits()[action] == 0).isTrue();
          assertThat(result.priors()[action] > 0).isEqualTo(legal);
        }
        search.advance(result.bestAction());
      }
    }
  }
}
