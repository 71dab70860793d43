package dev.tengen.agents.actorcritic;

import dev.tengen.networks.nn.ParameterGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * What actor and critic minimise (Mnih et al. 2016, section 4):
 *
 * <pre>
 *   L = sum_i w_i ( -A_i log pi(a_i | s_i) - beta H(pi(. | s_i)) + c (G_i - V(s_i))^2 )
 * </pre>
 *
 * <p>Returns G and advantages A are numbers that {@link Segment} brings along, so no gradient flows
 * through them: the policy's term does not teach the value. A3C sums over a segment (w = 1), A2C
 * and REINFORCE take means (w = 1 / rows). Illegal actions have a probability of 0 and no part in
 * the entropy H.
 *
 * @param entropyCoefficient beta
 * @param valueCoefficient c
 */
record Objective(double entropyCoefficient, double valueCoefficient) {

  /** Numbers in a report. */
  static final int FIGURES = 4;

  /**
   * How one update went, before it moved anything. Means over the rows.
   *
   * @param policyLoss -A log pi(a)
   * @param valueLoss (G - V)^2
   * @param entropy H, in nats
   * @param gradientNorm before it was clipped
   */
  record Report(double policyLoss, double valueLoss, double entropy, double gradientNorm) {

    static Report read(Result result, int index) {
      float[] figures = new float[FIGURES];
      ((TFloat32) result.get(index)).asRawTensor().data().asFloats().read(figures);
      return new Report(figures[0], figures[1], figures[2], figures[3]);
    }

    /** Whether the learning can go on. */
    boolean isFinite() {
      return Double.isFinite(policyLoss + valueLoss + entropy + gradientNorm);
    }

    /** Under Stable-Baselines3's names. */
    Map<String, Double> figures(Objective objective, double learningRate, long updates) {
      return Map.of(
          "train/policy_loss", policyLoss,
          "train/value_loss", valueLoss,
          "train/entropy_loss", -entropy,
          "train/loss",
              policyLoss
                  - objective.entropyCoefficient * entropy
                  + objective.valueCoefficient * valueLoss,
          "train/learning_rate", learningRate,
          "train/n_updates", (double) updates);
    }
  }

  /**
   * The objective in a graph.
   *
   * @param gradient of the loss, flat
   * @param norm of the gradient
   * @param report the {@link #FIGURES} of a {@link Report}
   */
  record Drawn(Operand<TFloat32> gradient, Operand<TFloat32> norm, Operand<TFloat32> report) {}

  /**
   * Draws it.
   *
   * @param parameters what it is the gradient to
   */
  Drawn draw(
      ParameterGraph graph, ParameterGraph.Vector parameters, PolicyNetwork network, Inputs in) {
    Ops tf = graph.tf();
    List<Operand<TFloat32>> facts = new ArrayList<>();
    tf.unstack(in.facts().operand(), (long) Segment.FACTS).output().forEach(facts::add);
    Operand<TInt32> actions = tf.dtypes.cast(facts.get(0), TInt32.class);
    Operand<TFloat32> returns = facts.get(1);
    Operand<TFloat32> advantages = facts.get(2);
    Operand<TFloat32> weights = facts.get(3);

    PolicyNetwork.Drawn said =
        network.draw(
            tf, parameters.weights(), in.observations().operand(), in.rows(), in.stateOperand());
    Operand<TFloat32> logits = said.logits();
    if (in.penalties() != null) {
      logits = tf.math.add(logits, in.penalties().operand());
    }
    Operand<TInt32> perRow = tf.constant(1);
    Operand<TFloat32> logProbabilities = tf.nn.logSoftmax(logits);
    Operand<TFloat32> chosen =
        tf.oneHot(actions, tf.constant(network.actions()), tf.constant(1f), tf.constant(0f));
    Operand<TFloat32> logChosen = tf.sum(tf.math.mul(logProbabilities, chosen), perRow);
    Operand<TFloat32> entropies =
        tf.math.neg(tf.sum(tf.math.mul(tf.math.exp(logProbabilities), logProbabilities), perRow));
    Operand<TFloat32> errors = tf.math.sub(returns, said.values());

    Operand<TInt32> all = tf.constant(0);
    Operand<TFloat32> policyLoss =
        tf.math.neg(tf.sum(tf.math.mul(weights, tf.math.mul(advantages, logChosen)), all));
    Operand<TFloat32> entropy = tf.sum(tf.math.mul(weights, entropies), all);
    Operand<TFloat32> valueLoss = tf.sum(tf.math.mul(weights, tf.math.mul(errors, errors)), all);
    Operand<TFloat32> loss =
        tf.math.add(
            tf.math.sub(policyLoss, tf.math.mul(tf.constant((float) entropyCoefficient), entropy)),
            tf.math.mul(tf.constant((float) valueCoefficient), valueLoss));

    Operand<TFloat32> gradient = graph.gradient(loss, parameters);
    Operand<TFloat32> norm = graph.norm(gradient);
    // Of a segment shorter than its rows, and where losses are sums: means are asked for.
    Operand<TFloat32> total = tf.sum(weights, all);
    return new Drawn(
        gradient,
        norm,
        tf.stack(
            List.of(
                tf.math.div(policyLoss, total),
                tf.math.div(valueLoss, total),
                tf.math.div(entropy, total),
                norm)));
  }
}
