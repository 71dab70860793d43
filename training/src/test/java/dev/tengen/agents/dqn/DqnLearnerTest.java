package dev.tengen.agents.dqn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.agents.algorithm.Task;
import dev.tengen.agents.algorithm.TrainingMonitor;
import dev.tengen.agents.env.VectorEnvironment;
import dev.tengen.game.UserError;
import dev.tengen.training.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DqnLearnerTest {

  private static final Task CARTPOLE = new Task("CartPole-v1", 500, 7);

  private static void train(DqnLearner learner, long until) {
    TrainingMonitor silent = new TrainingMonitor(0, 50, (step, figures) -> {});
    learner.train(until, silent, StopSignal.onRequest());
    assertThat(learner.steps()).isEqualTo(until);
  }

  private static float[] trained(Task task, DqnSettings settings, long... until) {
    try (DqnLearner learner = DqnLearner.create(task, settings)) {
      for (long each : until) {
        train(learner, each);
      }
      return learner.parameters();
    }
  }

  private static TestSettings settings(boolean rainbow) {
    TestSettings with = rainbow ? TestSettings.rainbow() : new TestSettings();
    with.batchSize = 16;
    return with;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void sameSeedSameRun(boolean rainbow) {
    DqnSettings settings = settings(rainbow).settings();
    float[] once = trained(CARTPOLE, settings, 500);
    assertThat(trained(CARTPOLE, settings, 500)).containsExactly(once);
    assertThat(trained(new Task("CartPole-v1", 500, 8), settings, 500)).isNotEqualTo(once);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aRestoredLearnerGoesOnAsIfNothingHadHappened(boolean rainbow, @TempDir Path folder)
      throws IOException {
    DqnSettings settings = settings(rainbow).settings();
    float[] expected = trained(CARTPOLE, settings, 300, 500);
    try (DqnLearner first = DqnLearner.create(CARTPOLE, settings)) {
      train(first, 300);
      first.save(folder);
    }
    try (DqnLearner second = DqnLearner.restore(CARTPOLE, settings, folder)) {
      assertThat(second.steps()).isEqualTo(300);
      train(second, 500);
      assertThat(second.parameters()).containsExactly(expected);
    }
  }

  @Test
  void whoOnlyPlaysNeedsNoReplayMemory(@TempDir Path folder) throws IOException {
    DqnSettings settings = settings(false).settings();
    try (DqnLearner learner = DqnLearner.create(CARTPOLE, settings)) {
      train(learner, 300);
      learner.saveToPlay(folder);
      assertThat(folder.resolve("replay.bin")).doesNotExist();
      try (DqnLearner player = DqnLearner.restore(CARTPOLE, settings, folder)) {
        assertThat(player.parameters()).containsExactly(learner.parameters());
      }
    }
  }

  @Test
  void oneUpdateForSoManySteps() {
    TestSettings with = settings(false);
    with.learningStarts = 100;
    try (DqnLearner learner = DqnLearner.create(CARTPOLE, with.settings())) {
      train(learner, 300);
      assertThat(learner.updates()).isEqualTo((300 - 100) / 2 + 1);
      assertThat(learner.remembered()).isEqualTo(300);
    }
  }

  @Test
  void severalEnvironmentsAtOnce() {
    TestSettings with = settings(false);
    with.environments = 4;
    try (DqnLearner learner = DqnLearner.create(CARTPOLE, with.settings())) {
      train(learner, 400);
      assertThat(learner.remembered()).isEqualTo(400);
    }
  }

  @Test
  void actsLegally() {
    Task task = new Task("TicTacToe", 300, 1);
    TestSettings with = settings(false);
    try (DqnLearner learner = DqnLearner.create(task, with.settings())) {
      train(learner, 300); // an illegal action would throw
      VectorEnvironment environments = task.newEnvironments(4, 1);
      int[] actions = new int[4];
      for (int step = 0; step < 50; step++) {
        learner.actor(4).act(environments, actions);
        for (int i = 0; i < 4; i++) {
          assertThat(environments.legalActions()[i * 9 + actions[i]]).isTrue();
        }
        environments.step(actions);
      }
    }
  }

  @Test
  void aLossThatIsNoNumberStopsTheRun() {
    TestSettings with = settings(false);
    with.learningRate = 1e30;
    with.errorClip = 0;
    try (DqnLearner learner = DqnLearner.create(CARTPOLE, with.settings())) {
      assertThatThrownBy(() -> train(learner, 500))
          .isInstanceOf(UserError.class)
          .hasMessageMatching("DQN diverged at step \\d+, seed 7: the loss is .*");
    }
  }

  @Test
  void refusesWhatItCannotRead(@TempDir Path folder) throws IOException {
    DqnSettings settings = settings(false).settings();
    assertThatThrownBy(() -> DqnLearner.restore(CARTPOLE, settings, folder))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no such file");
    try (DqnLearner learner = DqnLearner.create(CARTPOLE, settings)) {
      learner.save(folder);
    }
    Task other = new Task("Acrobot-v1", 500, 7);
    assertThatThrownBy(() -> DqnLearner.restore(other, settings, folder))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("of another network: body.0.weight has shape [4, 16]");
    Path file = folder.resolve("dqn.safetensors");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);
    assertThatThrownBy(() -> DqnLearner.restore(CARTPOLE, settings, folder))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("damaged");
  }
}
