package dev.tengen.networks.model;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.SoftmaxCrossEntropyWithLogits;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;

/**
 * Sums over the positions of a part of a batch; scalars all. {@link LossReport} says what they are.
 */
record Losses(
    Operand<TFloat32> policy,
    Operand<TFloat32> value,
    Operand<TFloat32> targetEntropy,
    Operand<TFloat32> policyEntropy,
    Operand<TFloat32> hits) {

  static Losses of(Ops tf, Tower tower, Operand<TFloat32> pi, Operand<TFloat32> z) {
    SoftmaxCrossEntropyWithLogits<TFloat32> crossEntropy =
        tf.nn.softmaxCrossEntropyWithLogits(tower.logits(), pi);
    Operand<TFloat32> error = tf.math.sub(z, tower.value());
    Operand<TFloat32> logP = tf.nn.logSoftmax(tower.logits());
    Operand<TInt32> actions = tf.constant(1);
    Operand<TFloat32> hits =
        tf.dtypes.cast(
            tf.math.equal(
                tf.math.argMax(tower.logits(), actions, TInt64.class),
                tf.math.argMax(pi, actions, TInt64.class)),
            TFloat32.class);
    return new Losses(
        sum(tf, crossEntropy.loss()),
        sum(tf, tf.math.mul(error, error)),
        tf.math.neg(sum(tf, tf.math.xlogy(pi, pi))),
        tf.math.neg(sum(tf, tf.math.mul(tf.math.exp(logP), logP))),
        sum(tf, hits));
  }

  /** The sums over all parts. */
  static Losses total(Ops tf, List<Losses> parts) {
    return new Losses(
        add(tf, parts.stream().map(Losses::policy).toList()),
        add(tf, parts.stream().map(Losses::value).toList()),
        add(tf, parts.stream().map(Losses::targetEntropy).toList()),
        add(tf, parts.stream().map(Losses::policyEntropy).toList()),
        add(tf, parts.stream().map(Losses::hits).toList()));
  }

  static Operand<TFloat32> add(Ops tf, List<Operand<TFloat32>> terms) {
    return terms.size() == 1 ? terms.get(0) : tf.math.addN(new ArrayList<>(terms));
  }

  static Operand<TFloat32> sum(Ops tf, Operand<TFloat32> x) {
    return tf.reduceSum(x, tf.range(tf.constant(0), tf.rank(x), tf.constant(1)));
  }
}
