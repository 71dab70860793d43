package dev.tengen.networks.nn;

import dev.tengen.networks.TensorFlowRuntime;
import dev.tengen.networks.WeightArray;
import dev.tengen.networks.model.Optimizer;
import dev.tengen.networks.model.OptimizerStep;
import dev.tengen.networks.model.Variables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * A graph over flat vectors of parameters, its session and its input tensors; all native memory is
 * freed by {@link #close}.
 *
 * <p>Draw first, then {@link #initialise}, then run. The vector {@link #parameters} learns; {@link
 * #addVector} adds others of the same layout: a target network, an actor's own copy.
 *
 * <p>No parameter moves before its gradient is known: {@link #step} waits for it, since an
 * optimizer writes into the memory that the backward pass reads.
 */
public final class ParameterGraph implements AutoCloseable {

  /**
   * A vector of parameters.
   *
   * @param name of the variable; the learned one's is empty
   * @param flat all of it
   * @param weights the parameters by name
   */
  public record Vector(
      String name, Operand<TFloat32> flat, Map<String, Operand<TFloat32>> weights) {}

  private static final String LEARNED = "";

  private final ParameterLayout layout;
  private final Optimizer optimizer;
  private final Graph graph = new Graph();
  private final Ops tf = Ops.create(graph);
  private final Variables variables = new Variables(tf);
  private final OptimizerStep optimizerStep;
  private final List<FloatFeed> feeds = new ArrayList<>();
  private final List<String> vectors = new ArrayList<>();
  private final Vector parameters;
  private final TFloat32 rate = TFloat32.scalarOf(0);
  private final TFloat32 beta1Power = TFloat32.scalarOf(0);
  private final TFloat32 beta2Power = TFloat32.scalarOf(0);
  private Session session;
  private long steps;

  /**
   * @param optimizer moves the parameters; its slots begin at 0
   */
  public ParameterGraph(ParameterLayout layout, Optimizer optimizer) {
    this.layout = layout;
    this.optimizer = optimizer;
    optimizerStep = new OptimizerStep(tf, variables, optimizer);
    parameters = addVector(LEARNED);
    for (String slot : optimizer.slots()) {
      variables.add(OptimizerStep.slotName(slot, LEARNED), new int[] {layout.size()});
    }
  }

  /** To draw with. */
  public Ops tf() {
    return tf;
  }

  /** Where each parameter stands. */
  public ParameterLayout layout() {
    return layout;
  }

  /** What {@link #step} moves. */
  public Vector parameters() {
    return parameters;
  }

  /** Adds a vector that learns nothing by itself; it is kept in {@link #state} too. */
  public Vector addVector(String name) {
    variables.add(name, new int[] {layout.size()});
    vectors.add(name);
    Operand<TFloat32> flat = variables.value(name);
    return new Vector(name, flat, layout.cut(tf, flat));
  }

  /** Adds an input of a fixed shape. */
  public FloatFeed feed(long... shape) {
    Shape extents = Shape.of(shape);
    FloatFeed feed =
        new FloatFeed(tf.placeholder(TFloat32.class, Placeholder.shape(extents)), extents);
    feeds.add(feed);
    return feed;
  }

  /** The gradient of a scalar to a vector, flat. The scalar must depend on every parameter. */
  public Operand<TFloat32> gradient(Operand<TFloat32> loss, Vector of) {
    Output<?>[] weights =
        layout.names().stream()
            .map(name -> of.weights().get(name).asOutput())
            .toArray(Output[]::new);
    List<Operand<TFloat32>> parts = new ArrayList<>();
    for (Output<?> part : graph.addGradients(loss.asOutput(), weights)) {
      parts.add(part.expect(TFloat32.class));
    }
    return layout.join(tf, parts);
  }

  /** The length of a gradient. */
  public Operand<TFloat32> norm(Operand<TFloat32> gradient) {
    return tf.math.sqrt(tf.math.mul(tf.nn.l2Loss(gradient), tf.constant(2f)));
  }

  /**
   * A gradient no longer than {@code max} (Pascanu et al. 2013).
   *
   * @param norm its {@link #norm}
   * @param max 0: no limit
   */
  public Operand<TFloat32> clipped(Operand<TFloat32> gradient, Operand<TFloat32> norm, float max) {
    if (max == 0) {
      return gradient;
    }
    Operand<TFloat32> limit = tf.constant(max);
    return tf.math.mul(gradient, tf.math.div(limit, tf.math.maximum(norm, limit)));
  }

  /**
   * Moves {@link #parameters} along a gradient.
   *
   * @param before what must have been computed from the parameters before they move, beside the
   *     gradient itself
   */
  public Op step(Operand<TFloat32> gradient, Op... before) {
    List<Op> gate = new ArrayList<>(List.of(before));
    gate.add(gradient);
    return optimizerStep
        .updates(tf.withControlDependencies(gate).noOp(), Map.of(LEARNED, gradient))
        .get(0);
  }

  /** The learned parameters as they are after something has happened. */
  public Operand<TFloat32> parametersAfter(Op after) {
    return tf.withControlDependencies(after).identity(variables.variable(LEARNED));
  }

  /** Sets a vector to another's values. */
  public Op copy(Vector from, Vector to, Op... after) {
    return tf.withControlDependencies(List.of(after))
        .assign(variables.variable(to.name()), from.flat());
  }

  /**
   * Moves a vector towards another: to := to + rate * (from - to) (Lillicrap et al. 2016).
   *
   * @param after what must have happened before
   */
  public Op approach(Vector from, Vector to, float rate, Op... after) {
    Ops gated = tf.withControlDependencies(List.of(after));
    Operand<TFloat32> now = gated.identity(variables.variable(from.name()));
    Operand<TFloat32> old = gated.identity(variables.variable(to.name()));
    Operand<TFloat32> moved =
        tf.math.add(old, tf.math.mul(tf.constant(rate), tf.math.sub(now, old)));
    return tf.assign(variables.variable(to.name()), moved);
  }

  /** Opens the session, in the caller's thread: every vector begins with the same values. */
  public void initialise(float[] flat) {
    Map<String, WeightArray> values = new LinkedHashMap<>();
    for (String vector : vectors) {
      values.put(vector, new WeightArray(new int[] {layout.size()}, flat.clone()));
    }
    for (String slot : optimizer.slots()) {
      values.put(
          OptimizerStep.slotName(slot, LEARNED),
          new WeightArray(new int[] {layout.size()}, new float[layout.size()]));
    }
    variables.set(session(), values);
  }

  private Session session() {
    if (session == null) {
      session = new Session(graph, TensorFlowRuntime.inCallersThread());
    }
    return session;
  }

  /** A run that is fed with inputs as they stand, but takes no step. */
  public Session.Runner runner(List<FloatFeed> inputs) {
    Session.Runner runner = session().runner();
    for (FloatFeed feed : inputs) {
      runner.feed(feed.placeholder(), feed.tensor());
    }
    return runner;
  }

  /**
   * A run that takes one step: fed with inputs and what the optimizer needs. Counts the step. Used
   * by one thread at a time.
   */
  public Session.Runner stepRunner(float learningRate, List<FloatFeed> inputs) {
    steps++;
    rate.setFloat(learningRate);
    Session.Runner runner = runner(inputs).feed(optimizerStep.rate(), rate);
    if (optimizer instanceof Optimizer.Adam adam) {
      beta1Power.setFloat((float) Math.pow(adam.beta1(), (double) steps));
      beta2Power.setFloat((float) Math.pow(adam.beta2(), (double) steps));
      runner
          .feed(optimizerStep.beta1Power(), beta1Power)
          .feed(optimizerStep.beta2Power(), beta2Power);
    }
    return runner;
  }

  /** Steps taken. */
  public long steps() {
    return steps;
  }

  /**
   * Everything that is kept between runs, by name: {@code PARAMETER}, {@code VECTOR.PARAMETER},
   * {@code optimizer.SLOT.PARAMETER}. The count of {@link #steps} belongs to it.
   */
  public Map<String, WeightArray> state() {
    Map<String, WeightArray> state = new LinkedHashMap<>();
    variables
        .get(session())
        .forEach(
            (variable, array) ->
                layout
                    .arrays(array.values())
                    .forEach((name, values) -> state.put(prefix(variable) + name, values)));
    return state;
  }

  /**
   * Sets everything to a saved {@link #state}.
   *
   * @throws IllegalArgumentException if an array is missing or has another shape
   */
  public void restore(Map<String, WeightArray> state, long stepsTaken) {
    Map<String, WeightArray> values = new LinkedHashMap<>();
    List<String> names = new ArrayList<>(vectors);
    optimizer.slots().forEach(slot -> names.add(OptimizerStep.slotName(slot, LEARNED)));
    for (String variable : names) {
      Map<String, WeightArray> own = new LinkedHashMap<>();
      for (String name : layout.names()) {
        WeightArray array = state.get(prefix(variable) + name);
        if (array == null) {
          throw new IllegalArgumentException("no values for " + prefix(variable) + name);
        }
        own.put(name, array);
      }
      values.put(variable, new WeightArray(new int[] {layout.size()}, layout.flat(own)));
    }
    variables.set(session(), values);
    steps = stepsTaken;
  }

  private static String prefix(String variable) {
    return variable.isEmpty() || variable.endsWith(".") ? variable : variable + ".";
  }

  @Override
  public void close() {
    if (session != null) {
      session.close();
    }
    graph.close();
    feeds.forEach(feed -> feed.tensor().close());
    rate.close();
    beta1Power.close();
    beta2Power.close();
  }
}
