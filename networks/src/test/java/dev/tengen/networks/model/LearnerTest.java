package dev.tengen.networks.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.tengen.game.UserError;
import dev.tengen.networks.Network;
import dev.tengen.networks.NetworkConfig;
import dev.tengen.networks.TestNetworks.Batch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LearnerTest {

  private static final NetworkConfig CONFIG = new NetworkConfig(5, 2, 8, 16);
  private static final LearnerConfig SGD = LearnerConfig.alphaGoZero();
  private static final LearnerConfig ADAM = SGD.withOptimizer(new Optimizer.Adam());

  @TempDir Path folder;

  static List<LearnerConfig> learners() {
    return List.of(
        SGD, ADAM, SGD.withTowers(2).withMaxGradientNorm(1), SGD.withPrecision(Precision.BFLOAT16));
  }

  @ParameterizedTest
  @MethodSource("learners")
  void learnsAFixedBatchByHeart(LearnerConfig config) {
    Batch batch = Batch.random(CONFIG, 32, 1);
    try (Learner learner = Learner.from(Network.random(CONFIG, 2), config)) {
      LossReport first = step(learner, batch);
      for (int i = 0; i < 300; i++) {
        step(learner, batch);
      }
      LossReport last = step(learner, batch);
      assertThat(first.value()).isCloseTo(1, within(0.2f));
      assertThat(last.value()).isLessThan(0.1f);
      assertThat(last.policy() - last.targetEntropy())
          .isLessThan(0.5f * (first.policy() - first.targetEntropy()));
      assertThat(last.policyAccuracy()).isGreaterThan(0.8f);
      LossReport asItWouldPlay = evaluate(learner, batch);
      assertThat(asItWouldPlay.value()).isLessThan(0.3f);
      assertThat(asItWouldPlay.policyAccuracy()).isGreaterThan(0.5f);
      assertThat(learner.steps()).isEqualTo(302);
    }
  }

  @ParameterizedTest
  @MethodSource("learners")
  void goesOnWhereItStopped(LearnerConfig config) throws IOException {
    Path file = folder.resolve("learner.safetensors");
    List<LossReport> expected = new ArrayList<>();
    List<LossReport> resumed = new ArrayList<>();
    try (Learner learner = Learner.from(Network.random(CONFIG, 3), config)) {
      train(learner, 0, 5);
      learner.save(file);
      expected.addAll(train(learner, 5, 5));
    }
    try (Learner learner = Learner.restore(file, config)) {
      assertThat(learner.steps()).isEqualTo(5);
      resumed.addAll(train(learner, 5, 5));
    }
    assertThat(resumed).isEqualTo(expected);
  }

  private static List<LossReport> train(Learner learner, int from, int count) {
    List<LossReport> reports = new ArrayList<>();
    for (int i = from; i < from + count; i++) {
      reports.add(step(learner, Batch.random(CONFIG, 16, i)));
    }
    return reports;
  }

  @Test
  void exportsTheNetworkItEvaluates() {
    Batch batch = Batch.random(CONFIG, 16, 5);
    try (Learner learner = Learner.from(Network.random(CONFIG, 4), ADAM)) {
      train(learner, 0, 20);
      Network network = learner.network("after twenty");
      assertThat(network.info().trainingSteps()).isEqualTo(20);
      assertThat(network.info().description()).isEqualTo("after twenty");
      float[][] opinions = FoldedInferenceTest.folded(network, batch, Precision.FLOAT32);
      double error = 0;
      for (int i = 0; i < batch.count(); i++) {
        error += Math.pow(batch.z()[i] - opinions[1][i], 2) / batch.count();
      }
      assertThat((float) error).isCloseTo(evaluate(learner, batch).value(), within(1e-5f));
    }
  }

  @Test
  void towersChangeOnlyTheNormalisation() {
    Batch batch = Batch.random(CONFIG, 64, 6);
    Network network = Network.random(CONFIG, 5);
    try (Learner one = Learner.from(network, SGD);
        Learner two = Learner.from(network, SGD.withTowers(2));
        Learner three = Learner.from(network, SGD.withTowers(3))) {
      LossReport whole = evaluate(one, batch);
      for (Learner split : List.of(two, three)) {
        LossReport parts = evaluate(split, batch);
        assertThat(parts.total()).isCloseTo(whole.total(), within(1e-5f));
        assertThat(parts.policyEntropy()).isCloseTo(whole.policyEntropy(), within(1e-5f));
        assertThat(step(split, batch).total()).isCloseTo(step(one, batch).total(), within(0.05f));
      }
      assertThatThrownBy(() -> step(three, Batch.random(CONFIG, 2, 1)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("each of 3 towers");
    }
  }

  @Test
  void bfloat16LearnsLikeFloat32() {
    Network network = Network.random(CONFIG, 8);
    try (Learner full = Learner.from(network, SGD);
        Learner half = Learner.from(network, SGD.withPrecision(Precision.BFLOAT16))) {
      for (int i = 0; i < 40; i++) {
        Batch batch = Batch.random(CONFIG, 64, i % 4);
        LossReport expected = step(full, batch);
        LossReport actual = step(half, batch);
        assertThat(actual.policy()).isCloseTo(expected.policy(), within(0.1f));
        assertThat(actual.value()).isCloseTo(expected.value(), within(0.1f));
        if (i == 0) {
          assertThat(actual.gradientNorm())
              .isNotEqualTo(expected.gradientNorm())
              .isCloseTo(expected.gradientNorm(), withinPercentage(5));
        }
      }
    }
  }

  @Test
  void clippingBoundsTheStep() {
    Batch batch = Batch.random(CONFIG, 16, 7);
    Network network = Network.random(CONFIG, 6);
    LearnerConfig plain = SGD.withOptimizer(new Optimizer.Momentum(0));
    try (Learner free = Learner.from(network, plain);
        Learner clipped = Learner.from(network, plain.withMaxGradientNorm(0.01f))) {
      float norm = step(free, batch).gradientNorm();
      assertThat(norm).isGreaterThan(0.1f);
      assertThat(step(clipped, batch).gradientNorm()).isEqualTo(norm);
      assertThat(distance(network, free.network(""))).isCloseTo(0.02 * norm, within(1e-4));
      assertThat(distance(network, clipped.network(""))).isCloseTo(0.02 * 0.01, within(1e-6));
    }
  }

  private static double distance(Network a, Network b) {
    double sum = 0;
    for (String name : a.weights().keySet()) {
      if (dev.tengen.networks.WeightLayout.isTrainable(name)) {
        for (int i = 0; i < a.values(name).length; i++) {
          sum += Math.pow(a.values(name)[i] - b.values(name)[i], 2);
        }
      }
    }
    return Math.sqrt(sum);
  }

  @Test
  void badCheckpoints() throws IOException {
    Path file = folder.resolve("learner.safetensors");
    assertFails(file, SGD, "no learner checkpoint at");
    try (Learner learner = Learner.from(Network.random(CONFIG, 3), SGD)) {
      learner.save(file);
    }
    assertFails(file, ADAM, "was written with optimizer momentum, not adam");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 100] ^= 1;
    Files.write(file, bytes);
    assertFails(file, SGD, "do not match their checksum");
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertFails(file, SGD, "cut short");
  }

  private static void assertFails(Path file, LearnerConfig config, String message) {
    assertThatThrownBy(() -> Learner.restore(file, config).close())
        .isInstanceOf(UserError.class)
        .hasMessageContaining(message);
  }

  private static LossReport step(Learner learner, Batch batch) {
    return learner.train(batch.planes(), batch.pi(), batch.z(), batch.count(), 0.02f);
  }

  private static LossReport evaluate(Learner learner, Batch batch) {
    return learner.evaluate(batch.planes(), batch.pi(), batch.z(), batch.count());
  }
}
