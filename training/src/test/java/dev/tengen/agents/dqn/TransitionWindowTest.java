package dev.tengen.agents.dqn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tengen.agents.env.ObservationSpace;
import org.junit.jupiter.api.Test;

/** Observations are numbers: 0, 1, 2, ..., and the last of an episode 99; discount 0.5. */
class TransitionWindowTest {

  private static final boolean[] LEGAL = {true, true};

  private final ReplayMemory memory = new ReplayMemory(10, ObservationSpace.vector(1), 2, false, 0);

  private TransitionWindow steps(int nStep, float... rewards) {
    TransitionWindow window = new TransitionWindow(nStep, 0.5f, 1);
    for (int i = 0; i < rewards.length; i++) {
      window.observe(new float[] {i}, 0, i % 2);
      window.earn(rewards[i]);
      if (i < rewards.length - 1) {
        window.passOn(memory, new float[] {i + 1}, 0, LEGAL, 0);
      }
    }
    return window;
  }

  private void end(TransitionWindow window, boolean terminated) {
    window.finish(memory, terminated, new float[] {99}, 0, LEGAL, 0);
  }

  private void assertTransition(
      int index, float observation, float reward, float discount, float next) {
    Batch batch = new Batch(1, 1, 2);
    memory.fill(batch, 0, index);
    assertThat(batch.observations()).containsExactly(observation, next);
    assertThat(batch.facts()[0]).isEqualTo(observation % 2);
    assertThat(batch.facts()[1]).isCloseTo(reward, within(1e-6f));
    assertThat(batch.facts()[2]).isEqualTo(discount);
  }

  @Test
  void oneStep() {
    end(steps(1, 1, 2), true);
    assertThat(memory.size()).isEqualTo(2);
    assertTransition(0, 0, 1, 0.5f, 1);
    assertTransition(1, 1, 2, 0, 99);
  }

  @Test
  void severalStepsSumTheirDiscountedRewardsAndBootstrapAfterTheLast() {
    end(steps(3, 1, 2, 4, 8), true);
    assertThat(memory.size()).isEqualTo(4);
    assertTransition(0, 0, 1 + 0.5f * 2 + 0.25f * 4, 0.125f, 3);
    assertTransition(1, 1, 2 + 0.5f * 4 + 0.25f * 8, 0, 99);
    assertTransition(2, 2, 4 + 0.5f * 8, 0, 99);
    assertTransition(3, 3, 8, 0, 99);
  }

  @Test
  void whatWasOnlyCutOffStillBootstraps() {
    end(steps(3, 1, 2, 4, 8), false);
    assertTransition(1, 1, 2 + 0.5f * 4 + 0.25f * 8, 0.125f, 99);
    assertTransition(2, 2, 4 + 0.5f * 8, 0.25f, 99);
    assertTransition(3, 3, 8, 0.5f, 99);
  }

  @Test
  void nothingOfAnEpisodeIsLeftForTheNext() {
    TransitionWindow window = steps(3, 1);
    end(window, true);
    window.observe(new float[] {5}, 0, 1);
    window.earn(7);
    window.passOn(memory, new float[] {6}, 0, LEGAL, 0);
    assertThat(memory.size()).isEqualTo(1);
    end(window, true);
    assertTransition(1, 5, 7, 0, 99);
  }
}
