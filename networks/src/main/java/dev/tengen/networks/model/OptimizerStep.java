package dev.tengen.networks.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.train.ApplyMomentum;
import org.tensorflow.types.TFloat32;

/** An optimizer as operations of a graph: what moves each weight along its gradient. */
public final class OptimizerStep {

  private final Ops tf;
  private final Variables variables;
  private final Optimizer optimizer;
  private final Placeholder<TFloat32> rate;
  private final Placeholder<TFloat32> beta1Power;
  private final Placeholder<TFloat32> beta2Power;

  /**
   * @param variables hold a slot for each weight under {@link #slotName}
   */
  public OptimizerStep(Ops tf, Variables variables, Optimizer optimizer) {
    this.tf = tf;
    this.variables = variables;
    this.optimizer = optimizer;
    rate = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
    beta1Power = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
    beta2Power = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
  }

  /** The variable that an optimizer's slot for a weight is kept in. */
  public static String slotName(String slot, String weight) {
    return "optimizer." + slot + "." + weight;
  }

  /**
   * Moves every weight.
   *
   * @param gate what must have happened before any of them moves
   * @param gradients by weight
   */
  public List<Op> updates(Op gate, Map<String, Operand<TFloat32>> gradients) {
    Ops gated = tf.withControlDependencies(gate);
    List<Op> updates = new ArrayList<>();
    gradients.forEach((name, gradient) -> updates.add(update(gated, name, gradient)));
    return updates;
  }

  private Op update(Ops gated, String name, Operand<TFloat32> gradient) {
    Operand<TFloat32> weight = variables.variable(name);
    if (optimizer instanceof Optimizer.Momentum sgd) {
      return gated.train.applyMomentum(
          weight,
          variables.variable(slotName("momentum", name)),
          rate,
          gradient,
          tf.constant(sgd.momentum()),
          ApplyMomentum.useLocking(true));
    }
    if (optimizer instanceof Optimizer.RmsProp rms) {
      return rmsProp(gated, name, weight, gradient, rms);
    }
    Optimizer.Adam adam = (Optimizer.Adam) optimizer;
    return gated.train.applyAdam(
        weight,
        variables.variable(slotName("m", name)),
        variables.variable(slotName("v", name)),
        beta1Power,
        beta2Power,
        rate,
        tf.constant(adam.beta1()),
        tf.constant(adam.beta2()),
        tf.constant(adam.epsilon()),
        gradient);
  }

  private Op rmsProp(
      Ops gated,
      String name,
      Operand<TFloat32> weight,
      Operand<TFloat32> gradient,
      Optimizer.RmsProp rms) {
    Operand<TFloat32> square = variables.variable(slotName("square", name));
    Operand<TFloat32> move = variables.variable(slotName("move", name));
    Operand<TFloat32> decay = tf.constant(rms.decay());
    Operand<TFloat32> none = tf.constant(0f);
    Operand<TFloat32> epsilon = tf.constant(rms.epsilon());
    if (!rms.centred()) {
      return gated.train.applyRmsProp(weight, square, move, rate, decay, none, epsilon, gradient);
    }
    Operand<TFloat32> mean = variables.variable(slotName("mean", name));
    return gated.train.applyCenteredRmsProp(
        weight, mean, square, move, rate, decay, none, epsilon, gradient);
  }

  /** Fed with the learning rate. */
  public Placeholder<TFloat32> rate() {
    return rate;
  }

  /** Fed with beta1 to the power of the step's number, from 1, where the optimizer is Adam. */
  public Placeholder<TFloat32> beta1Power() {
    return beta1Power;
  }

  /** The same for beta2. */
  public Placeholder<TFloat32> beta2Power() {
    return beta2Power;
  }
}
