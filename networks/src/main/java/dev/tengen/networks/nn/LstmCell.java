package dev.tengen.networks.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A layer that remembers (Hochreiter and Schmidhuber 1997, with the forget gates of Gers et al.
 * 2000): what it says depends on what it has seen before, by way of a state of two vectors.
 *
 * <pre>
 *   i, f, o = sigmoid, g = tanh of [x, h] W + b, with W of shape [inputs + units, 4 units]
 *   c' = f * c + i * g
 *   h' = o * tanh(c')
 * </pre>
 *
 * <p>The columns of W stand in the order i, f, o, g.
 *
 * @param name of the layer in the layout
 * @param inputs numbers in x
 * @param units numbers in h and in c
 */
public record LstmCell(String name, int inputs, int units) {

  /**
   * What it remembers, drawn.
   *
   * @param hidden h, [1, units]: what it says
   * @param cell c, [1, units]
   */
  public record Drawn(Operand<TFloat32> hidden, Operand<TFloat32> cell) {}

  public LstmCell {
    if (inputs < 1 || units < 1) {
      throw new IllegalArgumentException("inputs and units must be at least 1");
    }
  }

  /**
   * Adds its parameters: weights uniform in ±1/sqrt(inputs + units), a bias of 1 for the forget
   * gates, so that it remembers before it has learned to (Gers et al. 2000; Jozefowicz et al.
   * 2015), and of 0 for the rest.
   */
  public void addTo(ParameterLayout layout) {
    Initial uniform = Initial.uniform((float) (1 / Math.sqrt(inputs + units)));
    layout.add(name + ParameterLayout.WEIGHT, uniform, inputs + units, 4 * units);
    layout.add(
        name + ParameterLayout.BIAS,
        (into, offset, shape, random) -> {
          for (int k = 0; k < 4 * units; k++) {
            into[offset + k] = k / units == 1 ? 1 : 0;
          }
        },
        4 * units);
  }

  /** Draws one step: x of shape [1, inputs] and a state to the next state. */
  public Drawn draw(
      Ops tf, Map<String, Operand<TFloat32>> weights, Operand<TFloat32> x, Drawn state) {
    Operand<TFloat32> both = tf.concat(List.of(x, state.hidden()), tf.constant(1));
    List<Operand<TFloat32>> gates = new ArrayList<>();
    tf.split(tf.constant(1), Body.dense(tf, weights, name, both), 4L).output().forEach(gates::add);
    Operand<TFloat32> input = tf.math.sigmoid(gates.get(0));
    Operand<TFloat32> forget = tf.math.sigmoid(gates.get(1));
    Operand<TFloat32> output = tf.math.sigmoid(gates.get(2));
    Operand<TFloat32> candidate = tf.math.tanh(gates.get(3));
    Operand<TFloat32> cell =
        tf.math.add(tf.math.mul(forget, state.cell()), tf.math.mul(input, candidate));
    return new Drawn(tf.math.mul(output, tf.math.tanh(cell)), cell);
  }

  /**
   * The same in plain Java, in place.
   *
   * @param parameters flat, as the layout has them
   * @param state h, then c: {@code 2 * units} numbers, all 0 at the beginning
   */
  public void step(ParameterLayout layout, float[] parameters, float[] x, float[] state) {
    float[] both = new float[inputs + units];
    System.arraycopy(x, 0, both, 0, inputs);
    System.arraycopy(state, 0, both, inputs, units);
    float[] gates = new float[4 * units];
    PlainBody.dense(layout, name, parameters, both, gates);
    for (int k = 0; k < units; k++) {
      double input = sigmoid(gates[k]);
      double forget = sigmoid(gates[units + k]);
      double output = sigmoid(gates[2 * units + k]);
      double cell = forget * state[units + k] + input * Math.tanh(gates[3 * units + k]);
      state[units + k] = (float) cell;
      state[k] = (float) (output * Math.tanh(cell));
    }
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
