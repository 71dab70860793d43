package dev.tengen.agents.dqn;

import dev.tengen.networks.nn.Body;
import dev.tengen.networks.nn.ParameterLayout;
import dev.tengen.networks.nn.PlainBody;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;

/**
 * The network of action values: a body, and one head, or two where it is dueling. Drawn for
 * TensorFlow and computed in plain Java.
 *
 * @param inputShape of an observation
 * @param actions how many
 * @param atoms numbers for each action: 1, or its quantiles
 */
record Heads(Body body, List<Integer> inputShape, int actions, int atoms, boolean dueling) {

  private static final String BODY = "body";
  private static final String ACTIONS = "actions";
  private static final String VALUE = "value";

  /** Numbers in an observation. */
  int inputSize() {
    return inputShape.stream().reduce(1, Math::multiplyExact);
  }

  ParameterLayout layout() {
    ParameterLayout layout = new ParameterLayout();
    int features = body.addTo(layout, BODY, inputShape, null);
    layout.dense(ACTIONS, features, actions * atoms);
    if (dueling) {
      layout.dense(VALUE, features, atoms);
    }
    return layout;
  }

  /**
   * Draws it: observations [batch, size] to [batch, actions], or [batch, actions, atoms] where
   * there are several.
   */
  Operand<TFloat32> draw(
      Ops tf, Map<String, Operand<TFloat32>> weights, Operand<TFloat32> observations) {
    Operand<TFloat32> features = body.draw(tf, weights, BODY, inputShape, observations);
    Operand<TFloat32> each = byAction(tf, Body.dense(tf, weights, ACTIONS, features));
    if (!dueling) {
      return each;
    }
    Operand<TFloat32> value = Body.dense(tf, weights, VALUE, features);
    if (atoms > 1) {
      value = tf.expandDims(value, tf.constant(1));
    }
    Operand<TFloat32> mean = tf.math.mean(each, tf.constant(1), Mean.keepDims(true));
    return tf.math.add(value, tf.math.sub(each, mean));
  }

  private Operand<TFloat32> byAction(Ops tf, Operand<TFloat32> x) {
    return atoms == 1 ? x : tf.reshape(x, tf.array(-1, actions, atoms));
  }

  /** The same in plain Java, one observation at a time. Used by one thread. */
  final class Plain {

    private final ParameterLayout layout;
    private final PlainBody plainBody;
    private final float[] each = new float[actions * atoms];
    private final float[] value = new float[atoms];

    Plain(ParameterLayout layout) {
      this.layout = layout;
      plainBody = new PlainBody(body, layout, BODY, inputShape);
    }

    /**
     * The value of each action.
     *
     * @param parameters flat
     * @param values receives them
     */
    void actionValues(float[] parameters, float[] observations, int offset, float[] values) {
      float[] features = plainBody.features(parameters, observations, offset);
      PlainBody.dense(layout, ACTIONS, parameters, features, each);
      float sum = 0;
      for (int action = 0; action < actions; action++) {
        values[action] = mean(each, action * atoms);
        sum += values[action];
      }
      if (dueling) {
        PlainBody.dense(layout, VALUE, parameters, features, value);
        float shift = mean(value, 0) - sum / actions;
        for (int action = 0; action < actions; action++) {
          values[action] += shift;
        }
      }
    }

    private float mean(float[] array, int from) {
      float sum = 0;
      for (int i = 0; i < atoms; i++) {
        sum += array[from + i];
      }
      return sum / atoms;
    }
  }
}
