package dev.tengen.networks.nn;

import java.util.List;

/**
 * A {@link Body} in plain Java over a flat vector of parameters: for one observation of a small
 * network an order of magnitude faster than a call of TensorFlow, whose sums it equals up to
 * rounding. Used by one thread.
 */
public final class PlainBody {

  private final Body body;
  private final ParameterLayout layout;
  private final String name;
  private final List<Integer> inputShape;
  private final float[][] activations;

  /**
   * @param name of the body in the layout
   * @param inputShape of an observation
   */
  public PlainBody(Body body, ParameterLayout layout, String name, List<Integer> inputShape) {
    this.body = body;
    this.layout = layout;
    this.name = name;
    this.inputShape = List.copyOf(inputShape);
    int convolutions = body.convolutions().size();
    activations = new float[convolutions + body.hidden().size()][];
    int height = inputShape.get(0);
    int width = convolutions == 0 ? 0 : inputShape.get(1);
    for (int i = 0; i < convolutions; i++) {
      Body.Convolution c = body.convolutions().get(i);
      height = c.extent(height);
      width = c.extent(width);
      activations[i] = new float[height * width * c.filters()];
    }
    for (int i = 0; i < body.hidden().size(); i++) {
      activations[convolutions + i] = new float[body.hidden().get(i)];
    }
  }

  /**
   * The features of an observation; the array is overwritten by the next call.
   *
   * @param parameters flat, as the layout has them
   * @param offset where the observation begins
   */
  public float[] features(float[] parameters, float[] observations, int offset) {
    float[] x = observations;
    int from = offset;
    if (!body.convolutions().isEmpty()) {
      x = convolutions(parameters, observations, offset);
      from = 0;
    }
    int first = body.convolutions().size();
    for (int i = 0; i < body.hidden().size(); i++) {
      float[] y = activations[first + i];
      String layer = name + "." + i;
      int weight = layout.offset(layer + ParameterLayout.WEIGHT);
      int in = layout.shape(layer + ParameterLayout.WEIGHT)[0];
      System.arraycopy(parameters, layout.offset(layer + ParameterLayout.BIAS), y, 0, y.length);
      product(parameters, weight, x, from, in, y, 0, y.length);
      activate(y);
      x = y;
      from = 0;
    }
    return x;
  }

  private float[] convolutions(float[] parameters, float[] observations, int offset) {
    float[] x = observations;
    int from = offset;
    int width = inputShape.get(1);
    int planes = inputShape.get(2);
    for (int i = 0; i < body.convolutions().size(); i++) {
      Body.Convolution c = body.convolutions().get(i);
      float[] y = activations[i];
      String layer = name + ".conv." + i;
      int weight = layout.offset(layer + ParameterLayout.WEIGHT);
      int bias = layout.offset(layer + ParameterLayout.BIAS);
      int filters = c.filters();
      int columns = c.extent(width);
      for (int cell = 0; cell < y.length / filters; cell++) {
        System.arraycopy(parameters, bias, y, cell * filters, filters);
        int top = cell / columns * c.stride();
        int left = cell % columns * c.stride();
        for (int row = 0; row < c.size(); row++) {
          int input = from + ((top + row) * width + left) * planes;
          int patch = c.size() * planes; // a row of the square is one piece in both arrays
          int filter = weight + row * patch * filters;
          product(parameters, filter, x, input, patch, y, cell * filters, filters);
        }
      }
      activate(y);
      x = y;
      from = 0;
      width = columns;
      planes = filters;
    }
    return x;
  }

  private void activate(float[] y) {
    for (int k = 0; k < y.length; k++) {
      y[k] = body.activation().of(y[k]);
    }
  }

  /** A dense layer by name: y := x W + b, the first numbers of y. */
  public static void dense(
      ParameterLayout layout, String name, float[] parameters, float[] x, float[] y) {
    int[] shape = layout.shape(name + ParameterLayout.WEIGHT);
    int weight = layout.offset(name + ParameterLayout.WEIGHT);
    int bias = layout.offset(name + ParameterLayout.BIAS);
    System.arraycopy(parameters, bias, y, 0, shape[1]);
    product(parameters, weight, x, 0, shape[0], y, 0, shape[1]);
  }

  /** y += x W. */
  private static void product(
      float[] parameters, int weight, float[] x, int from, int in, float[] y, int to, int out) {
    for (int i = 0; i < in; i++) {
      float xi = x[from + i];
      if (xi != 0) { // half of what ReLU lets through, nearly all of a one-hot vector
        int row = weight + i * out;
        for (int k = 0; k < out; k++) {
          y[to + k] += xi * parameters[row + k];
        }
      }
    }
  }
}
