package dev.tengen.agents.actorcritic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tengen.agents.algorithm.Actor;
import dev.tengen.agents.algorithm.Algorithm;
import dev.tengen.agents.algorithm.AlgorithmType;
import dev.tengen.agents.algorithm.Task;
import dev.tengen.agents.algorithm.TrainingMonitor;
import dev.tengen.agents.env.VectorEnvironment;
import dev.tengen.game.UserError;
import dev.tengen.networks.nn.Body;
import dev.tengen.training.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for each of the algorithms as a whole. */
class LearnersTest {

  private static final Body BODY = new Body(List.of(), List.of(16), Body.Activation.TANH);
  private static final RmsPropSettings RMS = new RmsPropSettings(0.99, 1e-5, 0);

  @TempDir private Path folder;

  private enum Kind {
    A2C {
      @Override
      Algorithm make(Task task, Path saved, double rate) throws IOException {
        A2cSettings settings =
            new A2cSettings(BODY, true, 4, 5, 0.5, 1, false, 0.01, 0.5, rate, false, RMS, 0.5);
        return make(new A2cType(), task, settings, saved);
      }
    },
    A3C {
      @Override
      Algorithm make(Task task, Path saved, double rate) throws IOException {
        return make(new A3cType(), task, a3c(0, 1, rate), saved);
      }
    },
    A3C_LSTM {
      @Override
      Algorithm make(Task task, Path saved, double rate) throws IOException {
        return make(new A3cType(), task, a3c(8, 1, rate), saved);
      }
    },
    REINFORCE {
      @Override
      Algorithm make(Task task, Path saved, double rate) throws IOException {
        ReinforceSettings settings =
            new ReinforceSettings(BODY, 2, 40, 0.5, true, false, 0.01, rate, false, RMS, 0.5);
        return make(new ReinforceType(), task, settings, saved);
      }
    };

    /** A new one, or one from a folder. */
    abstract Algorithm make(Task task, Path saved, double rate) throws IOException;

    static A3cSettings a3c(int memory, int threads, double rate) {
      return new A3cSettings(BODY, false, memory, threads, 5, 0.5, 0.01, 0.5, rate, false, RMS, 40);
    }

    static <S extends Record> Algorithm make(
        AlgorithmType<S> type, Task task, S settings, Path saved) throws IOException {
      return saved == null ? type.create(task, settings) : type.restore(task, settings, saved);
    }
  }

  private static void train(Algorithm algorithm, long until) {
    TrainingMonitor monitor = new TrainingMonitor(0, 100, (step, figures) -> {});
    algorithm.train(until, monitor, StopSignal.onRequest());
  }

  private byte[] bytes(Algorithm algorithm, String name) throws IOException {
    Path saved = Files.createDirectories(folder.resolve(name));
    algorithm.save(saved);
    return Files.readAllBytes(saved.resolve("learner.safetensors"));
  }

  @ParameterizedTest
  @EnumSource
  void sameSeedSameRunAndGoesOnAsIfNothingHadBeen(Kind kind) throws IOException {
    Task task = new Task("CartPole-v1", 2000, 7);
    try (Algorithm first = kind.make(task, null, 1e-3);
        Algorithm second = kind.make(task, null, 1e-3);
        Algorithm other = kind.make(new Task("CartPole-v1", 2000, 8), null, 1e-3)) {
      train(first, 500);
      train(second, 500);
      train(other, 500);
      byte[] middle = bytes(first, "middle");
      assertThat(bytes(second, "second")).isEqualTo(middle);
      assertThat(bytes(other, "other")).isNotEqualTo(middle);
      train(first, 1000);
      try (Algorithm restored = kind.make(task, folder.resolve("middle"), 1e-3)) {
        train(restored, 1000);
        assertThat(restored.steps()).isEqualTo(first.steps()).isBetween(1000L, 1100L);
        assertThat(bytes(restored, "restored")).isEqualTo(bytes(first, "first"));
      }
    }
  }

  /**
   * Every episode is cut off after its first step, which earned 1: with a discount of 1/2 a value
   * is 1 + V/2 = 2. Were nothing to follow, it would be 1. (A network that remembers tells the
   * first step from the second, of which it learns nothing here.)
   */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "A3C_LSTM")
  void timeThatIsUpIsNotTheEndOfTheTask(Kind kind) throws IOException {
    Task task = new Task("CartPole-v1:limit=1", 1_000_000, 1);
    try (Algorithm algorithm = kind.make(task, null, 0.01)) {
      train(algorithm, kind == Kind.REINFORCE ? 1000 : 4000);
      assertThat(value(algorithm, task)).isCloseTo(2, within(0.2));
    }
  }

  /**
   * Every episode ends after its only step, which can always earn 1: that is what the beginning is
   * worth. Were something to follow, it would be 1 + V/2 = 2.
   */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "A3C_LSTM")
  void nothingFollowsTheEndOfTheTask(Kind kind) throws IOException {
    Task task = new Task("Catch:rows=2,columns=3", 1_000_000, 1);
    try (Algorithm algorithm = kind.make(task, null, 0.005)) {
      train(algorithm, 5000);
      assertThat(value(algorithm, task)).isCloseTo(1, within(0.3));
    }
  }

  /** What a task's beginning is worth. */
  private double value(Algorithm algorithm, Task task) throws IOException {
    bytes(algorithm, "value");
    SavedLearner saved = SavedLearner.read(folder.resolve("value"));
    boolean own = saved.arrays().containsKey("value.body.0.weight");
    PolicyNetwork network = Networks.forTask(task, BODY, own, 0);
    float[] parameters = network.layout().flat(saved.arrays());
    PolicyNetwork.Plain plain = network.new Plain();
    plain.look(parameters, task.newEnvironments(1, 3).observations(), 0, new float[0]);
    return plain.value(parameters);
  }

  @ParameterizedTest
  @EnumSource
  void learnsToCatch(Kind kind) throws IOException {
    Task task = new Task("Catch:rows=4,columns=3", 1_000_000, 1);
    try (Algorithm algorithm = kind.make(task, null, 0.005)) {
      train(algorithm, 12_000);
      assertThat(greedyReturn(algorithm, task)).isGreaterThan(0.9);
    }
  }

  private static double greedyReturn(Algorithm algorithm, Task task) {
    int count = 30;
    VectorEnvironment environments = task.newEnvironments(count, 99);
    Actor actor = algorithm.actor(count);
    int[] actions = new int[count];
    do {
      actor.act(environments, actions);
      environments.step(actions);
    } while (!environments.isOver(0)); // every episode takes as long
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += environments.episodeReturn(i);
    }
    return sum / count;
  }

  @Test
  void manyThreadsMoveTheSameParameters() throws IOException {
    Task task = new Task("Catch:rows=4,columns=3", 1_000_000, 1);
    try (Algorithm algorithm = Kind.make(new A3cType(), task, Kind.a3c(0, 4, 0.005), null)) {
      train(algorithm, 12_000);
      assertThat(algorithm.steps()).isBetween(12_000L, 12_020L);
      assertThat(greedyReturn(algorithm, task)).isGreaterThan(0.9);
    }
  }

  @ParameterizedTest
  @EnumSource
  void stopsWhereTheLearningDiverges(Kind kind) throws IOException {
    Task task = new Task("CartPole-v1", 2000, 1);
    try (Algorithm algorithm = kind.make(task, null, 1e30)) {
      assertThatThrownBy(() -> train(algorithm, 2000))
          .isInstanceOf(UserError.class)
          .hasMessageMatching("the learning diverged at step \\d+: .*");
    }
  }

  @Test
  void gradientsLongerThanTheirLimitAreScaledToIt() {
    A3cSettings limited = Kind.a3c(0, 1, 1); // to 40
    assertThat(limited.scale(39)).isEqualTo(1);
    assertThat(limited.scale(80)).isEqualTo(0.5);
  }

  @Test
  void learningRatesFallToNothing() {
    assertThat(Annealing.rate(0.4, true, 0, 100)).isEqualTo(0.4);
    assertThat(Annealing.rate(0.4, true, 75, 100)).isEqualTo(0.1);
    assertThat(Annealing.rate(0.4, true, 110, 100)).isZero();
    assertThat(Annealing.rate(0.4, false, 75, 100)).isEqualTo(0.4);
  }

  @Test
  void convolutionsThatDoNotFitAreTheUsersToMend() {
    Body body = new Body(List.of(new Body.Convolution(4, 3, 1)), List.of(8), Body.Activation.RELU);
    assertThatThrownBy(() -> Networks.forTask(new Task("CartPole-v1", 1, 1), body, false, 0))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("network: convolutions need observations of shape");
  }

  @Test
  void saysWhatStableBaselinesSays() {
    Objective objective = new Objective(0.1, 0.5);
    Map<String, Double> figures = new Objective.Report(1, 2, 3, 4).figures(objective, 0.25, 8);
    assertThat(figures)
        .containsEntry("train/loss", 1 - 0.1 * 3 + 0.5 * 2)
        .containsEntry("train/entropy_loss", -3.0)
        .containsEntry("train/value_loss", 2.0)
        .containsEntry("train/n_updates", 8.0);
  }
}
