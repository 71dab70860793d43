package dev.tengen.agents.dqn;

import dev.tengen.networks.nn.Initial;
import dev.tengen.networks.nn.ParameterLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Dense layers with factorised Gaussian noise (Fortunato et al. 2018, section 3): in place of a
 * weight stands mu + sigma * f(e_in) f(e_out), in place of a bias mu + sigma * f(e_out), with f(x)
 * = sign(x) sqrt(|x|). Convolutions have none.
 *
 * <p>A sample of noise is one vector: for each layer f(e_in), then f(e_out).
 */
final class Noise {

  private static final String SIGMA = ".sigma";

  private record Layer(String name, int in, int out) {
    String weight() {
      return name + ParameterLayout.WEIGHT;
    }

    String bias() {
      return name + ParameterLayout.BIAS;
    }
  }

  private final ParameterLayout layout;
  private final List<Layer> layers = new ArrayList<>();
  private int size;

  /**
   * Adds a sigma to every dense layer of a layout: sigma0 / sqrt(inputs), and no other noise if
   * {@code sigma0} is 0.
   */
  Noise(ParameterLayout layout, double sigma0) {
    this.layout = layout;
    if (sigma0 == 0) {
      return;
    }
    for (String weight : layout.names()) {
      int[] shape = layout.shape(weight);
      if (weight.endsWith(ParameterLayout.WEIGHT) && shape.length == 2) {
        String name = weight.substring(0, weight.length() - ParameterLayout.WEIGHT.length());
        Layer layer = new Layer(name, shape[0], shape[1]);
        Initial sigma = Initial.constant((float) (sigma0 / Math.sqrt(shape[0])));
        layout.add(layer.weight() + SIGMA, sigma, shape);
        layout.add(layer.bias() + SIGMA, sigma, shape[1]);
        layers.add(layer);
        size += shape[0] + shape[1];
      }
    }
  }

  /** The numbers in a sample; 0: there is no noise. */
  int size() {
    return size;
  }

  /** Draws a sample. */
  void sample(float[] into, RandomGenerator random) {
    for (int i = 0; i < size; i++) {
      double e = random.nextGaussian();
      into[i] = (float) (Math.signum(e) * Math.sqrt(Math.abs(e)));
    }
  }

  /** The weights that a layer acts with, by name. */
  Map<String, Operand<TFloat32>> draw(
      Ops tf, Map<String, Operand<TFloat32>> weights, Operand<TFloat32> sample) {
    Map<String, Operand<TFloat32>> noisy = new LinkedHashMap<>(weights);
    int at = 0;
    for (Layer layer : layers) {
      Operand<TFloat32> in = tf.slice(sample, tf.array(at), tf.array(layer.in));
      Operand<TFloat32> out = tf.slice(sample, tf.array(at + layer.in), tf.array(layer.out));
      Operand<TFloat32> product = tf.math.mul(tf.expandDims(in, tf.constant(1)), out);
      noisy.put(layer.weight(), shifted(tf, weights, layer.weight(), product));
      noisy.put(layer.bias(), shifted(tf, weights, layer.bias(), out));
      at += layer.in + layer.out;
    }
    return noisy;
  }

  private static Operand<TFloat32> shifted(
      Ops tf, Map<String, Operand<TFloat32>> weights, String name, Operand<TFloat32> noise) {
    return tf.math.add(weights.get(name), tf.math.mul(weights.get(name + SIGMA), noise));
  }

  /** The same in plain Java. */
  void apply(float[] parameters, float[] sample, float[] into) {
    System.arraycopy(parameters, 0, into, 0, parameters.length);
    int at = 0;
    for (Layer layer : layers) {
      int weight = layout.offset(layer.weight());
      int weightSigma = layout.offset(layer.weight() + SIGMA);
      int out = at + layer.in;
      for (int i = 0; i < layer.in; i++) {
        for (int k = 0; k < layer.out; k++) {
          int index = i * layer.out + k;
          into[weight + index] +=
              parameters[weightSigma + index] * sample[at + i] * sample[out + k];
        }
      }
      int bias = layout.offset(layer.bias());
      int biasSigma = layout.offset(layer.bias() + SIGMA);
      for (int k = 0; k < layer.out; k++) {
        into[bias + k] += parameters[biasSigma + k] * sample[out + k];
      }
      at = out + layer.out;
    }
  }
}
