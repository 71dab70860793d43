package dev.tengen.mcts;

import static dev.tengen.mcts.GameTree.black;
import static dev.tengen.mcts.GameTree.end;
import static dev.tengen.mcts.GameTree.white;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.game.Outcome;
import dev.tengen.game.Player;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Black has a good move that the network knows, a bad one, and a better one with a low prior. */
class ForcedPlayoutsTest {

  private static final SearchConfig CONFIG = SearchConfig.standard().withRootFpuReduction(0);

  private static SearchResult result(double third, SearchConfig config, int visits) {
    GameTree root = black(0, line(-0.3), line(0.3), line(-third)).withPriors(0.7, 0.2, 0.1);
    Search search = new Search(config, root, 1);
    search.run(GameTree.EVALUATOR, Budget.visits(visits), 1);
    return search.result();
  }

  /** White to move, worth as much to White all along. */
  private static GameTree line(double value) {
    GameTree next = end(Player.WHITE, Outcome.DRAW);
    for (int i = 0; i < 300; i++) {
      next = white(value, black(-value, next));
    }
    return next;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 2, 4})
  void everyActionThatWasVisitedIsVisitedAsOftenAsAsked(double k) {
    SearchResult free = result(-0.5, CONFIG, 201);
    SearchResult forced = result(-0.5, CONFIG.withForcedPlayouts(k), 201);
    double[] priors = {0.7, 0.2, 0.1};
    for (int a = 1; a < 3; a++) {
      // The one that is chosen next may still lack one.
      assertThat((double) forced.visits()[a]).isGreaterThan(Math.sqrt(k * priors[a] * 200) - 1);
    }
    assertThat(free.visits()[1]).isLessThan(forced.visits()[1]);
    assertThat(free.targetVisits()).isSameAs(free.visits());
  }

  @Test
  void theTargetLeavesOutWhatWasForced() {
    SearchResult free = result(-0.5, CONFIG, 201);
    SearchResult forced = result(-0.5, CONFIG.withForcedPlayouts(4), 201);
    assertThat(forced.targetVisits()[0]).isEqualTo(forced.visits()[0]);
    for (int a = 1; a < 3; a++) {
      assertThat(forced.targetVisits()[a])
          .isLessThan(forced.visits()[a])
          .isLessThanOrEqualTo(free.visits()[a])
          .isNotEqualTo(1);
    }
    assertThat(forced.policy(1)[1]).isEqualTo(forced.targetVisits()[1] / (float) sum(forced));
    // Both scores at the pruned count, from the formula: at the bar or one visit above it.
    double exploration = 1.1 * Math.sqrt(200);
    double bar = 0.3 + exploration * 0.7 / (1 + forced.visits()[0]);
    int count = forced.targetVisits()[1];
    assertThat(-0.3 + exploration * 0.2 / (1 + count)).isLessThan(bar);
  }

  private static int sum(SearchResult result) {
    int sum = 0;
    for (int visits : result.targetVisits()) {
      sum += visits;
    }
    return sum;
  }

  @Test
  void visitsThatPaidOffStay() {
    SearchResult forced = result(0.4, CONFIG.withForcedPlayouts(2), 201);
    assertThat(forced.targetVisits()[2]).isEqualTo(forced.visits()[2]);
  }
}
