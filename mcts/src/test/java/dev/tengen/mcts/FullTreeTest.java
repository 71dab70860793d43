package dev.tengen.mcts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a search does when its tree may not grow any more. */
class FullTreeTest {

  private static final int VISITS = 60_000;

  /** A page of each kind, and so many edge pages or node pages more. */
  private static long bytes(int edgePages, int nodePages) {
    return (1 + edgePages) * EdgePage.BYTES + (1 + nodePages) * NodePage.BYTES;
  }

  /** A game long enough to fill any tree. */
  private static Search search(SearchConfig config) {
    return new Search(config, WideGame.START, 1);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 1, false",
    "3, 0, 1, false",
    "3, 3, 6, false",
    "1, 9, 4, true",
    "20, 0, 3, true",
  })
  void endsTheSearchWithASoundTreeAndSaysSo(
      int edgePages, int nodePages, int batchSize, boolean gumbel) {
    SearchConfig config =
        SearchConfig.standard()
            .withGumbel(gumbel ? Gumbel.standard() : null)
            .withMaxTreeBytes(bytes(edgePages, nodePages));
    for (int threads = 0; threads <= 3; threads++) {
      try (Search search = search(config)) {
        run(search, batchSize, threads);
        assertThat(search.memoryBytes()).isLessThanOrEqualTo(config.maxTreeBytes());
        assertThat(search.visits()).isBetween(50, VISITS - 1);
        assertThat(search.result().full()).isTrue();
        TreeChecks.check(search.tree(), false);
        int visits = search.visits();
        // With room again, it goes on.
        search.configure(config.withMaxTreeBytes(4 * config.maxTreeBytes()));
        run(search, batchSize, threads);
        assertThat(search.visits()).isGreaterThan(visits + 50);
        TreeChecks.check(search.tree(), false);
      }
    }
  }

  private static void run(Search search, int batchSize, int threads) {
    if (threads == 0) {
      search.run(Evaluators.UNIFORM, Budget.visits(VISITS), batchSize);
    } else {
      search.run(Evaluators.UNIFORM, Budget.visits(VISITS), batchSize, threads);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "8, 3"})
  void playingOnMakesRoomWithinTheLimit(int batchSize, int threads) {
    SearchConfig config = SearchConfig.standard().withMaxTreeBytes(bytes(12, 4));
    try (Search search = search(config)) {
      for (int move = 0; move < 25 && !search.root().isTerminal(); move++) {
        search.run(Evaluators.UNIFORM, Budget.visits(VISITS), batchSize, threads);
        int before = search.tree().nodeCount();
        assertThat(search.result().full()).isTrue();
        search.advance(search.result().bestAction());
        assertThat(search.tree().nodeCount()).isLessThan(before);
        assertThat(search.memoryBytes()).isLessThanOrEqualTo(config.maxTreeBytes());
        TreeChecks.check(search.tree(), false);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "8"})
  void aTreeWithRoomIsNotFull(int batchSize) {
    Search search = search(SearchConfig.standard());
    search.run(Evaluators.UNIFORM, Budget.visits(500), batchSize);
    assertThat(search.result().full()).isFalse();
    TreeChecks.check(search.tree(), true);
  }
}
