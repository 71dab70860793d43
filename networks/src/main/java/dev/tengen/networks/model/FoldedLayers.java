package dev.tengen.networks.model;

import dev.tengen.networks.Network;
import dev.tengen.networks.WeightArray;
import dev.tengen.networks.WeightLayout;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TNumber;

/**
 * Layers for inference: weights are constants of the graph, and batch normalisation with its
 * running statistics, being affine, is folded into the convolution before it: with s = gamma /
 * sqrt(variance + epsilon), the filters are multiplied by s and the bias is beta - s * mean.
 */
final class FoldedLayers<T extends TNumber> implements Layers<T> {

  static final List<Long> STRIDES = List.of(1L, 1L, 1L, 1L);

  private final Ops tf;
  private final Network network;
  private final Class<T> type;

  FoldedLayers(Ops tf, Network network, Class<T> type) {
    this.tf = tf;
    this.network = network;
    this.type = type;
  }

  @Override
  public Operand<T> input(Operand<TFloat32> planes) {
    return tf.dtypes.cast(planes, type);
  }

  @Override
  public Operand<T> convolution(String unit, Operand<T> x) {
    float[] gamma = network.values(unit + ".gamma");
    float[] beta = network.values(unit + ".beta");
    float[] mean = network.values(unit + ".mean");
    float[] variance = network.values(unit + ".variance");
    WeightArray filter = network.weights().get(unit + ".conv");
    float[] folded = filter.values().clone();
    float[] bias = new float[gamma.length];
    for (int out = 0; out < gamma.length; out++) {
      double scale = gamma[out] / Math.sqrt(variance[out] + WeightLayout.EPSILON);
      for (int i = out; i < folded.length; i += gamma.length) {
        folded[i] = (float) (folded[i] * scale);
      }
      bias[out] = (float) (beta[out] - scale * mean[out]);
    }
    keepBias(bias);
    Operand<T> weights = tf.dtypes.cast(constant(folded, filter.shape()), type);
    Operand<T> biases = tf.dtypes.cast(constant(bias, new int[] {bias.length}), type);
    return tf.nn.biasAdd(tf.nn.conv2d(x, weights, STRIDES, "SAME"), biases);
  }

  /**
   * TensorFlow drops the addition of a bias that is 0 everywhere, as an untrained network's is, and
   * with it the pattern by which it runs convolution, bias, skip and ReLU as one operation: 13 % of
   * the speed in bfloat16. A value far below any rounding keeps it.
   */
  private static void keepBias(float[] bias) {
    for (float value : bias) {
      if (value != 0) {
        return;
      }
    }
    bias[0] = 1e-30f;
  }

  @Override
  public Operand<TFloat32> output(Operand<T> x) {
    return tf.dtypes.cast(x, TFloat32.class);
  }

  @Override
  public Operand<TFloat32> dense(String layer, Operand<TFloat32> x) {
    return tf.nn.biasAdd(tf.linalg.matMul(x, weight(layer + ".weight")), weight(layer + ".bias"));
  }

  private Operand<TFloat32> weight(String name) {
    WeightArray array = network.weights().get(name);
    return constant(array.values(), array.shape());
  }

  private Operand<TFloat32> constant(float[] values, int[] shape) {
    return tf.constant(shapeOf(shape), DataBuffers.of(values));
  }

  static Shape shapeOf(int[] extents) {
    long[] dimensions = new long[extents.length];
    for (int i = 0; i < extents.length; i++) {
      dimensions[i] = extents[i];
    }
    return Shape.of(dimensions);
  }
}
