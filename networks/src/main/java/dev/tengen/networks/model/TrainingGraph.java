package dev.tengen.networks.model;

import dev.tengen.networks.NetworkConfig;
import dev.tengen.networks.WeightLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TNumber;

/**
 * The graph of one training step: the loss (z - v)^2 - pi . log p + c * ||theta||^2 (Silver et al.
 * 2017, equation 1), its gradient, and the optimizer.
 *
 * <p>A batch is fed in as many parts as there are towers. The towers share the variables and meet
 * in the loss, so the gradient is that of the whole batch; only batch normalisation sees the parts
 * one by one. Towers need nothing of each other until then and run on different inter-op threads.
 *
 * <p>No variable moves before the last gradient is known: an optimizer writes into the very memory
 * that the backward pass still reads.
 */
final class TrainingGraph implements AutoCloseable {

  /** Where one tower's part of the batch goes in, and what comes out. */
  record Part(
      Placeholder<TFloat32> planes,
      Placeholder<TFloat32> pi,
      Placeholder<TFloat32> z,
      Tower training,
      Tower evaluation) {}

  private final NetworkConfig config;
  private final LearnerConfig learning;
  private final Graph graph = new Graph();
  private final Ops tf = Ops.create(graph);
  private final Variables variables = new Variables(tf);
  private final List<Part> parts = new ArrayList<>();
  private final OptimizerStep optimizer;
  private final Placeholder<TFloat32> scale = scalar();
  private final Placeholder<TFloat32> decay = scalar();
  private final Map<String, Operand<TFloat32>> gradients = new LinkedHashMap<>();
  private final Operand<TFloat32> trainingReport;
  private final Operand<TFloat32> evaluationReport;
  private final Op step;

  TrainingGraph(NetworkConfig config, LearnerConfig learning) {
    this.config = config;
    this.learning = learning;
    optimizer = new OptimizerStep(tf, variables, learning.optimizer());
    WeightLayout layout = WeightLayout.of(config);
    layout.shapes().forEach(variables::add);
    for (String slot : learning.optimizer().slots()) {
      layout.shapes().forEach((name, shape) -> addSlot(slot, name, shape));
    }
    List<TrainingLayers<?>> training = new ArrayList<>();
    for (int i = 0; i < learning.towers(); i++) {
      training.add(
          switch (learning.precision()) {
            case FLOAT32 -> addPart(TFloat32.class);
            case BFLOAT16 -> addPart(TBfloat16.class);
            case FLOAT16 -> throw new IllegalArgumentException("gradients underflow in float16");
          });
    }
    Operand<TFloat32> l2 = l2();
    Losses losses = losses(parts.stream().map(Part::training).toList());
    Operand<TFloat32> total = total(losses, l2);
    addGradients(total);
    Operand<TFloat32> norm = globalNorm();
    trainingReport = report(losses, l2, total, norm);
    Losses evaluated = losses(parts.stream().map(Part::evaluation).toList());
    evaluationReport = report(evaluated, l2, total(evaluated, l2), tf.constant(0f));
    List<Op> updates = new ArrayList<>(optimizerUpdates(norm));
    updates.addAll(statisticsUpdates(training));
    step = tf.withControlDependencies(updates).noOp();
  }

  private Placeholder<TFloat32> scalar() {
    return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
  }

  private void addSlot(String slot, String name, int[] shape) {
    if (WeightLayout.isTrainable(name)) {
      variables.add(OptimizerStep.slotName(slot, name), shape);
    }
  }

  private <T extends TNumber> TrainingLayers<T> addPart(Class<T> type) {
    int size = config.boardSize();
    Placeholder<TFloat32> planes =
        tf.placeholder(
            TFloat32.class, Placeholder.shape(Shape.of(-1, size, size, config.planes())));
    Map<String, Operand<TFloat32>> weights = variables.values();
    TrainingLayers<T> layers = new TrainingLayers<>(tf, weights, type, true);
    Layers<TFloat32> evaluation = new TrainingLayers<>(tf, weights, TFloat32.class, false);
    parts.add(
        new Part(
            planes,
            tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, config.actionCount()))),
            tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1))),
            Tower.build(tf, config, layers, planes),
            Tower.build(tf, config, evaluation, planes)));
    return layers;
  }

  private Losses losses(List<Tower> towers) {
    List<Losses> each = new ArrayList<>();
    for (int i = 0; i < towers.size(); i++) {
      each.add(Losses.of(tf, towers.get(i), parts.get(i).pi(), parts.get(i).z()));
    }
    return Losses.total(tf, each);
  }

  private List<String> trainables() {
    return WeightLayout.of(config).shapes().keySet().stream()
        .filter(WeightLayout::isTrainable)
        .toList();
  }

  private Operand<TFloat32> l2() {
    List<Operand<TFloat32>> halves = new ArrayList<>();
    for (String name : trainables()) {
      halves.add(tf.nn.l2Loss(variables.value(name)));
    }
    return tf.math.mul(Losses.add(tf, halves), tf.constant(2 * learning.l2()));
  }

  private Operand<TFloat32> total(Losses losses, Operand<TFloat32> l2) {
    Operand<TFloat32> value = tf.math.mul(losses.value(), tf.constant(learning.valueWeight()));
    return tf.math.add(tf.math.mul(tf.math.add(losses.policy(), value), scale), l2);
  }

  private void addGradients(Operand<TFloat32> total) {
    List<String> names = trainables();
    Output<?>[] weights = new Output<?>[names.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = variables.value(names.get(i)).asOutput();
    }
    Output<?>[] outputs = graph.addGradients(total.asOutput(), weights);
    for (int i = 0; i < outputs.length; i++) {
      gradients.put(names.get(i), outputs[i].expect(TFloat32.class));
    }
  }

  private Operand<TFloat32> globalNorm() {
    List<Operand<TFloat32>> halves = new ArrayList<>();
    gradients.values().forEach(gradient -> halves.add(tf.nn.l2Loss(gradient)));
    return tf.math.sqrt(tf.math.mul(Losses.add(tf, halves), tf.constant(2f)));
  }

  /** In the order of {@link LossReport}'s fields. */
  private Operand<TFloat32> report(
      Losses losses, Operand<TFloat32> l2, Operand<TFloat32> total, Operand<TFloat32> norm) {
    return tf.stack(
        List.of(
            tf.math.mul(losses.policy(), scale),
            tf.math.mul(losses.value(), scale),
            l2,
            total,
            tf.math.mul(losses.targetEntropy(), scale),
            tf.math.mul(losses.policyEntropy(), scale),
            tf.math.mul(losses.hits(), scale),
            norm));
  }

  private List<Op> optimizerUpdates(Operand<TFloat32> norm) {
    List<Op> known = new ArrayList<>(gradients.values());
    known.add(trainingReport);
    return optimizer.updates(tf.withControlDependencies(known).noOp(), clipped(norm));
  }

  private Map<String, Operand<TFloat32>> clipped(Operand<TFloat32> norm) {
    if (learning.maxGradientNorm() == 0) {
      return gradients;
    }
    Operand<TFloat32> max = tf.constant(learning.maxGradientNorm());
    Operand<TFloat32> factor = tf.math.div(max, tf.math.maximum(norm, max));
    Map<String, Operand<TFloat32>> clipped = new LinkedHashMap<>();
    gradients.forEach((name, gradient) -> clipped.put(name, tf.math.mul(gradient, factor)));
    return clipped;
  }

  /** Running statistic := decay * itself + (1 - decay) * mean over the towers. */
  private List<Op> statisticsUpdates(List<TrainingLayers<?>> towers) {
    List<Op> updates = new ArrayList<>();
    for (String name : towers.get(0).batchStatistics().keySet()) {
      Operand<TFloat32> sum =
          Losses.add(
              tf, towers.stream().map(layers -> layers.batchStatistics().get(name)).toList());
      Operand<TFloat32> mean = tf.math.mul(sum, tf.constant(1f / towers.size()));
      Operand<TFloat32> old = variables.value(name);
      Operand<TFloat32> moved = tf.math.add(mean, tf.math.mul(decay, tf.math.sub(old, mean)));
      updates.add(tf.assign(variables.variable(name), moved));
    }
    return updates;
  }

  NetworkConfig config() {
    return config;
  }

  Graph graph() {
    return graph;
  }

  Variables variables() {
    return variables;
  }

  List<Part> parts() {
    return parts;
  }

  /** Where the learning rate goes in. */
  OptimizerStep optimizer() {
    return optimizer;
  }

  /** Fed with 1 / positions in the batch. */
  Placeholder<TFloat32> scale() {
    return scale;
  }

  /** Fed with how much of the running statistics stays. */
  Placeholder<TFloat32> decay() {
    return decay;
  }

  /** The gradient of the total loss by weight, before clipping. */
  Map<String, Operand<TFloat32>> gradients() {
    return gradients;
  }

  /** A {@link LossReport}'s fields as a vector, with the batch's own statistics. */
  Operand<TFloat32> trainingReport() {
    return trainingReport;
  }

  /** A {@link LossReport}'s fields as a vector, with the running statistics. */
  Operand<TFloat32> evaluationReport() {
    return evaluationReport;
  }

  /** Moves every weight, slot and running statistic. */
  Op step() {
    return step;
  }

  @Override
  public void close() {
    graph.close();
  }
}
