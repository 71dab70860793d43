package dev.tengen.agents.actorcritic;

import dev.tengen.agents.actorcritic.Objective.Report;
import dev.tengen.networks.model.Optimizer;
import dev.tengen.networks.nn.FloatFeed;
import dev.tengen.networks.nn.ParameterGraph;
import dev.tengen.networks.nn.ParameterLayout;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.types.TFloat32;

/**
 * The gradient of a segment's losses to parameters that are an input: one run of TensorFlow, which
 * keeps nothing. Used by one thread, which has it to itself.
 */
final class SegmentGradient implements AutoCloseable {

  private final ParameterGraph graph;
  private final Inputs inputs;
  private final FloatFeed parameters;
  private final List<FloatFeed> feeds;
  private final Operand<TFloat32> gradient;
  private final Operand<TFloat32> report;
  private final float[] computed;

  SegmentGradient(PolicyNetwork network, Objective objective, int rows, boolean masked) {
    ParameterLayout layout = network.layout();
    // The graph's own vector stays out of it, and so does what would move it.
    graph = new ParameterGraph(layout, new Optimizer.Momentum(0));
    inputs = Inputs.of(graph, network, rows, masked);
    parameters = graph.feed(layout.size());
    Operand<TFloat32> flat = parameters.operand();
    ParameterGraph.Vector own =
        new ParameterGraph.Vector("own", flat, layout.cut(graph.tf(), flat));
    Objective.Drawn drawn = objective.draw(graph, own, network, inputs);
    gradient = drawn.gradient();
    report = drawn.report();
    feeds = new ArrayList<>(inputs.feeds());
    feeds.add(parameters);
    computed = new float[layout.size()];
  }

  /**
   * Computes it.
   *
   * @param state what was remembered before the segment's first row; not read without a memory
   */
  Report of(Segment segment, float[] state, float[] at) {
    inputs.write(segment);
    parameters.write(at);
    if (inputs.state() != null) {
      inputs.state().write(state);
    }
    try (Result result = graph.runner(feeds).fetch(gradient).fetch(report).run()) {
      ((TFloat32) result.get(0)).asRawTensor().data().asFloats().read(computed);
      return Report.read(result, 1);
    }
  }

  /** What was computed last; the array is overwritten by the next. */
  float[] gradient() {
    return computed;
  }

  @Override
  public void close() {
    graph.close();
  }
}
