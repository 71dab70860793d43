package dev.tengen.mcts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tengen.game.Outcome;
import dev.tengen.game.Player;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MoveChoiceTest {

  private static SearchResult result(int[] visits, float... priors) {
    int best = MoveChoice.mostVisited(visits, priors);
    boolean[] open = {true, true, true, true};
    float[] unknown = new float[4];
    return new SearchResult(
        best,
        visits,
        open,
        visits,
        unknown,
        unknown,
        priors,
        0,
        0,
        1,
        priors,
        new int[0],
        1,
        false);
  }

  @Test
  void theMostVisitedWinsThenTheHigherPriorThenTheLowerAction() {
    assertThat(result(new int[] {3, 5, 4, 0}, 0.4f, 0.1f, 0.2f, 0.3f).bestAction()).isEqualTo(1);
    assertThat(result(new int[] {5, 1, 5, 0}, 0.1f, 0.4f, 0.2f, 0.3f).bestAction()).isEqualTo(2);
    assertThat(result(new int[] {1, 5, 5, 0}, 0.2f, 0.2f, 0.2f, 0.4f).bestAction()).isEqualTo(1);
  }

  private static int byLowerBound(int[] visits, float[] q, float... variance) {
    float[] priors = {0.25f, 0.25f, 0.3f, 0.2f};
    return MoveChoice.highestLowerBound(visits, q, variance, priors, 2, 0.15);
  }

  @Test
  void aBetterActionThatTheVisitsHaveNotCaughtUpWithIsChosenByItsLowerBound() {
    int[] visits = {100, 64, 14, 0};
    float nan = Float.NaN;
    // Lower ends: 0.1 - 2 * 0.1 = -0.1;  0.3 - 2 * 0.125 = 0.05;  too few visits to be asked.
    float[] q = {0.1f, 0.3f, 0.9f, nan};
    assertThat(byLowerBound(visits, q, 1, 1, 0.1f, nan)).isEqualTo(1);
    // 0.3 - 2 * 0.225 = -0.15: it may have been luck.
    assertThat(byLowerBound(visits, q, 1, 3.24f, 0.1f, nan)).isZero();
    // With 15 visits the third is asked.
    assertThat(byLowerBound(new int[] {100, 64, 15, 0}, q, 1, 1, 0.1f, nan)).isEqualTo(2);
  }

  @Test
  void equalLowerBoundsAreDecidedByVisitsThenPriors() {
    float[] q = {0.5f, 0.5f, 0.5f, 0.5f};
    assertThat(byLowerBound(new int[] {10, 11, 10, 9}, q, 0, 0, 0, 0)).isEqualTo(1);
    assertThat(byLowerBound(new int[] {10, 10, 10, 9}, q, 0, 0, 0, 0)).isEqualTo(2);
  }

  @Test
  void withoutTwoVisitsThereIsNoBound() {
    float nan = Float.NaN;
    float[] q = {0, 0.5f, nan, nan};
    assertThat(byLowerBound(new int[] {1, 1, 0, 0}, q, nan, nan, nan, nan)).isZero();
    assertThat(byLowerBound(new int[4], new float[] {nan, nan, nan, nan}, nan, nan, nan, nan))
        .isEqualTo(2);
  }

  /**
   * Action 0 has most visits for its prior; action 1 was found to be better lately. Constant values
   * have no variance, so the higher mean wins.
   */
  @Test
  void theSettingReachesTheSearch() {
    GameTree end = GameTree.end(Player.WHITE, Outcome.DRAW);
    GameTree root = GameTree.black(0, line(-0.2, end), line(-0.5, end)).withPriors(0.9, 0.1);
    SearchConfig config = SearchConfig.standard().withCPuct(2);
    assertThat(best(root, config)).isZero();
    assertThat(best(root, config.withLcbStdevs(5))).isEqualTo(1);
  }

  /** White to move, worth as much to White all along. */
  private static GameTree line(double value, GameTree end) {
    GameTree next = end;
    for (int i = 0; i < 10; i++) {
      next = GameTree.white(value, GameTree.black(-value, next));
    }
    return next;
  }

  private static int best(GameTree root, SearchConfig config) {
    Search search = new Search(config, root, 1);
    search.run(GameTree.EVALUATOR, Budget.visits(16), 1);
    return search.result().bestAction();
  }

  @Test
  void temperatureSharpensOrFlattens() {
    SearchResult result = result(new int[] {1, 3, 0, 4}, 0.25f, 0.25f, 0.25f, 0.25f);
    assertThat(result.policy(1)).containsExactly(0.125f, 0.375f, 0, 0.5f);
    assertThat(result.policy(0)).containsExactly(0, 0, 0, 1);
    assertThat(result.policy(0.5)).containsExactly(1 / 26f, 9 / 26f, 0, 16 / 26f);
    assertThat(result.policy(0.01)[3]).isCloseTo(1, within(1e-6f));
    assertThatThrownBy(() -> result.policy(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> result.policy(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void millionsOfVisitsAtALowTemperatureStayFinite() {
    SearchResult result =
        result(new int[] {90_000_000, 89_000_000, 1, 0}, 0.25f, 0.25f, 0.25f, 0.25f);
    float[] policy = result.policy(0.01);
    assertThat(policy[0] + policy[1]).isCloseTo(1, within(1e-6f));
    assertThat(policy[1] / policy[0]).isCloseTo((float) Math.pow(89 / 90.0, 100), within(1e-5f));
  }

  @Test
  void choosesInProportion() {
    SearchResult result = result(new int[] {1, 3, 0, 4}, 0.25f, 0.25f, 0.25f, 0.25f);
    SplittableRandom random = new SplittableRandom(1);
    int[] chosen = new int[4];
    for (int i = 0; i < 8000; i++) {
      chosen[result.choose(1, random)]++;
    }
    assertThat(chosen[0]).isBetween(880, 1120);
    assertThat(chosen[1]).isBetween(2800, 3200);
    assertThat(chosen[2]).isZero();
    assertThat(result.choose(0, random)).isEqualTo(3);
  }
}
