package dev.tengen.mcts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.game.Evaluator;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Passes on a 5x5 board of which Black holds three columns and White two, so that Black is ahead by
 * five points before komi:
 *
 * <pre>
 *   . . X O .
 *   . . X O .
 *   . . X O .
 *   . . X O .
 *   . . X O .
 * </pre>
 */
class PassingTest {

  private static final int PASS = 25;
  private static final SearchConfig GUARDED = SearchConfig.standard().withGuardPass(true);

  /** Finds every position even, and a pass the best or the worst move by far. */
  private static Evaluator thinksOfPassing(float logit) {
    return (batch, count, logits, values) -> {
      Arrays.fill(values, 0, count, 0);
      for (int i = 0; i < count; i++) {
        int actions = batch[i].actionCount();
        Arrays.fill(logits, i * actions, (i + 1) * actions, 0);
        logits[(i + 1) * actions - 1] = logit;
      }
    };
  }

  /** The board above, Black to move. */
  private static GoPosition board(double komi) {
    GoPosition position = GoPosition.start(5, Rules.named("tromp-taylor"), komi);
    for (int y = 0; y < 5; y++) {
      position = position.play(y * 5 + 2).play(y * 5 + 3);
    }
    return position;
  }

  /** The board above after a black stone in the upper left corner and a pass. */
  private static GoPosition afterAPass(double komi) {
    return board(komi).play(0).play(PASS);
  }

  private static SearchResult search(
      GoPosition position, SearchConfig config, float logitOfPass, int visits) {
    Search search = new Search(config, position, 1);
    search.run(thinksOfPassing(logitOfPass), Budget.visits(visits), 1);
    return search.result();
  }

  @ParameterizedTest
  @CsvSource({"4.5, NONE, WIN", "5, NONE, NONE", "5.5, LOSS, LOSS"})
  void aPassLosesOrWinsByTheScoreAsItStands(double komi, String before, String after) {
    assertThat(name(Passing.outcome(board(komi)))).isEqualTo(before);
    assertThat(name(Passing.outcome(afterAPass(komi)))).isEqualTo(after);
  }

  private static String name(byte proof) {
    return new String[] {"NONE", "WIN", "LOSS"}[proof];
  }

  @Test
  void aPassThatLetsTheOpponentEndTheGameIsNotPlayed() {
    for (int visits = 1; visits <= 3; visits++) {
      assertThat(search(board(5.5), SearchConfig.standard(), 20, visits).bestAction())
          .isEqualTo(PASS);
      neverPasses(search(board(5.5), GUARDED, 20, visits));
    }
  }

  @Test
  void aPassThatEndsTheGameInALossIsNotPlayed() {
    assertThat(search(afterAPass(5.5), SearchConfig.standard(), 20, 2).bestAction())
        .isEqualTo(PASS);
    neverPasses(search(afterAPass(5.5), GUARDED, 20, 2));
  }

  @Test
  void gumbelSearchesDoNotPassAGameAwayEither() {
    SearchConfig gumbel = SearchConfig.standard().withGumbel(Gumbel.standard().withNoiseScale(0));
    assertThat(search(board(5.5), gumbel, 20, 2).bestAction()).isEqualTo(PASS);
    SearchResult guarded = search(board(5.5), gumbel.withGuardPass(true), 20, 2);
    neverPasses(guarded);
    assertThat(guarded.improvedPolicy()[PASS]).as("the target stays").isGreaterThan(0.9f);
  }

  private static void neverPasses(SearchResult result) {
    assertThat(result.bestAction()).isNotEqualTo(PASS);
    assertThat(result.priors()[result.bestAction()]).as("legal").isPositive();
    assertThat(result.targetVisits()).isSameAs(result.visits());
    for (int draw = 0; draw < 50; draw++) {
      assertThat(result.choose(1, new SplittableRandom(draw))).isNotEqualTo(PASS);
    }
  }

  @Test
  void aWonGameIsEndedAndAPassThatCostsNothingIsAllowed() {
    assertThat(search(afterAPass(4.5), SearchConfig.standard(), -20, 2).bestAction())
        .isNotEqualTo(PASS);
    assertThat(search(afterAPass(4.5), GUARDED, -20, 2).bestAction()).isEqualTo(PASS);
    assertThat(search(board(4.5), GUARDED, 20, 3).bestAction()).isEqualTo(PASS);
    assertThat(search(afterAPass(5), GUARDED, 20, 2).bestAction()).isEqualTo(PASS);
  }

  @Test
  void whereThereIsNothingElseAPassIsPlayed() {
    GoPosition point = GoPosition.start(1, Rules.named("tromp-taylor"), 0.5);
    assertThat(Passing.outcome(point)).isEqualTo(Proof.LOSS);
    SearchResult result = search(point, GUARDED, 0, 4);
    assertThat(result.bestAction()).isEqualTo(point.pass());
    assertThat(result.choose(1, new SplittableRandom(1))).isEqualTo(point.pass());
  }
}
