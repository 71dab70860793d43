package dev.tengen.networks.model;

import dev.tengen.networks.NetworkConfig;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** The tensors that a batch is fed with, kept as long as batches have the same size. */
final class BatchTensors implements AutoCloseable {

  private record Feed(Placeholder<TFloat32> target, TFloat32 tensor) {}

  private final TrainingGraph graph;
  private final List<Feed> feeds = new ArrayList<>();
  private int size;

  BatchTensors(TrainingGraph graph) {
    this.graph = graph;
  }

  /** Copies a batch, split into one part for each tower, the first parts one longer if need be. */
  void fill(float[] planes, float[] pi, float[] z, int count) {
    int towers = graph.parts().size();
    NetworkConfig config = graph.config();
    if (count < towers) {
      throw new IllegalArgumentException(
          "a batch needs a position for each of %d towers, not %d".formatted(towers, count));
    }
    if (count != size) {
      allocate(count);
    }
    int from = 0;
    for (int i = 0; i < towers; i++) {
      int length = length(i, count);
      write(3 * i, planes, from * config.inputLength(), length * config.inputLength());
      write(3 * i + 1, pi, from * config.actionCount(), length * config.actionCount());
      write(3 * i + 2, z, from, length);
      from += length;
    }
  }

  private int length(int part, int count) {
    int towers = graph.parts().size();
    return count / towers + (part < count % towers ? 1 : 0);
  }

  private void allocate(int count) {
    close();
    NetworkConfig config = graph.config();
    int n = config.boardSize();
    for (int i = 0; i < graph.parts().size(); i++) {
      TrainingGraph.Part part = graph.parts().get(i);
      int length = length(i, count);
      feeds.add(
          new Feed(part.planes(), TFloat32.tensorOf(Shape.of(length, n, n, config.planes()))));
      feeds.add(new Feed(part.pi(), TFloat32.tensorOf(Shape.of(length, config.actionCount()))));
      feeds.add(new Feed(part.z(), TFloat32.tensorOf(Shape.of(length))));
    }
    size = count;
  }

  private void write(int feed, float[] from, int offset, int length) {
    feeds.get(feed).tensor().asRawTensor().data().asFloats().write(from, offset, length);
  }

  Session.Runner feed(Session.Runner runner) {
    for (Feed feed : feeds) {
      runner.feed(feed.target(), feed.tensor());
    }
    return runner;
  }

  @Override
  public void close() {
    feeds.forEach(feed -> feed.tensor().close());
    feeds.clear();
    size = 0;
  }
}
