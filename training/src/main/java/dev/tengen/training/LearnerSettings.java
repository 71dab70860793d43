package dev.tengen.training;

import dev.tengen.networks.model.LearnerConfig;
import dev.tengen.networks.model.Optimizer;
import dev.tengen.networks.model.Precision;
import java.util.List;

/**
 * How a network learns from games.
 *
 * <p>AlphaGo Zero (Silver et al. 2017, Methods, "Optimization"): stochastic gradient descent with
 * momentum 0.9, batches of 2,048 positions, c = 1e-4, learning rate 0.01 falling to 0.001 after
 * 400,000 and 0.0001 after 600,000 steps, from the games of the last 500,000.
 *
 * @param optimizer the rule for a step
 * @param momentum of SGD, 0 up to 1; Adam has its usual 0.9 and 0.999
 * @param l2 c of the loss {@code (z - v)² - π·log p + c‖θ‖²}
 * @param valueWeight factor of {@code (z - v)²}; AlphaGo Zero: 1
 * @param batchSize positions of one step
 * @param learningRate by steps since the run began; from step 0 on, ascending
 * @param samplesPerPosition how often each position is drawn on average: a generation of n
 *     positions makes {@code n * samplesPerPosition / batchSize} steps
 * @param window which games are drawn from
 * @param maxGradientNorm a longer gradient is scaled down to it; 0: never
 * @param precision of the convolutions of a step
 * @param towers into how many parts a batch is split, one for each core; 0: as many as there are
 *     threads, of at least 32 positions, AlphaGo Zero's parts; 1 on a GPU
 * @param checkpointSteps steps between checkpoints: what a kill can cost
 */
public record LearnerSettings(
    OptimizerKind optimizer,
    double momentum,
    double l2,
    double valueWeight,
    int batchSize,
    List<RateStep> learningRate,
    double samplesPerPosition,
    Window window,
    double maxGradientNorm,
    Precision precision,
    int towers,
    int checkpointSteps) {

  /** The rule for a gradient step. */
  public enum OptimizerKind {
    SGD,
    ADAM
  }

  /** Batch statistics of fewer positions are noise. */
  private static final int LEAST_POSITIONS_OF_A_TOWER = 32;

  public LearnerSettings {
    Checks.between("momentum", momentum, 0, 0.9999);
    Checks.between("l2", l2, 0, 1);
    Checks.positive("valueWeight", valueWeight);
    Checks.between("batchSize", batchSize, 1, 65_536);
    learningRate = List.copyOf(learningRate);
    Checks.that(
        !learningRate.isEmpty() && learningRate.get(0).fromStep() == 0,
        "learningRate must have an entry with fromStep 0");
    for (int i = 1; i < learningRate.size(); i++) {
      Checks.that(
          learningRate.get(i).fromStep() > learningRate.get(i - 1).fromStep(),
          "learningRate must have ascending fromStep");
    }
    Checks.positive("samplesPerPosition", samplesPerPosition);
    Checks.atLeast("maxGradientNorm", maxGradientNorm, 0);
    Checks.that(
        precision != Precision.FLOAT16,
        "precision must be float32 or bfloat16: in float16 gradients underflow");
    Checks.between("towers", towers, 0, batchSize);
    Checks.atLeast("checkpointSteps", checkpointSteps, 1);
  }

  /** The learning rate from a step on. */
  public record RateStep(long fromStep, double rate) {
    public RateStep {
      Checks.that(fromStep >= 0, "fromStep must be at least 0, not " + fromStep);
      Checks.positive("rate", rate);
    }
  }

  /**
   * The newest games of a run, as many as {@code share} of all games so far, but at least {@code
   * minimumGames} and at most {@code maximumGames}. With a share below 1 the window grows with the
   * run and lets go of the first, worst games soon (after Wu 2019, section 3, where the window
   * grows more slowly than the data).
   */
  public record Window(int minimumGames, double share, int maximumGames) {
    public Window {
      Checks.atLeast("minimumGames", minimumGames, 1);
      Checks.between("share", share, 0, 1);
      Checks.that(maximumGames >= minimumGames, "maximumGames must not be below minimumGames");
    }

    /** How many games to draw from when there are {@code games} in all. */
    public int games(long games) {
      long wanted = Math.min(maximumGames, Math.max(minimumGames, Math.round(share * games)));
      return (int) Math.min(games, wanted);
    }
  }

  /** The learning rate of a step, counted from 0. */
  public double rateAt(long step) {
    double rate = learningRate.get(0).rate();
    for (RateStep entry : learningRate) {
      if (entry.fromStep() <= step) {
        rate = entry.rate();
      }
    }
    return rate;
  }

  /** The steps for a number of new positions; at least one. */
  public long stepsFor(long positions) {
    return Math.max(1, Math.round(positions * samplesPerPosition / batchSize));
  }

  /** What the learner takes, on a machine with this many threads. */
  LearnerConfig toConfig(int threads) {
    int most = Math.max(1, Math.min(threads, batchSize / LEAST_POSITIONS_OF_A_TOWER));
    return LearnerConfig.alphaGoZero()
        .withOptimizer(
            optimizer == OptimizerKind.ADAM
                ? new Optimizer.Adam()
                : new Optimizer.Momentum((float) momentum))
        .withL2((float) l2)
        .withValueWeight((float) valueWeight)
        .withMaxGradientNorm((float) maxGradientNorm)
        .withPrecision(precision)
        .withTowers(towers == 0 ? most : towers);
  }
}
