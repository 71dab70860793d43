package dev.tengen.agents.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tengen.agents.algorithm.Algorithm;
import dev.tengen.agents.algorithm.Task;
import dev.tengen.agents.algorithm.TrainingMonitor;
import dev.tengen.game.UserError;
import dev.tengen.training.StopSignal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TabularLearnerTest {

  @TempDir private Path folder;

  private static TabularSettings settings(double discount, double initial, double epsilon) {
    return new TabularSettings(0.5, 0, discount, initial, epsilon, epsilon, 1);
  }

  private static TrainingMonitor monitor() {
    return new TrainingMonitor(0, 1, (step, figures) -> {});
  }

  private static void train(Algorithm algorithm, long until) {
    algorithm.train(until, monitor(), StopSignal.onRequest());
  }

  private ActionValues valuesOf(Algorithm algorithm) throws Exception {
    Path into = Files.createTempDirectory(folder, "saved");
    algorithm.save(into);
    return ActionValues.load(into.resolve(TabularLearner.FILE)).values();
  }

  /** Catch on 2 x 1 cells: one step, always caught. State 0, then 1. */
  @Test
  void nothingFollowsTheEnd() throws Exception {
    Task task = new Task("Catch:rows=2,columns=1", 100, 1);
    Algorithm algorithm = Tabular.Q_LEARNING.create(task, settings(0.9, 10, 0));
    train(algorithm, 3); // each of the three actions once: the untried look better
    ActionValues values = valuesOf(algorithm);
    for (int action = 0; action < 3; action++) {
      assertThat(values.get(0, action)).isEqualTo(10 + 0.5 * (1 - 10));
      assertThat(values.get(1, action)).isEqualTo(10);
    }
  }

  /** Deep Sea on 3 x 3 cells, cut off after the first step. State 0, then 3 or 4. */
  @Test
  void beingCutOffIsNotTheEnd() throws Exception {
    Task task = new Task("DeepSea:size=3,limit=1", 100, 1);
    Algorithm algorithm = Tabular.Q_LEARNING.create(task, settings(0.9, 10, 0));
    train(algorithm, 2);
    ActionValues values = valuesOf(algorithm);
    assertThat(values.get(0, 0)).isCloseTo(10 + 0.5 * (0.9 * 10 - 10), within(1e-12));
    assertThat(values.get(0, 1)).isCloseTo(10 + 0.5 * (0.9 * 10 - 0.01 / 3 - 10), within(1e-12));
  }

  /** Deep Sea's second row: where both have learned that left is worth 0 and right is not. */
  @Test
  void sarsaLearnsWhatItDoesAndQLearningWhatIsBest() throws Exception {
    Task task = new Task("DeepSea:size=2", 20_000, 1);
    TabularSettings random = new TabularSettings(0.02, 0, 1, 0, 1, 1, 1);
    Algorithm q = Tabular.Q_LEARNING.create(task, random);
    Algorithm sarsa = Tabular.SARSA.create(task, random);
    train(q, 20_000);
    train(sarsa, 20_000);
    double right = 1 - 0.005;
    assertThat(valuesOf(q).get(0, 1)).isCloseTo(right - 0.005, within(0.01));
    assertThat(valuesOf(sarsa).get(0, 1)).isCloseTo(right / 2 - 0.005, within(0.15));
  }

  @Test
  void masksHoldInTrainingAndInPlay() throws Exception {
    Task task = new Task("TicTacToe", 20_000, 1); // refuses what is illegal
    Algorithm algorithm = Tabular.Q_LEARNING.create(task, settings(1, 0, 0.5));
    train(algorithm, 20_000);
    assertThat(algorithm.steps()).isBetween(20_000L, 20_005L);
    assertThat(algorithm.greedyTable()).isEmpty();
  }

  @Test
  void whatWasSavedGoesOnTheSame() throws Exception {
    Task task = new Task("FrozenLake-v1", 40_000, 3);
    Algorithm whole = Tabular.SARSA.create(task, settings(0.99, 0, 0.3));
    train(whole, 10_000);
    Files.createDirectories(folder.resolve("a"));
    whole.save(folder.resolve("a"));
    Algorithm restored = Tabular.SARSA.restore(task, settings(0.99, 0, 0.3), folder.resolve("a"));
    assertThat(restored.steps()).isEqualTo(whole.steps());
    train(whole, 20_000);
    train(restored, 20_000);
    ActionValues expected = valuesOf(whole);
    ActionValues actual = valuesOf(restored);
    for (int i = 0; i < 64; i++) {
      assertThat(actual.get(i / 4, i % 4)).isEqualTo(expected.get(i / 4, i % 4));
    }
  }

  @Test
  void schedulesRunOverTheTraining() {
    TabularSettings settings = new TabularSettings(0.8, 0.5, 1, 0, 1, 0.1, 0.5);
    assertThat(settings.epsilon(0, 1000)).isEqualTo(1);
    assertThat(settings.epsilon(250, 1000)).isCloseTo(0.55, within(1e-12));
    assertThat(settings.epsilon(500, 1000)).isEqualTo(0.1);
    assertThat(settings.epsilon(900, 1000)).isEqualTo(0.1);
    assertThat(settings.rate(1)).isEqualTo(0.8);
    assertThat(settings.rate(4)).isCloseTo(0.4, within(1e-12));
  }

  @Test
  void needsStatesThatCanBeNumbered() {
    Task task = new Task("CartPole-v1", 100, 1);
    assertThatThrownBy(() -> Tabular.SARSA.create(task, settings(1, 0, 0)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("sarsa needs states that can be numbered, and CartPole-v1 shows 4");
  }
}
