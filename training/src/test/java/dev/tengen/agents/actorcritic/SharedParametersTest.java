package dev.tengen.agents.actorcritic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tengen.networks.nn.Initial;
import dev.tengen.networks.nn.ParameterLayout;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SharedParametersTest {

  private static final RmsPropSettings RMS = new RmsPropSettings(0.99, 0.1, 0);

  private static ParameterLayout layout(int size) {
    ParameterLayout layout = new ParameterLayout();
    layout.add("w", Initial.constant(0), size);
    return layout;
  }

  /**
   * Two learners take turns; with statistics of their own the second step would be as the first.
   */
  @Test
  void meanSquaresAreSharedAndEpsilonStandsInsideTheRoot() {
    SharedParameters shared = new SharedParameters(layout(2), RMS, new float[] {1, -1});
    float[] one = new float[2];
    float[] other = new float[2];
    shared.step(new float[] {2, 0.5f}, 1, 0.1);
    shared.read(one);
    shared.step(new float[] {2, 0.5f}, 1, 0.1);
    shared.read(other);
    for (int i = 0; i < 2; i++) {
      double g = i == 0 ? 2 : 0.5;
      double first = 0.01 * g * g;
      double second = 0.99 * first + 0.01 * g * g;
      double start = i == 0 ? 1 : -1;
      double afterFirst = start - 0.1 * g / Math.sqrt(first + 0.1);
      assertThat((double) one[i]).isCloseTo(afterFirst, within(1e-6));
      assertThat((double) other[i])
          .isCloseTo(afterFirst - 0.1 * g / Math.sqrt(second + 0.1), within(1e-6));
    }
  }

  @Test
  void clippingScalesTheGradientBeforeItIsSquared() {
    SharedParameters shared = new SharedParameters(layout(1), RMS, new float[] {0});
    shared.step(new float[] {8}, 0.25, 1);
    float[] value = new float[1];
    shared.read(value);
    assertThat((double) value[0]).isCloseTo(-2 / Math.sqrt(0.04 + 0.1), within(1e-6));
  }

  @Test
  void goesOnFromItsState() {
    ParameterLayout layout = layout(3);
    SharedParameters first = new SharedParameters(layout, RMS, new float[] {1, 2, 3});
    first.step(new float[] {1, -1, 2}, 1, 0.1);
    SharedParameters second = new SharedParameters(layout, RMS, first.state());
    first.step(new float[] {3, 1, 0}, 1, 0.1);
    second.step(new float[] {3, 1, 0}, 1, 0.1);
    assertThat(second.state().get("w").values()).containsExactly(first.state().get("w").values());
    assertThat(second.state().get("optimizer.square.w").values())
        .containsExactly(first.state().get("optimizer.square.w").values());
  }

  /** Updates may get lost, but no number is ever torn, and what each wrote last is seen. */
  @Test
  void threadsMoveItAtTheSameTime() throws InterruptedException {
    int size = 1000;
    int updates = 500;
    SharedParameters shared =
        new SharedParameters(layout(size), new RmsPropSettings(0, 1e-9, 0), new float[size]);
    float[] up = new float[size];
    Arrays.fill(up, -1); // with a decay of 0 every step is 1, whatever the gradient
    Thread[] threads = new Thread[4];
    for (int t = 0; t < threads.length; t++) {
      threads[t] =
          new Thread(
              () -> {
                float[] own = new float[size];
                for (int u = 0; u < updates; u++) {
                  shared.read(own);
                  shared.step(up, 1, 1);
                }
              });
      threads[t].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    float[] all = new float[size];
    shared.read(all);
    for (float value : all) {
      assertThat((double) value).isBetween(1 - 1e-3, threads.length * updates + 1e-3);
      assertThat((double) value).isCloseTo(Math.rint(value), within(1e-3));
    }
  }
}
