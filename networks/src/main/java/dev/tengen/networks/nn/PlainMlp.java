package dev.tengen.networks.nn;

import java.util.ArrayList;
import java.util.List;

/**
 * Dense layers in plain Java over a flat vector of parameters: for one observation of a small
 * network an order of magnitude faster than a call of TensorFlow, whose sums it equals up to
 * rounding. Used by one thread.
 */
public final class PlainMlp {

  private record Layer(int weight, int bias, int in, int out, Body.Activation activation) {}

  private final List<Layer> layers = new ArrayList<>();
  private final float[][] activations;

  /**
   * The body alone.
   *
   * @param name of the body in the layout
   */
  public PlainMlp(Body body, ParameterLayout layout, String name) {
    if (!body.convolutions().isEmpty()) {
      throw new IllegalArgumentException("convolutions are TensorFlow's");
    }
    for (int i = 0; i < body.hidden().size(); i++) {
      layers.add(layer(layout, name + "." + i, body.activation()));
    }
    activations = new float[layers.size()][];
    for (int i = 0; i < activations.length; i++) {
      activations[i] = new float[layers.get(i).out];
    }
  }

  private static Layer layer(ParameterLayout layout, String name, Body.Activation activation) {
    int[] shape = layout.shape(name + ParameterLayout.WEIGHT);
    return new Layer(
        layout.offset(name + ParameterLayout.WEIGHT),
        layout.offset(name + ParameterLayout.BIAS),
        shape[0],
        shape[1],
        activation);
  }

  /**
   * The features of an observation; the array is overwritten by the next call.
   *
   * @param parameters flat, as the layout has them
   */
  public float[] features(float[] parameters, float[] observations, int offset) {
    float[] x = observations;
    int from = offset;
    for (int i = 0; i < activations.length; i++) {
      Layer layer = layers.get(i);
      dense(parameters, layer.weight, layer.bias, layer.in, x, from, activations[i]);
      x = activations[i];
      from = 0;
      for (int k = 0; k < x.length; k++) {
        x[k] = layer.activation.of(x[k]);
      }
    }
    return x;
  }

  /** A dense layer by name: y := x W + b. */
  public static void dense(
      ParameterLayout layout, String name, float[] parameters, float[] x, float[] y) {
    int weight = layout.offset(name + ParameterLayout.WEIGHT);
    int bias = layout.offset(name + ParameterLayout.BIAS);
    dense(parameters, weight, bias, x.length, x, 0, y);
  }

  private static void dense(
      float[] parameters, int weight, int bias, int in, float[] x, int from, float[] y) {
    System.arraycopy(parameters, bias, y, 0, y.length);
    for (int i = 0; i < in; i++) {
      float xi = x[from + i];
      if (xi != 0) { // half of ReLU's outputs, nearly all of a one-hot vector
        int row = weight + i * y.length;
        for (int k = 0; k < y.length; k++) {
          y[k] += xi * parameters[row + k];
        }
      }
    }
  }
}
