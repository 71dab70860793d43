package dev.tengen.networks.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tengen.networks.model.Optimizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

class LstmCellTest {

  private static final int INPUTS = 3;
  private static final int UNITS = 2;
  private static final int STEPS = 3;

  @Test
  void oneUnitByHand() {
    LstmCell cell = new LstmCell("cell", 1, 1);
    ParameterLayout layout = new ParameterLayout();
    cell.addTo(layout);
    // Rows: x, h. Columns: input, forget, output, candidate.
    float[] parameters = {1, 2, 3, 0.5f, -1, 0.5f, 1, 2, 0, 1, 0, 0.25f};
    float[] state = {0.5f, -0.25f};
    cell.step(layout, parameters, new float[] {0.5f}, state);
    double input = 1 / (1 + Math.exp(-(0.5 - 0.5)));
    double forget = 1 / (1 + Math.exp(-(1 + 0.25 + 1)));
    double output = 1 / (1 + Math.exp(-(1.5 + 0.5)));
    double c = forget * -0.25 + input * Math.tanh(0.25 + 1 + 0.25);
    assertThat((double) state[1]).isCloseTo(c, within(1e-6));
    assertThat((double) state[0]).isCloseTo(output * Math.tanh(c), within(1e-6));
  }

  @Test
  void beginsByRemembering() {
    ParameterLayout layout = new ParameterLayout();
    new LstmCell("cell", INPUTS, UNITS).addTo(layout);
    float[] bias = layout.arrays(layout.initial(new SplittableRandom(1))).get("cell.bias").values();
    assertThat(bias).containsExactly(0, 0, 1, 1, 0, 0, 0, 0);
  }

  @Test
  void plainJavaAgreesWithTensorFlowAndGradientsWithDifferences() {
    LstmCell cell = new LstmCell("cell", INPUTS, UNITS);
    ParameterLayout layout = new ParameterLayout();
    cell.addTo(layout);
    SplittableRandom random = new SplittableRandom(2);
    float[] flat = layout.initial(random);
    float[] inputs = new float[STEPS * INPUTS];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = (float) random.nextGaussian();
    }
    try (ParameterGraph graph = new ParameterGraph(layout, new Optimizer.Momentum(0))) {
      Ops tf = graph.tf();
      FloatFeed feed = graph.feed(STEPS, INPUTS);
      Map<String, Operand<TFloat32>> weights = graph.parameters().weights();
      Operand<TFloat32> zero = tf.constant(new float[1][UNITS]);
      LstmCell.Drawn state = new LstmCell.Drawn(zero, zero);
      for (int t = 0; t < STEPS; t++) {
        Operand<TFloat32> x =
            tf.slice(feed.operand(), tf.array(t, 0), tf.constant(new int[] {1, INPUTS}));
        state = cell.draw(tf, weights, x, state);
      }
      Operand<TFloat32> both = tf.concat(List.of(state.hidden(), state.cell()), tf.constant(1));
      Operand<TFloat32> loss = tf.nn.l2Loss(state.hidden());
      Operand<TFloat32> gradient = graph.gradient(loss, graph.parameters());
      graph.initialise(flat);
      feed.write(inputs);
      float[] drawn = new float[2 * UNITS];
      float[] slopes = new float[flat.length];
      try (Result result = graph.runner(List.of(feed)).fetch(both).fetch(gradient).run()) {
        ((TFloat32) result.get(0)).asRawTensor().data().asFloats().read(drawn);
        ((TFloat32) result.get(1)).asRawTensor().data().asFloats().read(slopes);
      }
      assertThat(plain(cell, layout, flat, inputs)).containsExactly(drawn, within(1e-6f));
      for (int i = 0; i < flat.length; i++) {
        double difference =
            (loss(cell, layout, flat, inputs, i, 1e-2f)
                    - loss(cell, layout, flat, inputs, i, -1e-2f))
                / 2e-2;
        assertThat((double) slopes[i]).as("parameter %d", i).isCloseTo(difference, within(1e-3));
      }
    }
  }

  private static double loss(
      LstmCell cell, ParameterLayout layout, float[] flat, float[] inputs, int index, float by) {
    float[] changed = flat.clone();
    changed[index] += by;
    float[] state = plain(cell, layout, changed, inputs);
    double sum = 0;
    for (int k = 0; k < UNITS; k++) {
      sum += (double) state[k] * state[k] / 2;
    }
    return sum;
  }

  private static float[] plain(
      LstmCell cell, ParameterLayout layout, float[] flat, float[] inputs) {
    float[] state = new float[2 * UNITS];
    for (int t = 0; t < STEPS; t++) {
      cell.step(layout, flat, Arrays.copyOfRange(inputs, t * INPUTS, (t + 1) * INPUTS), state);
    }
    return state;
  }
}
