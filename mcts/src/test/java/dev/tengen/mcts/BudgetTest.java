package dev.tengen.mcts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.UserError;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 17, 100})
  void visitsAreCountedExactly(int visits) {
    for (int batchSize : new int[] {1, 8}) {
      Search search = new Search(SearchConfig.standard(), TicTacToe.START, 1);
      search.run(Evaluators.HASHED, Budget.visits(visits), batchSize);
      SearchResult result = search.result();
      assertThat(result.rootVisits()).isEqualTo(visits);
      assertThat(result.visits()).hasSize(TicTacToe.ACTIONS);
      assertThat(Arrays.stream(result.visits()).sum()).isEqualTo(visits - 1);
    }
  }

  @Test
  void visitsOfAnEarlierSearchCount() {
    Search search = new Search(SearchConfig.standard(), TicTacToe.START, 1);
    search.run(Evaluators.HASHED, Budget.visits(100), 1);
    search.begin(Budget.visits(100));
    assertThat(search.done()).isTrue();
    search.begin(Budget.visits(130));
    assertThat(search.done()).isFalse();
    search.run(Evaluators.HASHED, Budget.visits(130), 4);
    assertThat(search.visits()).isEqualTo(130);
  }

  @Test
  void theShortestTimeStillEvaluatesTheRoot() {
    Search search = new Search(SearchConfig.standard(), TicTacToe.START, 1);
    search.run(Evaluators.UNIFORM, Budget.time(Duration.ofNanos(1)), 8);
    assertThat(search.visits()).isEqualTo(1);
    SearchResult result = search.result();
    assertThat(result.bestAction()).isZero();
    assertThat(result.bestLine()).containsExactly(0);
    assertThat(result.policy(1)).containsExactly(result.priors());
    assertThat(result.q()).containsOnly(Float.NaN);
    assertThat(result.value()).isEqualTo(result.rawValue());
  }

  @Test
  void aTimeBudgetEnds() {
    Search search = new Search(SearchConfig.standard(), TicTacToe.START, 1);
    search.run(Evaluators.UNIFORM, Budget.time(Duration.ofMillis(30)), 8);
    assertThat(search.done()).isTrue();
    assertThat(search.visits()).isPositive();
  }

  @Test
  void anEarlyStopKeepsTheChoice() {
    // One empty point wins; the search soon visits little else.
    TicTacToe position = TicTacToe.parse("XX. OO. ...");
    Search full = new Search(SearchConfig.standard(), position, 1);
    full.run(Evaluators.UNIFORM, Budget.visits(1000), 1);
    Search early = new Search(SearchConfig.standard().withEarlyStop(true), position, 1);
    early.run(Evaluators.UNIFORM, Budget.visits(1000), 1);
    assertThat(early.result().bestAction()).isEqualTo(full.result().bestAction()).isEqualTo(2);
    assertThat(early.visits()).isBetween(500, 900);
  }

  @Test
  void anEarlyStopDoesNotSearchAForcedMove() {
    Search search =
        new Search(SearchConfig.standard().withEarlyStop(true), TicTacToe.parse("XOX OXX O.O"), 1);
    search.run(Evaluators.UNIFORM, Budget.visits(1000), 1);
    assertThat(search.visits()).isEqualTo(1);
    assertThat(search.result().bestAction()).isEqualTo(7);
  }

  @Test
  void nonsenseIsRefusedInOneLine() {
    assertThatThrownBy(() -> Budget.visits(0))
        .isInstanceOf(UserError.class)
        .hasMessage("visits must be at least 1, not 0");
    assertThatThrownBy(() -> new Budget(1, 0)).isInstanceOf(UserError.class);
    SearchConfig config = SearchConfig.standard();
    assertThatThrownBy(() -> config.withDirichletFraction(1.5))
        .isInstanceOf(UserError.class)
        .hasMessage("search setting dirichletFraction must be from 0 to 1, not 1.5");
    assertThatThrownBy(() -> config.withCPuct(Double.NaN)).isInstanceOf(UserError.class);
    assertThatThrownBy(() -> config.withDirichletAlpha(0)).isInstanceOf(UserError.class);
    assertThatThrownBy(() -> config.withVirtualLoss(0)).isInstanceOf(UserError.class);
    assertThatThrownBy(() -> config.withMaxTreeBytes(0)).isInstanceOf(UserError.class);
  }
}
