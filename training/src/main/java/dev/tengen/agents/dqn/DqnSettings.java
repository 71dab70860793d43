package dev.tengen.agents.dqn;

import dev.tengen.networks.model.Optimizer;
import dev.tengen.networks.nn.Body;
import dev.tengen.training.Checks;

/**
 * Settings of deep Q-learning. What an option adds to the algorithm of Mnih et al. 2015
 * ("Human-level control through deep reinforcement learning", Nature 518; here DQN) stands with its
 * paper; all of the options together are Rainbow (Hessel et al. 2018), with quantiles in place of
 * C51's fixed atoms.
 *
 * @param network the body between observation and heads
 * @param environments stepped together; DQN: 1
 * @param optimizer of the gradient; DQN: rmsprop
 * @param learningRate of the optimizer at the beginning; DQN: 0.00025 with rmsprop
 * @param learningRateEnd the same at the end of the training, to which it falls in a line; DQN:
 *     constant
 * @param maxGradientNorm gradients are scaled down to this length; 0: never, as in DQN
 * @param batchSize transitions in a minibatch; DQN: 32
 * @param replaySize transitions remembered; DQN: 1,000,000
 * @param learningStarts transitions remembered before learning begins, taken with random actions;
 *     DQN: 50,000
 * @param trainEvery environment steps between updates; DQN: 4
 * @param gradientSteps gradient steps in an update; DQN: 1
 * @param targetEvery environment steps between updates of the target network; DQN: 10,000
 * @param targetRate how far the target network moves then: 1, as in DQN, copies; less approaches
 *     (Lillicrap et al. 2016)
 * @param discount gamma; DQN: 0.99
 * @param rewardClip whether rewards are clipped to [-1, 1], as in DQN
 * @param errorClip where the squared error of a target turns linear (Huber 1964), which bounds its
 *     gradient; DQN: 1; 0: nowhere
 * @param epsilonStart share of random actions at the beginning; DQN: 1
 * @param epsilonEnd the same from the end of exploration on; DQN: 0.1
 * @param explorationFraction part of the training over which it falls in a line; DQN: 1,000,000
 *     steps of 50,000,000
 * @param doubleQ the online network chooses the action that the target network values (van Hasselt
 *     et al. 2016)
 * @param dueling a value and advantages less their mean, in place of action values (Wang et al.
 *     2016, equation 9); both heads stand on the same features
 * @param nStep rewards summed before a target bootstraps (Sutton 1988; in Rainbow: 3); DQN: 1
 * @param priorityExponent alpha of prioritised replay (Schaul et al. 2016, equation 1; there 0.6);
 *     0: uniform, as in DQN
 * @param importanceExponent beta at the beginning, which rises to 1 over the training; there 0.4
 * @param noise sigma0 of noisy layers (Fortunato et al. 2018, section 3.2; there 0.5), which
 *     explore in epsilon's stead; 0: none
 * @param quantiles how many quantiles of the return are learned in place of its mean (Dabney et al.
 *     2018, QR-DQN; there 200); 0: the mean
 * @param saveReplay whether a checkpoint holds the replay memory; without, a resumed run fills it
 *     anew before it learns on
 */
public record DqnSettings(
    Body network,
    int environments,
    OptimizerName optimizer,
    double learningRate,
    double learningRateEnd,
    double maxGradientNorm,
    int batchSize,
    int replaySize,
    int learningStarts,
    int trainEvery,
    int gradientSteps,
    int targetEvery,
    double targetRate,
    double discount,
    boolean rewardClip,
    double errorClip,
    double epsilonStart,
    double epsilonEnd,
    double explorationFraction,
    boolean doubleQ,
    boolean dueling,
    int nStep,
    double priorityExponent,
    double importanceExponent,
    double noise,
    int quantiles,
    boolean saveReplay) {

  /** What turns gradients into steps. */
  public enum OptimizerName {
    /** With its paper's constants. */
    ADAM,
    /** Centred, with DQN's constants. */
    RMSPROP;

    Optimizer optimizer() {
      return this == ADAM ? new Optimizer.Adam() : new Optimizer.RmsProp(0.95f, 0.01f, true);
    }
  }

  public DqnSettings {
    Checks.that(network != null, "network is missing; write hidden layers, such as [128, 128]");
    Checks.that(optimizer != null, "optimizer is missing; write adam or rmsprop");
    Checks.between("environments", environments, 1, 1024);
    Checks.positive("learningRate", learningRate);
    Checks.atLeast("learningRateEnd", learningRateEnd, 0);
    Checks.atLeast("maxGradientNorm", maxGradientNorm, 0);
    Checks.between("batchSize", batchSize, 1, 1 << 16);
    Checks.between("replaySize", replaySize, batchSize, 1 << 24);
    Checks.between("learningStarts", learningStarts, 0, replaySize);
    Checks.atLeast("trainEvery", trainEvery, 1);
    Checks.atLeast("gradientSteps", gradientSteps, 1);
    Checks.atLeast("targetEvery", targetEvery, 1);
    Checks.positive("targetRate", targetRate);
    Checks.between("targetRate", targetRate, 0, 1);
    Checks.between("discount", discount, 0, 1);
    Checks.atLeast("errorClip", errorClip, 0);
    Checks.between("epsilonStart", epsilonStart, 0, 1);
    Checks.between("epsilonEnd", epsilonEnd, 0, 1);
    Checks.between("explorationFraction", explorationFraction, 0, 1);
    Checks.between("nStep", nStep, 1, 1000);
    Checks.between("priorityExponent", priorityExponent, 0, 1);
    Checks.between("importanceExponent", importanceExponent, 0, 1);
    Checks.atLeast("noise", noise, 0);
    Checks.between("quantiles", quantiles, 0, 1000);
  }

  /** The share of random actions after {@code step} of {@code steps}. */
  double epsilon(long step, long steps) {
    if (noise > 0) {
      return 0;
    }
    double end = explorationFraction * steps;
    return step >= end ? epsilonEnd : epsilonStart + (epsilonEnd - epsilonStart) * step / end;
  }

  /** The learning rate after {@code step} of {@code steps}. */
  double learningRate(long step, long steps) {
    double done = Math.min(1, (double) step / steps);
    return learningRate + (learningRateEnd - learningRate) * done;
  }

  /** How far the bias of prioritised sampling is taken back after {@code step} of {@code steps}. */
  double importance(long step, long steps) {
    return importanceExponent + (1 - importanceExponent) * Math.min(1, (double) step / steps);
  }

  boolean isPrioritised() {
    return priorityExponent > 0;
  }

  /** Numbers that the network says about each action. */
  int atoms() {
    return Math.max(1, quantiles);
  }
}
