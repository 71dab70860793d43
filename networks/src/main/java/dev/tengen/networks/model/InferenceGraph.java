package dev.tengen.networks.model;

import dev.tengen.networks.Network;
import dev.tengen.networks.NetworkConfig;
import dev.tengen.networks.TensorFlowRuntime;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TFloat16;
import org.tensorflow.types.TFloat32;

/**
 * A network as a graph that maps planes to opinions, with normalisation folded and weights as
 * constants, and a session that runs it in the caller's thread. The session may be used by several
 * threads at once.
 */
public final class InferenceGraph implements AutoCloseable {

  /** Names of the graph's ends. */
  public static final String INPUT = "input";

  public static final String POLICY = "policy";
  public static final String VALUE = "value";

  private final NetworkConfig config;
  private final Graph graph = new Graph();
  private final Session session;
  private final Placeholder<TFloat32> input;
  private final Operand<TFloat32> policy;
  private final Operand<TFloat32> value;

  public InferenceGraph(Network network, Precision precision) {
    config = network.config();
    int size = config.boardSize();
    Ops tf = Ops.create(graph);
    input =
        tf.withName(INPUT)
            .placeholder(
                TFloat32.class, Placeholder.shape(Shape.of(-1, size, size, config.planes())));
    Tower tower =
        switch (precision) {
          case FLOAT32 ->
              Tower.build(tf, config, new FoldedLayers<>(tf, network, TFloat32.class), input);
          case BFLOAT16 ->
              Tower.build(tf, config, new FoldedLayers<>(tf, network, TBfloat16.class), input);
          case FLOAT16 ->
              Tower.build(tf, config, new FoldedLayers<>(tf, network, TFloat16.class), input);
        };
    policy = tf.withName(POLICY).identity(tower.logits());
    value = tf.withName(VALUE).identity(tower.value());
    session = new Session(graph, TensorFlowRuntime.inCallersThread());
  }

  /** The shape of the network. */
  public NetworkConfig config() {
    return config;
  }

  /** A tensor for {@link #run}: planes [batch, N, N, planes]. The caller closes it. */
  public TFloat32 newInput(int batch) {
    return TFloat32.tensorOf(
        Shape.of(batch, config.boardSize(), config.boardSize(), config.planes()));
  }

  /** Logits [B, N*N+1] and values [B] of planes [B, N, N, planes]. The caller closes the result. */
  public Result run(TFloat32 planes) {
    return session.runner().feed(input, planes).fetch(policy).fetch(value).run();
  }

  /** The session, for those who write the graph elsewhere. */
  public Session session() {
    return session;
  }

  /** What the graph takes and gives, as TensorFlow's saved models describe it. */
  public Signature signature() {
    return Signature.builder(Signature.DEFAULT_KEY)
        .input(INPUT, input)
        .output(POLICY, policy)
        .output(VALUE, value)
        .build();
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
