package dev.tengen.networks.model;

import dev.tengen.networks.WeightLayout;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TNumber;

/**
 * Layers over the variables of a training graph: normalised with the batch's own statistics when
 * training, with the running ones when not.
 */
final class TrainingLayers<T extends TNumber> implements Layers<T> {

  private final Ops tf;
  private final Map<String, Operand<TFloat32>> weights;
  private final Class<T> type;
  private final boolean training;
  private final Map<String, Operand<TFloat32>> batchStatistics = new LinkedHashMap<>();

  /**
   * @param weights the variables' values by name, float32 always
   * @param type what convolutions compute in; statistics are float32 always
   */
  TrainingLayers(Ops tf, Map<String, Operand<TFloat32>> weights, Class<T> type, boolean training) {
    this.tf = tf;
    this.weights = weights;
    this.type = type;
    this.training = training;
  }

  @Override
  public Operand<T> input(Operand<TFloat32> planes) {
    return tf.dtypes.cast(planes, type);
  }

  @Override
  public Operand<T> convolution(String unit, Operand<T> x) {
    Operand<T> y =
        tf.nn.conv2d(
            x, tf.dtypes.cast(weights.get(unit + ".conv"), type), FoldedLayers.STRIDES, "SAME");
    Operand<TFloat32> none = tf.constant(new float[0]);
    FusedBatchNorm<T, TFloat32> norm =
        tf.nn.fusedBatchNorm(
            y,
            weights.get(unit + ".gamma"),
            weights.get(unit + ".beta"),
            training ? none : weights.get(unit + ".mean"),
            training ? none : weights.get(unit + ".variance"),
            FusedBatchNorm.epsilon(WeightLayout.EPSILON),
            FusedBatchNorm.isTraining(training));
    batchStatistics.put(unit + ".mean", norm.batchMean());
    batchStatistics.put(unit + ".variance", norm.batchVariance());
    return norm.y();
  }

  @Override
  public Operand<TFloat32> output(Operand<T> x) {
    return tf.dtypes.cast(x, TFloat32.class);
  }

  @Override
  public Operand<TFloat32> dense(String layer, Operand<TFloat32> x) {
    return tf.nn.biasAdd(
        tf.linalg.matMul(x, weights.get(layer + ".weight")), weights.get(layer + ".bias"));
  }

  /** The statistics of the batch by the names of the running ones. */
  Map<String, Operand<TFloat32>> batchStatistics() {
    return batchStatistics;
  }
}
