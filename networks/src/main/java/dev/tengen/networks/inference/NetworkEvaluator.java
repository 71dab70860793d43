package dev.tengen.networks.inference;

import dev.tengen.game.Evaluator;
import dev.tengen.game.Position;
import dev.tengen.game.Snapshot;
import dev.tengen.networks.Network;
import dev.tengen.networks.NetworkConfig;
import dev.tengen.networks.features.ActionMap;
import dev.tengen.networks.features.FeaturePlanes;
import dev.tengen.networks.model.InferenceGraph;
import dev.tengen.networks.model.Precision;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.LongAdder;

/**
 * Asks a network. Each call runs in the caller's thread with buffers of its own, so several threads
 * work side by side; the buffers are kept for later calls.
 *
 * <p>Close it after the last call has returned.
 */
public final class NetworkEvaluator implements Evaluator, AutoCloseable {

  /** The most positions that go to TensorFlow at once; larger requests are cut. */
  static final int MAX_BATCH = 4096;

  private final InferenceGraph graph;
  private final FeaturePlanes features;
  private final ActionMap actions;
  private final Deque<InferenceCall> idle = new ConcurrentLinkedDeque<>();
  private final LongAdder positions = new LongAdder();
  private final LongAdder calls = new LongAdder();
  private volatile boolean closed;

  /** In float32. */
  public NetworkEvaluator(Network network) {
    this(network, Precision.FLOAT32);
  }

  public NetworkEvaluator(Network network, Precision precision) {
    graph = new InferenceGraph(network, precision);
    features = FeaturePlanes.of(network.config());
    actions = new ActionMap(network.config().boardSize());
  }

  /**
   * Opens a network for play.
   *
   * @param start an empty board of its size, for trying it out
   */
  public static NetworkEvaluator open(Network network, PrecisionChoice choice, Position start) {
    return new NetworkEvaluator(network, choice.resolve(network, start));
  }

  @Override
  public void evaluate(Snapshot[] batch, int count, float[] logits, float[] values) {
    if (closed) {
      throw new IllegalStateException("this evaluator is closed");
    }
    InferenceCall call = idle.pollFirst();
    if (call == null) {
      call = new InferenceCall(graph);
    }
    try {
      for (int from = 0; from < count; from += MAX_BATCH) {
        evaluate(call, batch, from, Math.min(MAX_BATCH, count - from), logits, values);
      }
    } finally {
      idle.addFirst(call);
    }
  }

  private void evaluate(
      InferenceCall call, Snapshot[] batch, int from, int count, float[] logits, float[] values) {
    float[] planes = call.planes(count);
    for (int i = 0; i < count; i++) {
      features.encode(batch[from + i], planes, i * features.length());
    }
    call.run(count);
    int actionCount = graph.config().actionCount();
    for (int i = 0; i < count; i++) {
      actions.undo(
          batch[from + i].symmetry(),
          call.logits(),
          i * actionCount,
          logits,
          (from + i) * actionCount);
    }
    System.arraycopy(call.values(), 0, values, from, count);
    positions.add(count);
    calls.increment();
  }

  /** What it runs. */
  InferenceGraph graph() {
    return graph;
  }

  /** The shape of the network. */
  public NetworkConfig config() {
    return graph.config();
  }

  /** Positions evaluated so far. */
  public long positions() {
    return positions.sum();
  }

  /** Runs of the graph so far. */
  public long calls() {
    return calls.sum();
  }

  @Override
  public void close() {
    closed = true;
    for (InferenceCall call = idle.pollFirst(); call != null; call = idle.pollFirst()) {
      call.close();
    }
    graph.close();
  }
}
