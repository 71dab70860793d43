package dev.tengen.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.go.GoPosition;
import dev.tengen.go.RolloutEvaluator;
import dev.tengen.go.Rules;
import dev.tengen.mcts.Budget;
import dev.tengen.mcts.Gumbel;
import dev.tengen.mcts.Search;
import dev.tengen.mcts.SearchConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Fingerprints of whole search trees over rules, rollouts and search together. "No functional
 * change" is a claim that this test checks; who changes what a search does on purpose writes the
 * new numbers here and says so.
 */
class GoldenSearchTest {

  @ParameterizedTest
  @CsvSource({
    "5, 1, false, 8938fcc54e107d53",
    "9, 1, false, 3ccdefe953e1c893",
    "9, 8, false, dbcae4ef93d2a3b5",
    "9, 1, true, 3f677abef7b4989",
    "19, 1, false, bef0afe099c1bf3d",
  })
  void theTreeIsTheSameBitForBit(int size, int batch, boolean gumbel, String fingerprint) {
    SearchConfig config =
        gumbel
            ? SearchConfig.standard().withGumbel(Gumbel.standard())
            : SearchConfig.standard().withDirichletFraction(0.25);
    GoPosition start = GoPosition.start(size, Rules.TROMP_TAYLOR, 7);
    Search search = new Search(config, start, 42);
    RolloutEvaluator evaluator = new RolloutEvaluator(1, 7);
    for (int move = 0; move < 3; move++) {
      search.run(evaluator, Budget.visits(200), batch);
      search.advance(search.result().bestAction());
    }
    search.run(evaluator, Budget.visits(200), batch);
    assertThat(Long.toHexString(search.fingerprint())).isEqualTo(fingerprint);
  }
}
