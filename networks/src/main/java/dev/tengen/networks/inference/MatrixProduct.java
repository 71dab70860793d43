package dev.tengen.networks.inference;

import dev.tengen.networks.TensorFlowRuntime;
import dev.tengen.networks.model.Precision;
import java.time.Duration;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TFloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TNumber;

/**
 * The machine's own speed at what networks are made of: the product of two square matrices that
 * TensorFlow computes. How good a network's rate is shows beside this one.
 */
public final class MatrixProduct implements AutoCloseable {

  /** Large enough that a product is all work, 20 ms on one core. */
  private static final int EDGE_ON_CPU = 1024;

  private static final int EDGE_ON_GPU = 8192;

  private final int edge = TensorFlowRuntime.builtForGpu() ? EDGE_ON_GPU : EDGE_ON_CPU;
  private final Graph graph = new Graph();
  private final Ops tf = Ops.create(graph);
  private final Session session;
  private final Operand<TFloat32> corner;

  /** Draws two matrices. */
  public MatrixProduct(Precision precision) {
    session = new Session(graph, TensorFlowRuntime.inCallersThread());
    corner =
        switch (precision) {
          case FLOAT32 -> product(TFloat32.class);
          case BFLOAT16 -> product(TBfloat16.class);
          case FLOAT16 -> product(TFloat16.class);
        };
  }

  /** One entry of the product, so that no time goes into copying all of it. */
  private <T extends TNumber> Operand<TFloat32> product(Class<T> type) {
    Operand<T> product = tf.linalg.matMul(random(type), random(type));
    Operand<T> entry =
        tf.slice(product, tf.constant(new int[] {0, 0}), tf.constant(new int[] {1, 1}));
    return tf.dtypes.cast(entry, TFloat32.class);
  }

  private <T extends TNumber> Variable<T> random(Class<T> type) {
    Variable<T> matrix = tf.variable(Shape.of(edge, edge), type);
    Operand<TFloat32> numbers =
        tf.random.randomUniform(tf.constant(new int[] {edge, edge}), TFloat32.class);
    Operand<T> rounded = tf.dtypes.cast(numbers, type);
    session.run(tf.assign(matrix, rounded));
    return matrix;
  }

  /** 10^9 floating-point operations a second, of this many threads together. */
  public double gflops(int threads, Duration duration) {
    double products = Pace.of(threads, duration, thread -> this::once);
    return 2e-9 * edge * edge * edge * products;
  }

  private void once() {
    try (Result result = session.runner().fetch(corner).run()) {
      if (result.size() != 1) {
        throw new IllegalStateException("the graph gave " + result.size() + " results");
      }
    }
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
