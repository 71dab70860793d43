package dev.tengen.networks.model;

import dev.tengen.networks.WeightLayout;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;

/**
 * Layers over the variables of a training graph: normalised with the batch's own statistics when
 * training, with the running ones when not.
 */
final class TrainingLayers implements Layers<TFloat32> {

  private final Ops tf;
  private final Map<String, Operand<TFloat32>> weights;
  private final boolean training;
  private final Map<String, Operand<TFloat32>> batchStatistics = new LinkedHashMap<>();

  /**
   * @param weights the variables' values by name
   */
  TrainingLayers(Ops tf, Map<String, Operand<TFloat32>> weights, boolean training) {
    this.tf = tf;
    this.weights = weights;
    this.training = training;
  }

  @Override
  public Operand<TFloat32> input(Operand<TFloat32> planes) {
    return planes;
  }

  @Override
  public Operand<TFloat32> convolution(String unit, Operand<TFloat32> x) {
    Operand<TFloat32> y =
        tf.nn.conv2d(x, weights.get(unit + ".conv"), FoldedLayers.STRIDES, "SAME");
    Operand<TFloat32> none = tf.constant(new float[0]);
    FusedBatchNorm<TFloat32, TFloat32> norm =
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
  public Operand<TFloat32> output(Operand<TFloat32> x) {
    return x;
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
