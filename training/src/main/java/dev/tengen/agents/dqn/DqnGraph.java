package dev.tengen.agents.dqn;

import dev.tengen.networks.WeightArray;
import dev.tengen.networks.nn.FloatFeed;
import dev.tengen.networks.nn.ParameterGraph;
import dev.tengen.networks.nn.ParameterLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * One update of deep Q-learning as one run of TensorFlow: targets from the target network, errors
 * of the online network, gradient, step; out come the loss, the errors and the moved parameters.
 *
 * <pre>
 *   a* = argmax_a Q(s', a)            of the online network where doubleQ, else of the target network,
 *                                     over the legal actions
 *   y  = r + discount * Q_target(s', a*)               (discount: gamma^n, or 0 where the task ended)
 *   L  = mean_i  w_i * huber(y_i - Q(s_i, a_i))                     (DQN; w: importance weights)
 *   L  = mean_i  w_i * sum_k mean_l |tau_k - 1{u &lt; 0}| huber(u)/kappa,   u = y_l - Q_k(s_i, a_i)
 *                                     with quantiles (Dabney et al. 2018, equation 10)
 * </pre>
 */
final class DqnGraph implements AutoCloseable {

  /** What stands after the errors in the report: loss, mean action value, gradient norm. */
  private static final int FIGURES = 3;

  private final DqnSettings settings;
  private final Heads heads;
  private final ParameterGraph graph;
  private final Ops tf;
  private final Noise noise;
  private final List<FloatFeed> inputs = new ArrayList<>();
  private final FloatFeed observations;
  private final FloatFeed facts;
  private final FloatFeed penalties;
  private final FloatFeed onlineNoise;
  private final FloatFeed targetNoise;
  private final float[] noiseSample;
  private final Operand<TFloat32> gradient;
  private final Operand<TFloat32> report;
  private final Op step;
  private final Operand<TFloat32> moved;
  private final Op targetUpdate;
  private final float[] reported;
  private final float[] errors;
  private final float[] parameters;
  private long nanos;

  /**
   * @param masked whether some actions are illegal at times
   */
  DqnGraph(DqnSettings settings, Heads heads, boolean masked) {
    this.settings = settings;
    this.heads = heads;
    ParameterLayout layout = heads.layout();
    noise = new Noise(layout, settings.noise());
    graph = new ParameterGraph(layout, settings.optimizer().optimizer());
    tf = graph.tf();
    int size = settings.batchSize();
    observations = input(2L * size, heads.inputSize());
    facts = input(Batch.FACTS, size);
    penalties = masked ? input(size, heads.actions()) : null;
    onlineNoise = noise.size() > 0 ? input(noise.size()) : null;
    targetNoise = noise.size() > 0 ? input(noise.size()) : null;
    noiseSample = new float[noise.size()];

    ParameterGraph.Vector target = graph.addVector("target");
    Drawn drawn = draw(noisy(graph.parameters(), onlineNoise), noisy(target, targetNoise));
    gradient = graph.gradient(drawn.loss, graph.parameters());
    Operand<TFloat32> norm = graph.norm(gradient);
    Operand<TFloat32> figures = tf.stack(List.of(drawn.loss, drawn.meanValue, norm));
    report = tf.concat(List.of(drawn.errors, figures), tf.constant(0));
    step = graph.step(graph.clipped(gradient, norm, (float) settings.maxGradientNorm()), report);
    moved = graph.parametersAfter(step);
    targetUpdate =
        settings.targetRate() == 1
            ? graph.copy(graph.parameters(), target)
            : graph.approach(graph.parameters(), target, (float) settings.targetRate());
    reported = new float[size + FIGURES];
    errors = new float[size];
    parameters = new float[layout.size()];
  }

  private FloatFeed input(long... shape) {
    FloatFeed feed = graph.feed(shape);
    inputs.add(feed);
    return feed;
  }

  private Map<String, Operand<TFloat32>> noisy(ParameterGraph.Vector vector, FloatFeed sample) {
    return sample == null ? vector.weights() : noise.draw(tf, vector.weights(), sample.operand());
  }

  private record Drawn(
      Operand<TFloat32> errors, Operand<TFloat32> loss, Operand<TFloat32> meanValue) {}

  private Drawn draw(Map<String, Operand<TFloat32>> online, Map<String, Operand<TFloat32>> target) {
    List<Output<TFloat32>> rows = tf.unstack(facts.operand(), (long) Batch.FACTS).output();
    List<Output<TFloat32>> seen = halves(observations.operand());
    Operand<TFloat32> nextByTarget = heads.draw(tf, target, seen.get(1));
    Operand<TFloat32> now;
    Operand<TFloat32> choosing;
    if (settings.doubleQ()) {
      List<Output<TFloat32>> both = halves(heads.draw(tf, online, observations.operand()));
      now = both.get(0);
      choosing = both.get(1);
    } else {
      now = heads.draw(tf, online, seen.get(0));
      choosing = nextByTarget;
    }
    Operand<TFloat32> taken = pick(now, tf.dtypes.cast(rows.get(0), TInt64.class));
    Operand<TFloat32> next = pick(nextByTarget, best(choosing));
    Operand<TFloat32> rewards = forEachAtom(rows.get(1));
    Operand<TFloat32> discounts = forEachAtom(rows.get(2));
    Operand<TFloat32> targets = tf.math.add(rewards, tf.math.mul(discounts, next));
    Operand<TFloat32> means = overAtoms(taken);
    Operand<TFloat32> difference = tf.math.sub(overAtoms(targets), means);
    Operand<TFloat32> losses = hasAtoms() ? quantileLosses(targets, taken) : huber(difference);
    Operand<TFloat32> loss = tf.math.mean(tf.math.mul(rows.get(3), losses), tf.constant(0));
    return new Drawn(difference, loss, tf.math.mean(means, tf.constant(0)));
  }

  private List<Output<TFloat32>> halves(Operand<TFloat32> x) {
    return tf.split(tf.constant(0), x, 2L).output();
  }

  private boolean hasAtoms() {
    return heads.atoms() > 1;
  }

  /** [batch, 1] where that has to spread over atoms. */
  private Operand<TFloat32> forEachAtom(Operand<TFloat32> x) {
    return hasAtoms() ? tf.expandDims(x, tf.constant(1)) : x;
  }

  /** The mean over the last axis, where that is of atoms. */
  private Operand<TFloat32> overAtoms(Operand<TFloat32> x) {
    return hasAtoms() ? tf.math.mean(x, tf.constant(-1)) : x;
  }

  /** The best legal action in each row. */
  private Operand<TInt64> best(Operand<TFloat32> values) {
    Operand<TFloat32> means = overAtoms(values);
    return tf.math.argMax(
        penalties == null ? means : tf.math.add(means, penalties.operand()), tf.constant(1));
  }

  /** Of each row the given action's value, or its atoms. */
  private Operand<TFloat32> pick(Operand<TFloat32> values, Operand<TInt64> actions) {
    Operand<TFloat32> chosen =
        tf.oneHot(actions, tf.constant(heads.actions()), tf.constant(1f), tf.constant(0f));
    return tf.sum(
        tf.math.mul(values, hasAtoms() ? tf.expandDims(chosen, tf.constant(2)) : chosen),
        tf.constant(1));
  }

  /** x^2 / 2 up to errorClip, from there on linear. */
  private Operand<TFloat32> huber(Operand<TFloat32> x) {
    if (settings.errorClip() == 0) {
      return tf.math.mul(tf.constant(0.5f), tf.math.square(x));
    }
    Operand<TFloat32> limit = tf.constant((float) settings.errorClip());
    Operand<TFloat32> size = tf.math.abs(x);
    Operand<TFloat32> inner = tf.math.minimum(size, limit);
    Operand<TFloat32> outer = tf.math.mul(limit, tf.math.sub(size, inner));
    return tf.math.add(tf.math.mul(tf.constant(0.5f), tf.math.square(inner)), outer);
  }

  private Operand<TFloat32> quantileLosses(Operand<TFloat32> targets, Operand<TFloat32> taken) {
    int count = heads.atoms();
    float[] middles = new float[count];
    for (int k = 0; k < count; k++) {
      middles[k] = (k + 0.5f) / count;
    }
    // u[i, k, l] = y_l - theta_k
    Operand<TFloat32> u =
        tf.math.sub(tf.expandDims(targets, tf.constant(1)), tf.expandDims(taken, tf.constant(2)));
    Operand<TFloat32> below = tf.dtypes.cast(tf.math.less(u, tf.constant(0f)), TFloat32.class);
    Operand<TFloat32> tau = tf.reshape(tf.constant(middles), tf.constant(new int[] {1, count, 1}));
    Operand<TFloat32> slopes = tf.math.abs(tf.math.sub(tau, below));
    float scale = settings.errorClip() == 0 ? 1 : (float) (1 / settings.errorClip());
    Operand<TFloat32> each = tf.math.mul(slopes, tf.math.mul(tf.constant(scale), huber(u)));
    return tf.sum(tf.math.mean(each, tf.constant(2)), tf.constant(1));
  }

  /** Begins with parameters drawn by chance; the target network begins equal. */
  void initialise(RandomGenerator random) {
    float[] flat = graph.layout().initial(random);
    System.arraycopy(flat, 0, parameters, 0, flat.length);
    graph.initialise(flat);
  }

  /**
   * Takes one step.
   *
   * @param random draws the noise of noisy layers
   * @param last whether {@link #parameters} shall follow; of several steps in a row only the last
   *     need say so
   * @return the errors y - Q(s, a), overwritten by the next step
   */
  float[] update(Batch batch, float learningRate, RandomGenerator random, boolean last) {
    write(batch, random);
    long start = System.nanoTime();
    Session.Runner runner = graph.stepRunner(learningRate, inputs).fetch(report);
    if (last) {
      runner.fetch(moved);
    } else {
      runner.addTarget(step);
    }
    try (Result result = runner.run()) {
      read(result, 0, reported);
      if (last) {
        read(result, 1, parameters);
      }
    }
    nanos += System.nanoTime() - start;
    System.arraycopy(reported, 0, errors, 0, errors.length);
    return errors;
  }

  private void write(Batch batch, RandomGenerator random) {
    observations.write(batch.observations());
    facts.write(batch.facts());
    if (penalties != null) {
      penalties.write(batch.penalties());
    }
    if (noise.size() > 0) {
      noise.sample(noiseSample, random);
      onlineNoise.write(noiseSample);
      noise.sample(noiseSample, random);
      targetNoise.write(noiseSample);
    }
  }

  private static void read(Result result, int index, float[] into) {
    ((TFloat32) result.get(index)).asRawTensor().data().asFloats().read(into);
  }

  /** Moves the target network to, or towards, the online network. */
  void updateTarget() {
    graph.runner(List.of()).addTarget(targetUpdate).run().close();
  }

  /** The gradient of a batch, before it is clipped; takes no step. */
  float[] gradient(Batch batch, RandomGenerator random) {
    write(batch, random);
    float[] values = new float[graph.layout().size()];
    try (Result result = graph.runner(inputs).fetch(gradient).run()) {
      read(result, 0, values);
    }
    return values;
  }

  /** The online parameters, flat; the next update that says so overwrites them. */
  float[] parameters() {
    return parameters;
  }

  Noise noise() {
    return noise;
  }

  ParameterLayout layout() {
    return graph.layout();
  }

  /** The loss of the last update. */
  float loss() {
    return reported[errors.length];
  }

  /** The mean value of the last batch's actions. */
  float meanValue() {
    return reported[errors.length + 1];
  }

  /** The length of the last update's gradient before clipping. */
  float gradientNorm() {
    return reported[errors.length + 2];
  }

  /** Updates taken. */
  long updates() {
    return graph.steps();
  }

  /** Time that updates have spent in TensorFlow. */
  long nanos() {
    return nanos;
  }

  Map<String, WeightArray> state() {
    return graph.state();
  }

  /**
   * Goes on from a saved {@link #state}.
   *
   * @throws IllegalArgumentException if it is of another network
   */
  void restore(Map<String, WeightArray> state, long updates) {
    graph.restore(state, updates);
    System.arraycopy(graph.layout().flat(state), 0, parameters, 0, parameters.length);
  }

  @Override
  public void close() {
    graph.close();
  }
}
