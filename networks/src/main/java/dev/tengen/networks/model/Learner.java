package dev.tengen.networks.model;

import dev.tengen.networks.Network;
import dev.tengen.networks.NetworkConfig;
import dev.tengen.networks.NetworkInfo;
import dev.tengen.networks.TensorFlowRuntime;
import dev.tengen.networks.WeightArray;
import dev.tengen.networks.WeightLayout;
import dev.tengen.networks.checkpoint.LearnerState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;

/**
 * Trains a network: batches in, loss reports out. Used by one thread at a time.
 *
 * <p>The weights, the optimizer's slots and the step counter are the whole state: a learner
 * restored from {@link #save} goes on exactly as the saved one would have.
 */
public final class Learner implements AutoCloseable {

  private static final int REPORT_LENGTH = 8;

  private final LearnerConfig learning;
  private final NetworkInfo origin;
  private final TrainingGraph graph;
  private final Session session;
  private final BatchTensors batch;
  private final TFloat32 rate = TFloat32.scalarOf(0);
  private final TFloat32 scale = TFloat32.scalarOf(0);
  private final TFloat32 decay = TFloat32.scalarOf(0);
  private final TFloat32 beta1Power = TFloat32.scalarOf(0);
  private final TFloat32 beta2Power = TFloat32.scalarOf(0);
  private long steps;

  private Learner(LearnerConfig learning, NetworkInfo origin, Map<String, WeightArray> state) {
    this.learning = learning;
    this.origin = origin;
    this.steps = origin.trainingSteps();
    graph = new TrainingGraph(origin.config(), learning);
    session = new Session(graph.graph(), TensorFlowRuntime.onOwnThreads(learning.towers()));
    batch = new BatchTensors(graph);
    graph.variables().set(session, state);
  }

  /** A learner that starts from a network, its optimizer's slots empty. */
  public static Learner from(Network network, LearnerConfig learning) {
    return new Learner(learning, network.info(), freshState(network, learning.optimizer()));
  }

  /** A network's weights and empty slots. */
  static Map<String, WeightArray> freshState(Network network, Optimizer optimizer) {
    Map<String, WeightArray> state = new HashMap<>(network.weights());
    for (Map.Entry<String, WeightArray> entry : network.weights().entrySet()) {
      if (WeightLayout.isTrainable(entry.getKey())) {
        WeightArray array = entry.getValue();
        for (String slot : optimizer.slots()) {
          state.put(
              OptimizerStep.slotName(slot, entry.getKey()),
              new WeightArray(array.shape(), new float[array.values().length]));
        }
      }
    }
    return state;
  }

  /**
   * A learner that goes on where a saved one stopped.
   *
   * @throws dev.tengen.game.UserError if the file is missing, damaged, or of a learner with another
   *     optimizer
   */
  public static Learner restore(Path file, LearnerConfig learning) {
    LearnerState state = LearnerState.load(file, learning.optimizer().id());
    return new Learner(learning, state.info(), state.arrays());
  }

  /** Writes the whole state into one file, replacing it; never half of it. */
  public void save(Path file) throws IOException {
    new LearnerState(
            origin.after(steps, origin.description()),
            learning.optimizer().id(),
            graph.variables().get(session))
        .save(file);
  }

  /**
   * Takes one step down the gradient of the loss over a batch.
   *
   * @param planes inputs, [count, N, N, planes]
   * @param pi search policies, [count, N*N+1], each summing to 1
   * @param z outcomes for the player to move, [count], in [-1, 1]
   * @param count positions in the batch, at least one for each tower
   * @param learningRate the optimizer's rate for this step
   * @return what the batch said about the network before the step
   */
  public LossReport train(float[] planes, float[] pi, float[] z, int count, float learningRate) {
    batch.fill(planes, pi, z, count);
    rate.setFloat(learningRate);
    scale.setFloat(1f / count);
    decay.setFloat(Math.min(learning.batchNormDecay(), (1f + steps) / (10f + steps)));
    Session.Runner runner =
        batch
            .feed(session.runner())
            .feed(graph.optimizer().rate(), rate)
            .feed(graph.scale(), scale)
            .feed(graph.decay(), decay);
    if (learning.optimizer() instanceof Optimizer.Adam adam) {
      beta1Power.setFloat((float) Math.pow(adam.beta1(), steps + 1.0));
      beta2Power.setFloat((float) Math.pow(adam.beta2(), steps + 1.0));
      runner
          .feed(graph.optimizer().beta1Power(), beta1Power)
          .feed(graph.optimizer().beta2Power(), beta2Power);
    }
    LossReport report = report(runner.fetch(graph.trainingReport()).addTarget(graph.step()));
    steps++;
    return report;
  }

  /**
   * What a batch says about the network as it would play, with running statistics; learns nothing.
   */
  public LossReport evaluate(float[] planes, float[] pi, float[] z, int count) {
    batch.fill(planes, pi, z, count);
    scale.setFloat(1f / count);
    return report(
        batch.feed(session.runner()).feed(graph.scale(), scale).fetch(graph.evaluationReport()));
  }

  private static LossReport report(Session.Runner runner) {
    float[] v = new float[REPORT_LENGTH];
    try (Result result = runner.run()) {
      ((TFloat32) result.get(0)).asRawTensor().data().asFloats().read(v);
    }
    return new LossReport(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]);
  }

  /** Gradient steps taken in all, those of the network it started from included. */
  public long steps() {
    return steps;
  }

  /** The shape of the network. */
  public NetworkConfig config() {
    return graph.config();
  }

  /**
   * A copy of the network as it is now.
   *
   * @param description one line for people
   */
  public Network network(String description) {
    Map<String, WeightArray> weights = new LinkedHashMap<>(graph.variables().get(session));
    weights.keySet().retainAll(WeightLayout.of(config()).shapes().keySet());
    return new Network(origin.after(steps, description), weights);
  }

  @Override
  public void close() {
    session.close();
    graph.close();
    batch.close();
    for (TFloat32 scalar : new TFloat32[] {rate, scale, decay, beta1Power, beta2Power}) {
      scalar.close();
    }
  }
}
