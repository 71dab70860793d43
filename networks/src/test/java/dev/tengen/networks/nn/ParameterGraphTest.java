package dev.tengen.networks.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tengen.networks.WeightArray;
import dev.tengen.networks.model.Optimizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** A regression over small bodies: sum over outputs of squared errors, meaned over the batch. */
class ParameterGraphTest {

  private static final int BATCH = 5;
  private static final List<Integer> VECTOR = List.of(3);
  private static final List<Integer> PLANES = List.of(4, 3, 2);
  private static final Body CONVOLUTIONAL =
      new Body(List.of(new Body.Convolution(3, 2, 1)), List.of(6), Body.Activation.TANH);

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void gradientsAgreeWithFiniteDifferences(boolean convolutional) {
    Body body = convolutional ? CONVOLUTIONAL : new Body(null, List.of(7, 5), Body.Activation.TANH);
    List<Integer> shape = convolutional ? PLANES : VECTOR;
    try (Regression net = new Regression(body, shape, new Optimizer.Momentum(0), 0)) {
      float[] gradient = net.gradient();
      assertThat(gradient).hasSize(net.flat.length);
      for (int i = 0; i < net.flat.length; i++) {
        float step = 0.01f;
        double slope = (net.lossAt(i, step) - net.lossAt(i, -step)) / (2 * step);
        assertThat((double) gradient[i]).as("parameter %d", i).isCloseTo(slope, within(2e-3));
      }
    }
  }

  @Test
  void plainGradientDescentAndItsLimit() {
    try (Regression net = new Regression(Body.mlp(4), VECTOR, new Optimizer.Momentum(0), 0.5f)) {
      float[] gradient = net.gradient();
      double norm = norm(gradient);
      assertThat(norm).isGreaterThan(0.5);
      float[] before = net.flat.clone();
      float[] after = net.step(0.1f);
      for (int i = 0; i < after.length; i++) {
        assertThat((double) after[i])
            .isCloseTo(before[i] - 0.1 * gradient[i] * 0.5 / norm, within(1e-6));
      }
    }
  }

  @Test
  void rmsPropHasEpsilonInsideTheRoot() {
    Optimizer plain = new Optimizer.RmsProp(0.9f, 0.1f, false);
    try (Regression net = new Regression(Body.mlp(4), VECTOR, plain, 0)) {
      double[] square = new double[net.flat.length];
      for (int step = 0; step < 3; step++) {
        float[] gradient = net.gradient();
        float[] before = net.parameters();
        float[] after = net.step(0.01f);
        for (int i = 0; i < after.length; i++) {
          square[i] += 0.1 * ((double) gradient[i] * gradient[i] - square[i]);
          double moved = before[i] - 0.01 * gradient[i] / Math.sqrt(square[i] + 0.1);
          assertThat((double) after[i]).isCloseTo(moved, within(1e-6));
        }
      }
    }
  }

  @Test
  void centredRmsPropDividesByTheDeviation() {
    Optimizer centred = new Optimizer.RmsProp(0.9f, 0.01f, true);
    try (Regression net = new Regression(Body.mlp(4), VECTOR, centred, 0)) {
      double[] square = new double[net.flat.length];
      double[] mean = new double[net.flat.length];
      for (int step = 0; step < 3; step++) {
        float[] gradient = net.gradient();
        float[] before = net.parameters();
        float[] after = net.step(0.01f);
        for (int i = 0; i < after.length; i++) {
          square[i] += 0.1 * ((double) gradient[i] * gradient[i] - square[i]);
          mean[i] += 0.1 * (gradient[i] - mean[i]);
          double root = Math.sqrt(square[i] - mean[i] * mean[i] + 0.01);
          assertThat((double) after[i])
              .isCloseTo(before[i] - 0.01 * gradient[i] / root, within(1e-6));
        }
      }
    }
  }

  @Test
  void adamCorrectsItsBias() {
    try (Regression net = new Regression(Body.mlp(4), VECTOR, new Optimizer.Adam(), 0)) {
      double[] m = new double[net.flat.length];
      double[] v = new double[net.flat.length];
      for (int step = 1; step <= 3; step++) {
        float[] gradient = net.gradient();
        float[] before = net.parameters();
        float[] after = net.step(0.01f);
        for (int i = 0; i < after.length; i++) {
          m[i] += 0.1 * (gradient[i] - m[i]);
          v[i] += 0.001 * ((double) gradient[i] * gradient[i] - v[i]);
          double mean = m[i] / (1 - Math.pow(0.9, step));
          double root = Math.sqrt(v[i] / (1 - Math.pow(0.999, step)));
          double moved = before[i] - 0.01 * mean / (root + 1e-8);
          // Where the gradient is as small as epsilon, float rounding decides the direction.
          double slack = Math.abs(gradient[i]) > 1e-4 ? 2e-6 : 0.011;
          assertThat((double) after[i]).isCloseTo(moved, within(slack));
        }
      }
    }
  }

  @Test
  void aRestoredGraphGoesOnBitForBit() {
    try (Regression first = new Regression(Body.mlp(8, 4), VECTOR, new Optimizer.Adam(), 1);
        Regression second = new Regression(Body.mlp(8, 4), VECTOR, new Optimizer.Adam(), 1)) {
      first.step(0.01f);
      first.step(0.01f);
      Map<String, WeightArray> state = first.graph.state();
      assertThat(state)
          .containsKeys("body.0.weight", "other.body.1.bias", "optimizer.v.head.weight");
      second.graph.restore(state, first.graph.steps());
      assertThat(second.step(0.02f)).containsExactly(first.step(0.02f));
      Map<String, WeightArray> broken = new HashMap<>(state);
      broken.remove("optimizer.v.head.weight");
      assertThatThrownBy(() -> second.graph.restore(broken, 0))
          .hasMessage("no values for optimizer.v.head.weight");
    }
  }

  @Test
  void anotherVectorIsCopiedOrApproachedOnlyWhenAsked() {
    try (Regression net = new Regression(Body.mlp(4), VECTOR, new Optimizer.Momentum(0), 0)) {
      float[] start = net.parameters();
      float[] moved = net.step(0.1f);
      assertThat(net.read(net.other)).containsExactly(start);
      net.graph.runner(List.of()).addTarget(net.approach).run().close();
      float[] near = net.read(net.other);
      for (int i = 0; i < near.length; i++) {
        assertThat(near[i]).isCloseTo(start[i] + 0.25f * (moved[i] - start[i]), within(1e-6f));
      }
      net.graph.runner(List.of()).addTarget(net.copy).run().close();
      assertThat(net.read(net.other)).containsExactly(moved);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void plainJavaAgreesWithTensorFlow(boolean convolutional) {
    Body body =
        convolutional
            ? new Body(
                List.of(new Body.Convolution(3, 2, 1), new Body.Convolution(4, 2, 2)),
                List.of(6),
                Body.Activation.RELU)
            : new Body(null, List.of(9, 6), Body.Activation.TANH);
    List<Integer> shape = convolutional ? List.of(6, 4, 2) : VECTOR;
    try (Regression net = new Regression(body, shape, new Optimizer.Adam(), 0)) {
      PlainBody plain = new PlainBody(body, net.layout, "body", shape);
      float[] output = new float[2];
      float[] expected = net.fetch(net.output, BATCH * 2);
      for (int row = 0; row < BATCH; row++) {
        float[] features = plain.features(net.flat, net.inputs, net.inputs.length / BATCH * row);
        PlainBody.dense(net.layout, "head", net.flat, features, output);
        assertThat(output[0]).isCloseTo(expected[2 * row], within(1e-6f));
        assertThat(output[1]).isCloseTo(expected[2 * row + 1], within(1e-6f));
      }
    }
  }

  @Test
  void nothingNativeStaysBehind() {
    try (Regression net = new Regression(Body.mlp(4), VECTOR, new Optimizer.Adam(), 1)) {
      net.step(0.01f);
      long before = Pointer.totalCount();
      for (int i = 0; i < 2_000; i++) {
        net.step(0.01f);
      }
      assertThat(Pointer.totalCount() - before).isLessThan(100);
    }
  }

  @Test
  void orthogonalRowsAndColumns() {
    for (int[] shape : new int[][] {{6, 3}, {3, 6}, {2, 2, 2, 3}}) {
      ParameterLayout layout = new ParameterLayout();
      layout.add("w", Initial.orthogonal(2), shape);
      float[] w = layout.initial(new SplittableRandom(1));
      int columns = shape[shape.length - 1];
      int rows = w.length / columns;
      boolean wide = columns > rows;
      int count = wide ? rows : columns;
      for (int a = 0; a < count; a++) {
        for (int b = 0; b < count; b++) {
          double dot = 0;
          for (int k = 0; k < Math.max(rows, columns); k++) {
            dot +=
                wide
                    ? w[a * columns + k] * w[b * columns + k]
                    : w[k * columns + a] * w[k * columns + b];
          }
          assertThat(dot).isCloseTo(a == b ? 4 : 0, within(1e-5));
        }
      }
    }
  }

  private static double norm(float[] vector) {
    double sum = 0;
    for (float x : vector) {
      sum += (double) x * x;
    }
    return Math.sqrt(sum);
  }

  private static final class Regression implements AutoCloseable {

    private final ParameterLayout layout = new ParameterLayout();
    private final ParameterGraph graph;
    private final ParameterGraph.Vector other;
    private final FloatFeed input;
    private final Operand<TFloat32> output;
    private final Operand<TFloat32> loss;
    private final Operand<TFloat32> gradient;
    private final Op step;
    private final Op copy;
    private final Op approach;
    private final float[] inputs;
    private final float[] flat;

    Regression(Body body, List<Integer> shape, Optimizer optimizer, float maxNorm) {
      int features = body.addTo(layout, "body", shape, null);
      layout.dense("head", features, 2);
      graph = new ParameterGraph(layout, optimizer);
      Ops tf = graph.tf();
      int size = shape.stream().reduce(1, (a, b) -> a * b);
      input = graph.feed(BATCH, size);
      Map<String, Operand<TFloat32>> weights = graph.parameters().weights();
      output =
          Body.dense(tf, weights, "head", body.draw(tf, weights, "body", shape, input.operand()));
      Operand<TFloat32> errors = tf.math.sub(output, tf.constant(new float[] {2, -1}));
      loss = tf.math.mul(tf.nn.l2Loss(errors), tf.constant(2f / BATCH));
      gradient = graph.gradient(loss, graph.parameters());
      step = graph.step(graph.clipped(gradient, graph.norm(gradient), maxNorm));
      other = graph.addVector("other");
      copy = graph.copy(graph.parameters(), other);
      approach = graph.approach(graph.parameters(), other, 0.25f);
      SplittableRandom random = new SplittableRandom(3);
      flat = layout.initial(random);
      graph.initialise(flat);
      inputs = new float[BATCH * size];
      for (int i = 0; i < inputs.length; i++) {
        inputs[i] = (float) random.nextGaussian();
      }
      input.write(inputs);
    }

    float[] fetch(Operand<TFloat32> what, int length) {
      return read(graph.runner(List.of(input)).fetch(what).run(), length);
    }

    private static float[] read(Result run, int length) {
      float[] values = new float[length];
      try (Result result = run) {
        ((TFloat32) result.get(0)).asRawTensor().data().asFloats().read(values);
      }
      return values;
    }

    float[] gradient() {
      return fetch(gradient, flat.length);
    }

    float[] parameters() {
      return read(graph.parameters());
    }

    float[] read(ParameterGraph.Vector vector) {
      return fetch(vector.flat(), flat.length);
    }

    double lossAt(int index, float change) {
      float[] changed = flat.clone();
      changed[index] += change;
      graph.initialise(changed);
      return fetch(loss, 1)[0];
    }

    float[] step(float rate) {
      return read(
          graph.stepRunner(rate, List.of(input)).fetch(graph.parametersAfter(step)).run(),
          flat.length);
    }

    @Override
    public void close() {
      graph.close();
    }
  }
}
