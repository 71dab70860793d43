package dev.tengen.networks.nn;

import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * What turns an observation into features: convolutions, then dense layers, each followed by the
 * activation.
 *
 * @param convolutions over observations of shape [height, width, planes]; none for vectors
 * @param hidden sizes of the dense layers, first to last; at least one
 * @param activation after each layer
 */
public record Body(List<Convolution> convolutions, List<Integer> hidden, Activation activation) {

  /**
   * A convolution without padding.
   *
   * @param filters how many features it makes
   * @param size edge of the square it looks at
   * @param stride steps between squares
   */
  public record Convolution(int filters, int size, int stride) {
    public Convolution {
      if (filters < 1 || size < 1 || stride < 1) {
        throw new IllegalArgumentException("filters, size and stride must be at least 1");
      }
    }

    int extent(int input) {
      if (input < size) {
        throw new IllegalArgumentException(
            "a convolution of size %d does not fit over %d cells".formatted(size, input));
      }
      return (input - size) / stride + 1;
    }
  }

  /** What makes a layer more than a matrix. */
  public enum Activation {
    RELU,
    TANH;

    Operand<TFloat32> draw(Ops tf, Operand<TFloat32> x) {
      return this == RELU ? tf.nn.relu(x) : tf.math.tanh(x);
    }

    float of(float x) {
      return this == RELU ? Math.max(0, x) : (float) Math.tanh(x);
    }
  }

  public Body {
    convolutions = convolutions == null ? List.of() : List.copyOf(convolutions);
    hidden = List.copyOf(hidden);
    if (hidden.isEmpty() || hidden.stream().anyMatch(size -> size < 1)) {
      throw new IllegalArgumentException("hidden must be sizes of layers, 1 or more of them");
    }
  }

  /** Dense layers with ReLU. */
  public static Body mlp(Integer... hidden) {
    return new Body(List.of(), List.of(hidden), Activation.RELU);
  }

  /** How many features come out. */
  public int features() {
    return hidden.get(hidden.size() - 1);
  }

  /**
   * Adds the body's parameters, {@code NAME.conv.0}, ..., {@code NAME.0}, ...
   *
   * @param inputShape of an observation
   * @param gain null: uniform in ±1/sqrt(inputs); else orthogonal with this gain, no bias
   * @return the number of features
   * @throws IllegalArgumentException if convolutions do not fit the observation
   */
  public int addTo(ParameterLayout layout, String name, List<Integer> inputShape, Float gain) {
    if (!convolutions.isEmpty()) {
      addConvolutions(layout, name, inputShape, gain);
    }
    int in = flatSize(inputShape);
    for (int i = 0; i < hidden.size(); i++) {
      int out = hidden.get(i);
      if (gain == null) {
        layout.dense(name + "." + i, in, out);
      } else {
        layout.denseOrthogonal(name + "." + i, in, out, gain);
      }
      in = out;
    }
    return in;
  }

  /** How many numbers the first dense layer sees. */
  private int flatSize(List<Integer> inputShape) {
    if (convolutions.isEmpty()) {
      return inputShape.stream().reduce(1, Math::multiplyExact);
    }
    if (inputShape.size() != 3) {
      throw new IllegalArgumentException(
          "convolutions need observations of shape [height, width, planes], not " + inputShape);
    }
    int height = inputShape.get(0);
    int width = inputShape.get(1);
    int planes = inputShape.get(2);
    for (Convolution c : convolutions) {
      height = c.extent(height);
      width = c.extent(width);
      planes = c.filters;
    }
    return height * width * planes;
  }

  private void addConvolutions(
      ParameterLayout layout, String name, List<Integer> inputShape, Float gain) {
    int planes = inputShape.get(inputShape.size() - 1);
    for (int i = 0; i < convolutions.size(); i++) {
      Convolution c = convolutions.get(i);
      String layer = name + ".conv." + i;
      Initial uniform = Initial.uniform((float) (1 / Math.sqrt(c.size * c.size * planes)));
      Initial weight = gain == null ? uniform : Initial.orthogonal(gain);
      Initial bias = gain == null ? uniform : Initial.constant(0);
      layout.add(layer + ParameterLayout.WEIGHT, weight, c.size, c.size, planes, c.filters);
      layout.add(layer + ParameterLayout.BIAS, bias, c.filters);
      planes = c.filters;
    }
  }

  /**
   * Draws the body: observations [batch, numbers of an observation] to features [batch, features].
   *
   * @param weights by name, such as those of {@link ParameterLayout#cut}
   */
  public Operand<TFloat32> draw(
      Ops tf,
      Map<String, Operand<TFloat32>> weights,
      String name,
      List<Integer> inputShape,
      Operand<TFloat32> observations) {
    Operand<TFloat32> x = observations;
    if (!convolutions.isEmpty()) {
      x = tf.reshape(x, tf.array(-1, inputShape.get(0), inputShape.get(1), inputShape.get(2)));
    }
    for (int i = 0; i < convolutions.size(); i++) {
      long stride = convolutions.get(i).stride;
      String layer = name + ".conv." + i;
      Operand<TFloat32> filter = weights.get(layer + ParameterLayout.WEIGHT);
      x = tf.nn.conv2d(x, filter, List.of(1L, stride, stride, 1L), "VALID");
      x = activation.draw(tf, tf.nn.biasAdd(x, weights.get(layer + ParameterLayout.BIAS)));
    }
    for (int i = 0; i < hidden.size(); i++) {
      String layer = name + "." + i;
      if (i == 0 && !convolutions.isEmpty()) {
        x = tf.reshape(x, tf.array(-1, flatSize(inputShape)));
      }
      x = activation.draw(tf, dense(tf, weights, layer, x));
    }
    return x;
  }

  /** Draws a dense layer, [batch, in] to [batch, out]. */
  public static Operand<TFloat32> dense(
      Ops tf, Map<String, Operand<TFloat32>> weights, String layer, Operand<TFloat32> x) {
    return tf.nn.biasAdd(
        tf.linalg.matMul(x, weights.get(layer + ParameterLayout.WEIGHT)),
        weights.get(layer + ParameterLayout.BIAS));
  }
}
