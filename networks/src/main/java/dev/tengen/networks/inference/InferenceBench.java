package dev.tengen.networks.inference;

import dev.tengen.game.Position;
import dev.tengen.game.Snapshot;
import dev.tengen.networks.Network;
import dev.tengen.networks.model.InferenceGraph;
import dev.tengen.networks.model.Precision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tensorflow.Result;
import org.tensorflow.types.TFloat32;

/**
 * How many positions a second a network evaluates, by the bare graph and by the evaluator around
 * it. Compare figures of one run only, taken in turns: machines have moods.
 */
public final class InferenceBench implements AutoCloseable {

  private final InferenceGraph graph;
  private final NetworkEvaluator evaluator;
  private final Position start;

  /**
   * @param start an empty board of the network's size, from which random games are played
   */
  public InferenceBench(Network network, Precision precision, Position start) {
    graph = new InferenceGraph(network, precision);
    evaluator = new NetworkEvaluator(network, precision);
    this.start = start;
  }

  /** Work of one thread, repeated. */
  private interface Loop extends AutoCloseable {
    void once();

    @Override
    void close();
  }

  private interface LoopFactory {
    Loop open(int thread);
  }

  /** Positions a second of {@code session.run} on one input over and over, nothing read back. */
  public double bare(int batch, int threads, Duration duration) {
    return measure(batch, threads, duration, thread -> new BareLoop(batch));
  }

  /** Positions a second of the evaluator on positions of random games. */
  public double evaluator(int batch, int threads, Duration duration) {
    return measure(batch, threads, duration, thread -> new EvaluatorLoop(batch, thread));
  }

  private static double measure(int batch, int threads, Duration duration, LoopFactory loops) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Double>> rates = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int thread = i;
        rates.add(
            pool.submit(
                () -> {
                  try (Loop loop = loops.open(thread)) {
                    rate(loop, duration.toNanos() / 4);
                    return batch * rate(loop, duration.toNanos());
                  }
                }));
      }
      double sum = 0;
      for (Future<Double> rate : rates) {
        sum += rate.get();
      }
      return sum;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  /** Repetitions a second. */
  private static double rate(Loop loop, long nanos) {
    long begin = System.nanoTime();
    long now = begin;
    long times = 0;
    while (now - begin < nanos) {
      loop.once();
      times++;
      now = System.nanoTime();
    }
    return times * 1e9 / (now - begin);
  }

  /** The bare graph. */
  private final class BareLoop implements Loop {
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
  private final class EvaluatorLoop implements Loop {
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

    @Override
    public void close() {}
  }

  @Override
  public void close() {
    evaluator.close();
    graph.close();
  }
}
