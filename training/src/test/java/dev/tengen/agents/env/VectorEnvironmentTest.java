package dev.tengen.agents.env;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VectorEnvironmentTest {

  private static VectorEnvironment cartPoles(int count, long seed) {
    return new VectorEnvironment(() -> Environments.make("CartPole-v1:limit=20"), count, seed);
  }

  @Test
  void keepsTheLastObservationAndGoesOnWithAFirstOne() {
    VectorEnvironment envs = cartPoles(1, 1);
    double total = 0;
    float[] before = {};
    int steps = 0;
    while (steps == 0 || !envs.isOver(0)) {
      before = envs.observations().clone();
      envs.step(new int[] {1}); // until it falls over
      total += envs.rewards()[0];
      steps++;
    }
    assertThat(envs.terminated()[0]).isTrue();
    assertThat(envs.truncated()[0]).isFalse();
    assertThat(envs.episodeReturn(0)).isEqualTo(total);
    assertThat(envs.episodeLength(0)).isEqualTo(steps);

    CartPole twin = new CartPole();
    twin.set(before[0], before[1], before[2], before[3]);
    twin.step(1);
    float[] expected = new float[4];
    twin.observe(expected, 0);
    assertThat(envs.finalObservations()).containsExactly(expected, within(1e-6f));
    assertThat(Math.abs(envs.finalObservations()[2])).isGreaterThan(0.2f); // fallen
    for (float o : envs.observations()) {
      assertThat(Math.abs(o)).isLessThan(0.05f); // upright again
    }
  }

  @Test
  void tellsCutOffFromEnded() {
    VectorEnvironment envs = cartPoles(1, 3);
    int[] actions = new int[1];
    for (int i = 0; i < 20; i++) {
      actions[0] = envs.observations()[2] + envs.observations()[3] > 0 ? 1 : 0; // balances
      envs.step(actions);
    }
    assertThat(envs.truncated()[0]).isTrue();
    assertThat(envs.terminated()[0]).isFalse();
    assertThat(envs.episodeReturn(0)).isEqualTo(20);
  }

  @Test
  void theFirstOfManyIsTheOnlyOne() {
    VectorEnvironment one = cartPoles(1, 7);
    VectorEnvironment three = cartPoles(3, 7);
    SplittableRandom random = new SplittableRandom(0);
    for (int i = 0; i < 200; i++) {
      int action = random.nextInt(2);
      one.step(new int[] {action});
      three.step(new int[] {action, 1, 0});
      assertThat(Arrays.copyOf(three.observations(), 4)).isEqualTo(one.observations());
    }
    assertThat(Arrays.copyOfRange(three.observations(), 4, 8)).isNotEqualTo(one.observations());
  }

  private static org.assertj.core.data.Offset<Float> within(float offset) {
    return org.assertj.core.api.Assertions.within(offset);
  }
}
