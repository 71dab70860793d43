package dev.tengen.mcts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Whole searches written down. A change that is meant to leave the search as it is leaves these
 * numbers; one that is meant to change it says so by changing them.
 */
class GoldenSearchTest {

  private static int[] visits(SearchConfig config, int visits, int batchSize) {
    Search search = new Search(config, TicTacToe.parse("X.. .O. ..."), 1);
    search.run(Evaluators.HASHED, Budget.visits(visits), batchSize);
    return search.result().visits();
  }

  @Test
  void puctWithNoise() {
    SearchConfig config = SearchConfig.standard().withDirichletFraction(0.25);
    assertThat(visits(config, 200, 1)).containsExactly(0, 1, 2, 9, 0, 7, 1, 152, 27, 0);
    assertThat(visits(config, 200, 8)).containsExactly(0, 1, 5, 9, 0, 7, 1, 120, 56, 0);
  }

  @Test
  void gumbelWithNoise() {
    SearchConfig config = SearchConfig.standard().withGumbel(Gumbel.standard());
    assertThat(visits(config, 64, 1)).containsExactly(0, 3, 3, 20, 0, 21, 3, 3, 10, 0);
    assertThat(visits(config, 64, 8)).containsExactly(0, 3, 3, 10, 0, 20, 3, 3, 21, 0);
  }
}
