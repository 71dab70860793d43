package dev.tengen.networks.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.game.Snapshot;
import dev.tengen.networks.Network;
import dev.tengen.networks.NetworkConfig;
import dev.tengen.networks.TestGames;
import dev.tengen.networks.TestNetworks.Batch;
import dev.tengen.networks.model.Learner;
import dev.tengen.networks.model.LearnerConfig;
import dev.tengen.networks.model.Optimizer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/**
 * Nothing native stays behind. Pointers that Java holds to native objects are counted by JavaCPP;
 * what TensorFlow holds itself shows in the resident size.
 */
class NativeMemoryTest {

  private static final NetworkConfig CONFIG = new NetworkConfig(5, 1, 4, 4);
  private static final long MEGABYTE = 1 << 20;

  @Test
  void theCountSeesWhatIsLeftOpen() {
    long before = Pointer.totalCount();
    List<TFloat32> open = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      open.add(TFloat32.tensorOf(Shape.of(10)));
    }
    assertThat(Pointer.totalCount() - before).isGreaterThanOrEqualTo(50);
    open.forEach(TFloat32::close);
    assertThat(Pointer.totalCount() - before).isLessThan(50);
  }

  @Test
  void flatOverTenThousandBatchesOfInference() {
    Snapshot[] snapshots = TestGames.snapshots(5, 16, 1);
    float[] logits = new float[16 * 26];
    float[] values = new float[16];
    try (NetworkEvaluator evaluator = new NetworkEvaluator(Network.random(CONFIG, 1))) {
      assertFlat(
          10_000,
          i -> evaluator.evaluate(snapshots, i % 100 < 90 ? 16 : 1 + i % 16, logits, values));
      assertThat(evaluator.calls()).isGreaterThan(10_000);
    }
  }

  @Test
  void flatOverTwoThousandStepsOfTraining() {
    Batch batch = Batch.random(CONFIG, 16, 2);
    LearnerConfig config =
        LearnerConfig.alphaGoZero().withOptimizer(new Optimizer.Adam()).withTowers(2);
    try (Learner learner = Learner.from(Network.random(CONFIG, 1), config)) {
      assertFlat(
          2_000,
          i -> {
            int count = i % 100 < 95 ? 16 : 2 + i % 15;
            learner.train(batch.planes(), batch.pi(), batch.z(), count, 1e-3f);
            if (i % 100 == 0) {
              learner.evaluate(batch.planes(), batch.pi(), batch.z(), 16);
              learner.network("");
            }
          });
    }
  }

  @Test
  void openingAndClosingLeavesNothing() {
    Network network = Network.random(CONFIG, 1);
    assertFlat(
        10,
        i -> {
          new NetworkEvaluator(network).close();
          Learner.from(network, LearnerConfig.alphaGoZero()).close();
        });
  }

  private interface Work {
    void once(int i);
  }

  private static void assertFlat(int times, Work work) {
    for (int i = 0; i < times / 4 + 20; i++) {
      work.once(i);
    }
    long pointers = Pointer.totalCount();
    long bytes = Pointer.totalBytes();
    long resident = Pointer.physicalBytes();
    for (int i = 0; i < times; i++) {
      work.once(i);
    }
    assertThat(Pointer.totalCount() - pointers).as("pointers").isLessThan(20);
    assertThat(Pointer.totalBytes() - bytes).as("bytes of pointers").isLessThan(MEGABYTE);
    assertThat(Pointer.physicalBytes() - resident).as("resident").isLessThan(100 * MEGABYTE);
  }
}
