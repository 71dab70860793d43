package dev.tengen.networks.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tengen.networks.Network;
import dev.tengen.networks.NetworkConfig;
import dev.tengen.networks.TensorFlowRuntime;
import dev.tengen.networks.TestNetworks;
import dev.tengen.networks.TestNetworks.Batch;
import dev.tengen.networks.WeightLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/** Normalisation folded into convolutions, against the training graph with running statistics. */
class FoldedInferenceTest {

  @ParameterizedTest
  @CsvSource({"9, 4, 32, 8, 1e-5", "9, 20, 256, 2, 1e-4", "2, 1, 3, 5, 1e-5"})
  void equalsTheTrainingGraph(int board, int blocks, int channels, int count, float tolerance) {
    NetworkConfig config = new NetworkConfig(board, blocks, channels, channels);
    Network network = TestNetworks.lively(config, 3);
    Batch batch = Batch.random(config, count, 4);
    float[][] unfolded = unfolded(network, batch);
    float[][] folded = folded(network, batch, Precision.FLOAT32);
    assertThat(spread(unfolded[0])).as("logits that differ").isGreaterThan(0.1f);
    assertThat(spread(unfolded[1])).as("values that differ").isGreaterThan(0.01f);
    assertThat(folded[0]).hasSize(count * config.actionCount());
    assertThat(folded[1]).hasSize(count);
    assertThat(largest(folded[1])).isLessThanOrEqualTo(1);
    for (int i = 0; i < 2; i++) {
      assertThat(folded[i]).containsExactly(unfolded[i], within(tolerance));
    }
  }

  @Test
  void bfloat16IsClose() {
    NetworkConfig config = new NetworkConfig(9, 4, 32, 32);
    Network network = TestNetworks.lively(config, 3);
    Batch batch = Batch.random(config, 8, 4);
    float[][] full = folded(network, batch, Precision.FLOAT32);
    float[][] half = folded(network, batch, Precision.BFLOAT16);
    assertThat(half[0]).containsExactly(full[0], within(0.2f)).isNotEqualTo(full[0]);
    assertThat(half[1]).containsExactly(full[1], within(0.05f));
  }

  @Test
  void float16IsCloser() {
    NetworkConfig config = new NetworkConfig(5, 2, 8, 8);
    Network network = TestNetworks.lively(config, 3);
    Batch batch = Batch.random(config, 4, 4);
    float[][] full = folded(network, batch, Precision.FLOAT32);
    float[][] half = folded(network, batch, Precision.FLOAT16);
    assertThat(half[0]).containsExactly(full[0], within(0.02f)).isNotEqualTo(full[0]);
    assertThat(half[1]).containsExactly(full[1], within(0.01f));
  }

  @Test
  void anUntrainedNetworkHasNoOpinionAtAnyDepth() {
    NetworkConfig config = new NetworkConfig(5, 30, 8, 16);
    float[][] opinions =
        folded(Network.random(config, 1), Batch.random(config, 16, 2), Precision.FLOAT32);
    assertThat(largest(opinions[0])).isLessThan(0.3f);
    assertThat(largest(opinions[1])).isLessThan(0.3f);
    assertThat(WeightLayout.of(config).units()).hasSize(63);
  }

  private static float largest(float[] values) {
    float max = 0;
    for (float value : values) {
      max = Math.max(max, Math.abs(value));
    }
    return max;
  }

  private static float spread(float[] values) {
    float min = Float.POSITIVE_INFINITY;
    float max = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
    return max - min;
  }

  static float[][] folded(Network network, Batch batch, Precision precision) {
    try (InferenceGraph graph = new InferenceGraph(network, precision);
        TFloat32 planes = planes(network.config(), batch);
        Result result = graph.run(planes)) {
      return new float[][] {floats(result, 0), floats(result, 1)};
    }
  }

  private static float[][] unfolded(Network network, Batch batch) {
    try (TrainingGraph graph = new TrainingGraph(network.config(), LearnerConfig.alphaGoZero());
        Session session = new Session(graph.graph(), TensorFlowRuntime.onOwnThreads(1));
        TFloat32 planes = planes(network.config(), batch)) {
      graph
          .variables()
          .set(session, Learner.freshState(network, LearnerConfig.alphaGoZero().optimizer()));
      TrainingGraph.Part part = graph.parts().get(0);
      try (Result result =
          session
              .runner()
              .feed(part.planes(), planes)
              .fetch(part.evaluation().logits())
              .fetch(part.evaluation().value())
              .run()) {
        return new float[][] {floats(result, 0), floats(result, 1)};
      }
    }
  }

  private static TFloat32 planes(NetworkConfig config, Batch batch) {
    int n = config.boardSize();
    return TFloat32.tensorOf(
        Shape.of(batch.count(), n, n, config.planes()), DataBuffers.of(batch.planes()));
  }

  static float[] floats(Result result, int index) {
    TFloat32 tensor = (TFloat32) result.get(index);
    float[] values = new float[(int) tensor.size()];
    tensor.asRawTensor().data().asFloats().read(values);
    return values;
  }
}
