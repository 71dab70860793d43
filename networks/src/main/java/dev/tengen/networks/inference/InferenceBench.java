package dev.tengen.networks.inference;

import dev.tengen.game.Position;
import dev.tengen.game.Snapshot;
import dev.tengen.networks.Network;
import dev.tengen.networks.model.InferenceGraph;
import dev.tengen.networks.model.Precision;
import java.time.Duration;
import org.tensorflow.Result;
import org.tensorflow.types.TFloat32;

/**
 * How many positions a second a network evaluates, by the bare graph and by the evaluator around
 * it. Compare figures of one run only, taken in turns: machines have moods.
 */
public final class InferenceBench implements AutoCloseable {

  private final NetworkEvaluator evaluator;
  private final InferenceGraph graph;
  private final Position start;

  /**
   * @param start an empty board of the network's size, from which random games are played
   */
  public InferenceBench(Network network, Precision precision, Position start) {
    evaluator = new NetworkEvaluator(network, precision);
    graph = evaluator.graph();
    this.start = start;
  }

  /** Positions a second of {@code session.run} on one input over and over, nothing read back. */
  public double bare(int batch, int threads, Duration duration) {
    return batch * Pace.of(threads, duration, thread -> new BareLoop(batch));
  }

  /** Positions a second of the evaluator on positions of random games. */
  public double evaluator(int batch, int threads, Duration duration) {
    return batch * Pace.of(threads, duration, thread -> new EvaluatorLoop(batch, thread));
  }

  /** The bare graph. */
  private final class BareLoop implements Pace.Loop {
    private final TFloat32 input;

    BareLoop(int batch) {
      input = graph.newInput(batch);
      input.asRawTensor().data().asFloats().write(new float[(int) input.size()]);
    }

    @Override
    public void once() {
      try (Result result = graph.run(input)) {
        if (result.size() != 2) {
          throw new IllegalStateException("the graph gave " + result.size() + " results");
        }
      }
    }

    @Override
    public void close() {
      input.close();
    }
  }

  /** The evaluator. */
  private final class EvaluatorLoop implements Pace.Loop {
    private final Snapshot[] snapshots;
    private final float[] logits;
    private final float[] values;

    EvaluatorLoop(int batch, int seed) {
      snapshots = RandomPositions.of(start, batch, seed);
      logits = new float[batch * start.actionCount()];
      values = new float[batch];
    }

    @Override
    public void once() {
      evaluator.evaluate(snapshots, snapshots.length, logits, values);
    }
  }

  @Override
  public void close() {
    evaluator.close();
  }
}
