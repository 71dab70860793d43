package dev.tengen.networks.inference;

import dev.tengen.networks.NetworkConfig;
import dev.tengen.networks.model.InferenceGraph;
import org.tensorflow.Result;
import org.tensorflow.types.TFloat32;

/**
 * One thread's buffers for running an {@link InferenceGraph}: arrays on the Java side, and an input
 * tensor that is kept while batches have the same size.
 *
 * <p>Batches run at the size they have. Padding them to round sizes was measured and gains nothing:
 * no size runs slower than its neighbours, and the first run at a new size costs 2 ms once.
 */
final class InferenceCall implements AutoCloseable {

  private final InferenceGraph graph;
  private TFloat32 input;
  private int inputBatch;
  private float[] planes = new float[0];
  private float[] logits = new float[0];
  private float[] values = new float[0];

  InferenceCall(InferenceGraph graph) {
    this.graph = graph;
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
    if (inputBatch != count) {
      close();
      input = graph.newInput(count);
      inputBatch = count;
    }
    input.asRawTensor().data().asFloats().write(planes, 0, count * config.inputLength());
    try (Result result = graph.run(input)) {
      read(result, 0, logits, count * config.actionCount());
      read(result, 1, values, count);
    }
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
    if (input != null) {
      input.close();
      input = null;
      inputBatch = 0;
    }
  }
}
