package dev.tengen.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PolicyTest {

  @Test
  void softmaxLooksAtTheGivenActionsOnly() {
    float[] logits = {9, 100, 0, (float) Math.log(3), 9, -50};
    float[] into = {7, 7, 7, 7};
    Policy.softmax(logits, 1, new int[] {1, 2, 4, 0}, 3, into, 1);
    assertThat(into[0]).isEqualTo(7);
    assertThat(into[1]).isCloseTo(0.25f, within(1e-6f));
    assertThat(into[2]).isCloseTo(0.75f, within(1e-6f));
    assertThat(into[3]).isBetween(0f, 1e-20f);
  }

  @Test
  void softmaxOfHugeLogitsIsFinite() {
    float[] into = new float[2];
    Policy.softmax(new float[] {1e30f, 1e30f}, 0, new int[] {0, 1}, 2, into, 0);
    assertThat(into).containsExactly(0.5f, 0.5f);
  }

  @Test
  void samplesInProportion() {
    SplittableRandom random = new SplittableRandom(1);
    int[] counts = new int[4];
    for (int i = 0; i < 40_000; i++) {
      counts[Policy.sample(new float[] {0, 1, 3, 0}, random)]++;
    }
    assertThat(counts[0]).isZero();
    assertThat(counts[3]).isZero();
    assertThat(counts[1]).isBetween(9_600, 10_400);
  }

  @Test
  void refusesWeightsThatAreNoDistribution() {
    SplittableRandom random = new SplittableRandom(1);
    assertThatThrownBy(() -> Policy.sample(new float[] {0, 0}, random))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.0");
    assertThatThrownBy(() -> Policy.sample(new float[] {1, Float.NaN}, random))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Policy.sample(new float[] {1, Float.POSITIVE_INFINITY}, random))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
