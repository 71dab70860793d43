package dev.tengen.agents;

import dev.tengen.agents.algorithm.Algorithm;
import dev.tengen.agents.algorithm.Task;
import dev.tengen.agents.algorithm.TrainingMonitor;
import dev.tengen.training.StopSignal;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How fast DQN learns CartPole on one thread: two hidden layers of 128, Adam, batches of 64, a
 * gradient step for every two environment steps. Measured from when the replay memory is full, in
 * the very training whose result {@link #meanReturn} judges.
 *
 * @param stepsPerSecond environment steps, learning included, by the clock; median of rounds
 * @param stepsPerCpuSecond the same by the processor time of the one thread, for machines that are
 *     shared
 * @param outsideTensorFlow share of the time that is not spent in TensorFlow's runs
 * @param meanReturn of the greedy policy at the end, of 500 at most
 */
public record LearningSpeed(
    double stepsPerSecond, double stepsPerCpuSecond, double outsideTensorFlow, double meanReturn) {

  /** The environment. */
  public static final String ENVIRONMENT = "CartPole-v1";

  /** The hidden layers. */
  public static final String NET = "128-128";

  /** Transitions in a batch. */
  public static final int BATCH = 64;

  private static final int REPLAY = 10_000;
  private static final int ROUND = 5_000;
  private static final int ROUNDS = 8;
  private static final int STEPS = REPLAY + ROUNDS * ROUND;
  private static final int EPISODES = 100;

  private static final List<String> SETTINGS =
      List.of(
          "steps=" + STEPS,
          "network={convolutions: [], hidden: [128, 128], activation: relu}",
          "optimizer=adam",
          "batchSize=" + BATCH,
          "trainEvery=2",
          "gradientSteps=1",
          "replaySize=" + REPLAY,
          "learningRate=0.001",
          "priorityExponent=0",
          "targetEvery=500",
          "saveReplay=false");

  /** Measures; takes 50,000 steps. */
  public static LearningSpeed measure(long seed) {
    AgentConfig<?> config = AgentConfig.resolve("dqn", ENVIRONMENT, SETTINGS);
    Task task = config.task(seed);
    double[] tensorFlow = new double[1];
    TrainingMonitor monitor =
        new TrainingMonitor(
            0, ROUND, (step, figures) -> tensorFlow[0] = figures.get("time/tensorflow"));
    StopSignal never = StopSignal.onRequest();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    double[] byClock = new double[ROUNDS];
    double[] byProcessor = new double[ROUNDS];
    double[] outside = new double[ROUNDS];
    try (Algorithm learner = config.create(seed)) {
      learner.train(REPLAY, monitor, never);
      for (int round = 0; round < ROUNDS; round++) {
        double before = tensorFlow[0];
        long processor = threads.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        learner.train(learner.steps() + ROUND, monitor, never);
        double seconds = seconds(System.nanoTime() - start);
        byClock[round] = ROUND / seconds;
        byProcessor[round] = ROUND / seconds(threads.getCurrentThreadCpuTime() - processor);
        outside[round] = 1 - (tensorFlow[0] - before) / seconds;
      }
      double meanReturn = Returns.greedy(learner, task, EPISODES, seed + 1).mean();
      return new LearningSpeed(median(byClock), median(byProcessor), median(outside), meanReturn);
    }
  }

  private static double seconds(long nanos) {
    return nanos / (double) TimeUnit.SECONDS.toNanos(1);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return (sorted[half] + sorted[(sorted.length - 1) / 2]) / 2;
  }
}
