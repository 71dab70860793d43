package dev.tengen.agents.actorcritic;

import dev.tengen.agents.actorcritic.Objective.Report;
import dev.tengen.networks.WeightArray;
import dev.tengen.networks.model.Optimizer;
import dev.tengen.networks.nn.ParameterGraph;
import dev.tengen.networks.nn.ParameterLayout;
import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.types.TFloat32;

/**
 * One update as one run of TensorFlow: losses, gradient, its clipping, RMSProp; out come the
 * figures and the moved parameters, with which plain Java then acts.
 */
final class FusedUpdate implements AutoCloseable {

  private final ParameterGraph graph;
  private final Inputs inputs;
  private final Operand<TFloat32> report;
  private final Operand<TFloat32> moved;
  private final float[] parameters;
  private final double start;

  /**
   * @param rows of the segments that come
   * @param masked whether some actions are illegal at times
   * @param maxGradientNorm longer gradients are scaled down to it; 0: never
   */
  FusedUpdate(
      PolicyNetwork network,
      Objective objective,
      RmsPropSettings rms,
      double maxGradientNorm,
      int rows,
      boolean masked) {
    ParameterLayout layout = network.layout();
    start = rms.start();
    graph =
        new ParameterGraph(
            layout, new Optimizer.RmsProp((float) rms.decay(), (float) rms.epsilon(), false));
    inputs = Inputs.of(graph, network, rows, masked);
    Objective.Drawn drawn = objective.draw(graph, graph.parameters(), network, inputs);
    report = drawn.report();
    Operand<TFloat32> clipped =
        graph.clipped(drawn.gradient(), drawn.norm(), (float) maxGradientNorm);
    moved = graph.parametersAfter(graph.step(clipped, report));
    parameters = new float[layout.size()];
  }

  /** Begins with chance. */
  void initialise(RandomGenerator random) {
    initialise(graph.layout().initial(random));
  }

  /** Begins with these parameters. */
  void initialise(float[] flat) {
    System.arraycopy(flat, 0, parameters, 0, flat.length);
    graph.initialise(flat);
    Map<String, WeightArray> state = graph.state();
    state.forEach(
        (name, array) -> {
          if (name.startsWith("optimizer.square.")) {
            Arrays.fill(array.values(), (float) start);
          }
        });
    graph.restore(state, 0);
  }

  /** The parameters as they are; the array is overwritten by the next update. */
  float[] parameters() {
    return parameters;
  }

  /** Learns from a segment. */
  Report update(Segment segment, double learningRate) {
    inputs.write(segment);
    try (Result result =
        graph.stepRunner((float) learningRate, inputs.feeds()).fetch(report).fetch(moved).run()) {
      ((TFloat32) result.get(1)).asRawTensor().data().asFloats().read(parameters);
      return Report.read(result, 0);
    }
  }

  /** Updates made. */
  long updates() {
    return graph.steps();
  }

  /** Everything that {@link #restore} needs. */
  Map<String, WeightArray> state() {
    return graph.state();
  }

  void restore(Map<String, WeightArray> state, long updates) {
    graph.restore(state, updates);
    System.arraycopy(graph.layout().flat(state), 0, parameters, 0, parameters.length);
  }

  @Override
  public void close() {
    graph.close();
  }
}
