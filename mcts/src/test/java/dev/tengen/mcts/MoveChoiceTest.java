package dev.tengen.mcts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MoveChoiceTest {

  private static SearchResult result(int[] visits, float... priors) {
    int best = MoveChoice.mostVisited(visits, priors);
    return new SearchResult(
        best, visits, new float[4], new float[4], priors, 0, 0, 1, priors, new int[0], 1, false);
  }

  @Test
  void theMostVisitedWinsThenTheHigherPriorThenTheLowerAction() {
    assertThat(result(new int[] {3, 5, 4, 0}, 0.4f, 0.1f, 0.2f, 0.3f).bestAction()).isEqualTo(1);
    assertThat(result(new int[] {5, 1, 5, 0}, 0.1f, 0.4f, 0.2f, 0.3f).bestAction()).isEqualTo(2);
    assertThat(result(new int[] {1, 5, 5, 0}, 0.2f, 0.2f, 0.2f, 0.4f).bestAction()).isEqualTo(1);
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
