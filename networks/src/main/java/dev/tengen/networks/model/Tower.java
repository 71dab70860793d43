package dev.tengen.networks.model;

import dev.tengen.networks.Encoding;
import dev.tengen.networks.NetworkConfig;
import dev.tengen.networks.WeightLayout;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TNumber;

/**
 * AlphaGo Zero's network (Silver et al. 2017, Methods, "Neural network architecture").
 *
 * <pre>
 *   planes [B, N, N, planes]
 *     stem        conv 3x3, norm, ReLU
 *     blocks      conv 3x3, norm, ReLU, conv 3x3, norm, + skip, ReLU      (each)
 *     policy      conv 1x1 of 2, norm, ReLU, dense N*N+1                   logits [B, N*N+1]
 *     value       conv 1x1 of 1, norm, ReLU, dense, ReLU, dense 1, tanh    value [B]
 * </pre>
 *
 * <p>Where the weights compute Black's value ({@link dev.tengen.networks.ValueSide}), the tanh is
 * multiplied by 1 or -1, read off the plane that says who is to move.
 *
 * @param logits unnormalised log probabilities of the points and the pass, [B, N*N+1]
 * @param value for the player to move, in [-1, 1], [B]
 */
record Tower(Operand<TFloat32> logits, Operand<TFloat32> value) {

  static <T extends TNumber> Tower build(
      Ops tf, NetworkConfig config, Layers<T> layers, Operand<TFloat32> planes) {
    Operand<T> x = tf.nn.relu(layers.convolution("stem", layers.input(planes)));
    for (int i = 0; i < config.blocks(); i++) {
      String block = "blocks." + i;
      Operand<T> y = tf.nn.relu(layers.convolution(block + ".first", x));
      x = tf.nn.relu(tf.math.add(layers.convolution(block + ".second", y), x));
    }
    Operand<TFloat32> policy = head(tf, config, layers, "policy", WeightLayout.POLICY_FILTERS, x);
    Operand<TFloat32> logits = layers.dense("policy.dense", policy);
    Operand<TFloat32> opinion = head(tf, config, layers, "value", WeightLayout.VALUE_FILTERS, x);
    Operand<TFloat32> hidden = tf.nn.relu(layers.dense("value.hidden", opinion));
    Operand<TFloat32> value =
        tf.reshape(tf.math.tanh(layers.dense("value.output", hidden)), tf.constant(new int[] {-1}));
    return switch (config.valueSide()) {
      case TO_MOVE -> new Tower(logits, value);
      case BLACK -> new Tower(logits, tf.math.mul(value, side(tf, planes)));
    };
  }

  /** 1 where Black is to move, -1 where White is: [B]. */
  private static Operand<TFloat32> side(Ops tf, Operand<TFloat32> planes) {
    Operand<TFloat32> black =
        tf.slice(
            planes,
            tf.constant(new int[] {0, 0, 0, Encoding.BLACK_TO_MOVE}),
            tf.constant(new int[] {-1, 1, 1, 1}));
    Operand<TFloat32> flat = tf.reshape(black, tf.constant(new int[] {-1}));
    return tf.math.sub(tf.math.mul(flat, tf.constant(2f)), tf.constant(1f));
  }

  private static <T extends TNumber> Operand<TFloat32> head(
      Ops tf, NetworkConfig config, Layers<T> layers, String unit, int filters, Operand<T> x) {
    Operand<TFloat32> map = layers.output(tf.nn.relu(layers.convolution(unit, x)));
    return tf.reshape(map, tf.constant(new int[] {-1, config.points() * filters}));
  }
}
