package dev.tengen.networks.inference;

import dev.tengen.networks.NetworkConfig;
import dev.tengen.networks.model.InferenceGraph;
import java.util.Map;
import java.util.TreeMap;
import org.tensorflow.Result;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/**
 * One thread's buffers for running an {@link InferenceGraph}: arrays on the Java side, and an input
 * tensor for each batch size in use.
 *
 * <p>Batches are padded to a few sizes ({@link #padded}), so that there are few tensors and few
 * shapes for TensorFlow to plan for.
 */
final class InferenceCall implements AutoCloseable {

  private final InferenceGraph graph;
  private final Map<Integer, TFloat32> tensors = new TreeMap<>();
  private float[] planes = new float[0];
  private float[] logits = new float[0];
  private float[] values = new float[0];

  InferenceCall(InferenceGraph graph) {
    this.graph = graph;
  }

  /** The batch size that a request of {@code count} positions runs at. */
  static int padded(int count) {
    return count;
  }

  /** Where to write the planes of {@code count} positions. */
  float[] planes(int count) {
    NetworkConfig config = graph.config();
    if (values.length < count) {
      planes = new float[count * config.inputLength()];
      logits = new float[count * config.actionCount()];
      values = new float[count];
    }
    return planes;
  }

  /** Runs the graph on the first {@code count} positions written. */
  void run(int count) {
    NetworkConfig config = graph.config();
    TFloat32 input = tensors.computeIfAbsent(padded(count), this::newTensor);
    input.asRawTensor().data().asFloats().write(planes, 0, count * config.inputLength());
    try (Result result =
        graph
            .session()
            .runner()
            .feed(graph.input(), input)
            .fetch(graph.policy())
            .fetch(graph.value())
            .run()) {
      read(result, 0, logits, count * config.actionCount());
      read(result, 1, values, count);
    }
  }

  private TFloat32 newTensor(int batch) {
    NetworkConfig config = graph.config();
    return TFloat32.tensorOf(
        Shape.of(batch, config.boardSize(), config.boardSize(), config.planes()));
  }

  private static void read(Result result, int index, float[] into, int length) {
    ((TFloat32) result.get(index)).asRawTensor().data().asFloats().read(into, 0, length);
  }

  /** Logits of the last run. */
  float[] logits() {
    return logits;
  }

  /** Values of the last run. */
  float[] values() {
    return values;
  }

  @Override
  public void close() {
    tensors.values().forEach(TFloat32::close);
    tensors.clear();
  }
}
