package dev.tengen.networks.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tengen.networks.Network;
import dev.tengen.networks.NetworkConfig;
import dev.tengen.networks.TensorFlowRuntime;
import dev.tengen.networks.TestNetworks;
import dev.tengen.networks.TestNetworks.Batch;
import dev.tengen.networks.WeightArray;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;

/** The graph's gradients against finite differences of its loss, weight array by weight array. */
class GradientTest {

  private static final float STEP = 0.003f;
  private static final int COUNT = 8;

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void agreesWithFiniteDifferences(int towers) {
    NetworkConfig config = new NetworkConfig(4, 2, 6, 8);
    LearnerConfig learning =
        LearnerConfig.alphaGoZero().withL2(0.01f).withValueWeight(0.7f).withTowers(towers);
    Network network = TestNetworks.lively(config, 11);
    SplittableRandom random = new SplittableRandom(1);
    try (Probe probe = new Probe(config, learning, Batch.random(config, COUNT, 12))) {
      Map<String, float[]> gradients = probe.gradients(network);
      assertThat(gradients).hasSize(7 * 3 + 3 * 2);
      gradients.forEach(
          (name, gradient) -> {
            float[] along = unit(gradient);
            assertThat(probe.slope(network, name, along))
                .as("%s, steepest", name)
                .isCloseTo(dot(gradient, along), within(0.02 * norm(gradient) + 1e-3));
            float[] anywhere = new float[gradient.length];
            for (int i = 0; i < anywhere.length; i++) {
              anywhere[i] = (float) random.nextGaussian();
            }
            anywhere = unit(anywhere);
            assertThat(probe.slope(network, name, anywhere))
                .as("%s, some direction", name)
                .isCloseTo(dot(gradient, anywhere), within(0.02 * norm(gradient) + 1e-3));
          });
      double squares = 0;
      for (float[] gradient : gradients.values()) {
        squares += dot(gradient, gradient);
      }
      assertThat((double) probe.report(network)[7]).isCloseTo(Math.sqrt(squares), within(1e-4));
      float[] report = probe.report(network);
      assertThat(report[3])
          .as("total")
          .isCloseTo(report[0] + 0.7f * report[1] + report[2], within(1e-5f));
      assertThat((double) report[2]).as("l2").isCloseTo(0.01 * squares(network), within(1e-3));
    }
  }

  private static double squares(Network network) {
    double sum = 0;
    for (Map.Entry<String, WeightArray> entry : network.weights().entrySet()) {
      if (!entry.getKey().matches(".*(mean|variance)")) {
        sum += dot(entry.getValue().values(), entry.getValue().values());
      }
    }
    return sum;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  private static double norm(float[] a) {
    return Math.sqrt(dot(a, a));
  }

  private static float[] unit(float[] a) {
    float[] result = a.clone();
    double norm = norm(a);
    for (int i = 0; i < a.length; i++) {
      result[i] /= (float) norm;
    }
    return result;
  }

  /** A training graph that is asked but never stepped. */
  private static final class Probe implements AutoCloseable {
    private final TrainingGraph graph;
    private final Session session;
    private final BatchTensors batch;
    private final Optimizer optimizer;
    private final TFloat32 scale = TFloat32.scalarOf(1f / COUNT);

    Probe(NetworkConfig config, LearnerConfig learning, Batch data) {
      graph = new TrainingGraph(config, learning);
      optimizer = learning.optimizer();
      session = new Session(graph.graph(), TensorFlowRuntime.onOwnThreads(1));
      batch = new BatchTensors(graph);
      batch.fill(data.planes(), data.pi(), data.z(), COUNT);
    }

    Map<String, float[]> gradients(Network at) {
      set(at);
      Session.Runner runner = batch.feed(session.runner()).feed(graph.scale(), scale);
      graph.gradients().values().forEach(runner::fetch);
      Map<String, float[]> result = new LinkedHashMap<>();
      try (Result fetched = runner.run()) {
        for (String name : graph.gradients().keySet()) {
          result.put(name, FoldedInferenceTest.floats(fetched, result.size()));
        }
      }
      return result;
    }

    private void set(Network at) {
      graph.variables().set(session, Learner.freshState(at, optimizer));
    }

    float[] report(Network at) {
      set(at);
      try (Result fetched =
          batch
              .feed(session.runner())
              .feed(graph.scale(), scale)
              .fetch(graph.trainingReport())
              .run()) {
        return FoldedInferenceTest.floats(fetched, 0);
      }
    }

    /** The central difference quotient of the total loss when one array moves. */
    double slope(Network at, String name, float[] direction) {
      return (moved(at, name, direction, STEP) - moved(at, name, direction, -STEP)) / (2 * STEP);
    }

    private double moved(Network at, String name, float[] direction, float by) {
      float[] values = at.values(name).clone();
      for (int i = 0; i < values.length; i++) {
        values[i] += by * direction[i];
      }
      Map<String, WeightArray> weights = new LinkedHashMap<>(at.weights());
      weights.put(name, new WeightArray(at.weights().get(name).shape(), values));
      return report(new Network(at.info(), weights))[3];
    }

    @Override
    public void close() {
      session.close();
      graph.close();
      batch.close();
      scale.close();
    }
  }
}
