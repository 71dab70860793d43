package dev.tengen.agents.actorcritic;

import dev.tengen.networks.nn.Body;
import dev.tengen.networks.nn.LstmCell;
import dev.tengen.networks.nn.ParameterLayout;
import dev.tengen.networks.nn.PlainBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The network of a policy and of a state's value: one body, perhaps a layer that remembers, and two
 * heads; or two bodies. Drawn for TensorFlow and computed in plain Java.
 *
 * @param body between observation and heads
 * @param inputShape of an observation
 * @param actions how many
 * @param ownValueBody whether the value has a body of its own
 * @param memory units of an LSTM between body and heads; 0: none
 */
record PolicyNetwork(
    Body body, List<Integer> inputShape, int actions, boolean ownValueBody, int memory) {

  private static final String BODY = "body";
  private static final String VALUE_BODY = "value.body";
  private static final String POLICY = "policy";
  private static final String VALUE = "value";

  /** As in Stable-Baselines3: sqrt(2) for bodies, so that signals keep their size. */
  private static final float BODY_GAIN = (float) Math.sqrt(2);

  /** Small, so that a policy begins all but uniform. */
  private static final float POLICY_GAIN = 0.01f;

  PolicyNetwork {
    if (ownValueBody && memory > 0) {
      throw new IllegalArgumentException("two bodies do not share one memory");
    }
  }

  /** Numbers of an observation. */
  int observationSize() {
    return inputShape.stream().reduce(1, Math::multiplyExact);
  }

  /** Numbers that are remembered from one step to the next. */
  int stateSize() {
    return 2 * memory;
  }

  private LstmCell cell() {
    return new LstmCell("memory", body.features(), memory);
  }

  ParameterLayout layout() {
    ParameterLayout layout = new ParameterLayout();
    int features = body.addTo(layout, BODY, inputShape, BODY_GAIN);
    if (memory > 0) {
      cell().addTo(layout);
      features = memory;
    }
    layout.denseOrthogonal(POLICY, features, actions, POLICY_GAIN);
    if (ownValueBody) {
      body.addTo(layout, VALUE_BODY, inputShape, BODY_GAIN);
    }
    layout.denseOrthogonal(VALUE, features, 1, 1);
    return layout;
  }

  /**
   * What it says.
   *
   * @param logits [rows, actions]
   * @param values [rows]
   */
  record Drawn(Operand<TFloat32> logits, Operand<TFloat32> values) {}

  /**
   * Draws it.
   *
   * @param observations [rows, numbers of an observation]; with a memory they follow each other
   * @param state h and c before the first row, [2, memory]; null without a memory
   */
  Drawn draw(
      Ops tf,
      Map<String, Operand<TFloat32>> weights,
      Operand<TFloat32> observations,
      int rows,
      Operand<TFloat32> state) {
    Operand<TFloat32> features = body.draw(tf, weights, BODY, inputShape, observations);
    if (memory > 0) {
      features = remember(tf, weights, features, rows, state);
    }
    Operand<TFloat32> forValue =
        ownValueBody ? body.draw(tf, weights, VALUE_BODY, inputShape, observations) : features;
    return new Drawn(
        Body.dense(tf, weights, POLICY, features),
        tf.reshape(Body.dense(tf, weights, VALUE, forValue), tf.array(rows)));
  }

  private Operand<TFloat32> remember(
      Ops tf,
      Map<String, Operand<TFloat32>> weights,
      Operand<TFloat32> features,
      int rows,
      Operand<TFloat32> state) {
    List<Operand<TFloat32>> before = rowsOf(tf, state, 2);
    LstmCell.Drawn now = new LstmCell.Drawn(before.get(0), before.get(1));
    List<Operand<TFloat32>> said = new ArrayList<>();
    for (Operand<TFloat32> x : rowsOf(tf, features, rows)) {
      now = cell().draw(tf, weights, x, now);
      said.add(now.hidden());
    }
    return said.size() == 1 ? said.get(0) : tf.concat(said, tf.constant(0));
  }

  private static List<Operand<TFloat32>> rowsOf(Ops tf, Operand<TFloat32> x, int rows) {
    List<Operand<TFloat32>> list = new ArrayList<>();
    tf.split(tf.constant(0), x, (long) rows).output().forEach(list::add);
    return list;
  }

  /** The same in plain Java, one observation at a time. Used by one thread. */
  final class Plain {

    private final ParameterLayout layout = layout();
    private final PlainBody plainBody = new PlainBody(body, layout, BODY, inputShape);
    private final PlainBody valueBody =
        ownValueBody ? new PlainBody(body, layout, VALUE_BODY, inputShape) : null;
    private final LstmCell cell = memory > 0 ? cell() : null;
    private final float[] logits = new float[actions];
    private final float[] value = new float[1];
    private float[] features;
    private float[] valueFeatures;

    /**
     * Looks at an observation.
     *
     * @param parameters flat
     * @param state what is remembered, {@link #stateSize} numbers, all 0 at the beginning of an
     *     episode; moved on
     */
    void look(float[] parameters, float[] observations, int offset, float[] state) {
      features = plainBody.features(parameters, observations, offset);
      if (cell != null) {
        cell.step(layout, parameters, features, state);
        features = state;
      }
      valueFeatures =
          valueBody == null ? features : valueBody.features(parameters, observations, offset);
    }

    /** The logits for what was looked at; the array is overwritten by the next call. */
    float[] logits(float[] parameters) {
      PlainBody.dense(layout, POLICY, parameters, features, logits);
      return logits;
    }

    /** The value of what was looked at. */
    float value(float[] parameters) {
      PlainBody.dense(layout, VALUE, parameters, valueFeatures, value);
      return value[0];
    }
  }
}
