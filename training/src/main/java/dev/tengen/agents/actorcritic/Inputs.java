package dev.tengen.agents.actorcritic;

import dev.tengen.networks.nn.FloatFeed;
import dev.tengen.networks.nn.ParameterGraph;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The inputs of a graph that a {@link Segment} fills.
 *
 * @param observations [rows, observation]
 * @param facts [{@link Segment#FACTS}, rows]
 * @param penalties [rows, actions], null where every action is legal
 * @param state [2, memory], what was remembered before the first row, null without a memory
 */
record Inputs(
    int rows, FloatFeed observations, FloatFeed facts, FloatFeed penalties, FloatFeed state) {

  /**
   * @param masked whether some actions are illegal at times
   */
  static Inputs of(ParameterGraph graph, PolicyNetwork network, int rows, boolean masked) {
    return new Inputs(
        rows,
        graph.feed(rows, network.observationSize()),
        graph.feed(Segment.FACTS, rows),
        masked ? graph.feed(rows, network.actions()) : null,
        network.memory() > 0 ? graph.feed(2, network.memory()) : null);
  }

  Operand<TFloat32> stateOperand() {
    return state == null ? null : state.operand();
  }

  /** Those there are. */
  List<FloatFeed> feeds() {
    List<FloatFeed> feeds = new ArrayList<>(List.of(observations, facts));
    if (penalties != null) {
      feeds.add(penalties);
    }
    if (state != null) {
      feeds.add(state);
    }
    return feeds;
  }

  void write(Segment segment) {
    observations.write(segment.observations());
    facts.write(segment.facts());
    if (penalties != null) {
      penalties.write(segment.penalties());
    }
  }
}
