package dev.tengen.mcts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A search that knows nothing but the rules, against exhaustive minimax. */
class SearchOnTicTacToeTest {

  @Test
  void playsPerfectlyFromEveryPosition() {
    SearchConfig config = SearchConfig.standard();
    Search search = new Search(config, TicTacToe.START, 1);
    Set<TicTacToe> positions = new HashSet<>();
    gather(TicTacToe.START, positions);
    assertThat(positions).hasSize(4520); // 5478 in all, 958 of them ends
    for (TicTacToe position : positions) {
      search.reset(position);
      search.run(Evaluators.UNIFORM, Budget.visits(2000), 1);
      SearchResult result = search.result();
      int exact = position.minimax();
      assertThat(-position.play(result.bestAction()).minimax())
          .as("move %d in\n%s", result.bestAction(), position)
          .isEqualTo(exact);
      if (exact != 0) {
        assertThat(result.value() * exact).as("value of\n%s", position).isGreaterThan(0.3f);
      } else {
        assertThat(result.value()).as("value of\n%s", position).isBetween(-0.5f, 0.5f);
      }
    }
  }

  private static void gather(TicTacToe position, Set<TicTacToe> into) {
    if (!position.isTerminal() && into.add(position)) {
      for (int a = 0; a < 9; a++) {
        if (position.isLegal(a)) {
          gather(position.play(a), into);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "XX. OO. ..., 1", // Black to move wins at once
    "X.. .O. ..X, 0", // White to move holds the draw
    "XO. XO. ..X, 1", // White to move wins at once
    "X.X .O. X.O, -1", // White to move cannot stop both threats
  })
  void valueHasTheSignOfThePlayerToMove(String board, int sign) {
    TicTacToe position = TicTacToe.parse(board);
    assertThat(position.minimax()).isEqualTo(sign);
    Search search = new Search(SearchConfig.standard(), position, 1);
    search.run(Evaluators.UNIFORM, Budget.visits(1000), 1);
    SearchResult result = search.result();
    assertThat(Math.signum(Math.round(result.value()))).isEqualTo(sign);
    assertThat(Math.signum(Math.round(result.q()[result.bestAction()]))).isEqualTo(sign);
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3", "7", "16", "64"})
  void invariantsHoldAtAnyBatchSize(int batchSize) {
    Search search = new Search(SearchConfig.standard().withVirtualLoss(3), TicTacToe.START, 5);
    for (TicTacToe position = TicTacToe.START; !position.isTerminal(); ) {
      search.run(Evaluators.HASHED, Budget.visits(500), batchSize);
      assertThat(search.visits()).isEqualTo(500);
      TreeChecks.check(search.tree(), true);
      int action = search.result().bestAction();
      position = position.play(action);
      search.advance(action);
      TreeChecks.check(search.tree(), true);
    }
    assertThat(search.done()).isTrue();
  }
}
