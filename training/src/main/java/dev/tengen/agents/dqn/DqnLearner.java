package dev.tengen.agents.dqn;

import dev.tengen.agents.algorithm.Actor;
import dev.tengen.agents.algorithm.Algorithm;
import dev.tengen.agents.algorithm.Task;
import dev.tengen.agents.algorithm.TrainingMonitor;
import dev.tengen.agents.env.TimeLimit;
import dev.tengen.agents.env.VectorEnvironment;
import dev.tengen.game.UserError;
import dev.tengen.training.Seeds;
import dev.tengen.training.StopSignal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Deep Q-learning with experience replay (Mnih et al. 2015, Algorithm 1) and its options.
 *
 * <p>{@link #train} begins with new episodes and ends exactly at the step it is told: an episode
 * that is running then is cut off there, which is not its end.
 */
final class DqnLearner implements Algorithm {

  /** What a seed of {@link Seeds} drives. */
  private static final long NETWORK = 11;

  private static final long TRAINING = 12;
  private static final long ENVIRONMENTS = 13;

  private final Task task;
  private final DqnSettings settings;
  private final Heads heads;
  private final DqnGraph graph;
  private final ReplayMemory memory;
  private final Batch batch;
  private final ActionChoice choice;
  private final TransitionWindow[] windows;
  private final float[] noise;
  private final float[] noisyParameters;
  private long steps;

  private DqnLearner(Task task, DqnSettings settings) {
    this.task = task;
    this.settings = settings;
    TimeLimit environment = task.newEnvironment();
    int actions = environment.actionCount();
    heads =
        new Heads(
            settings.network(),
            environment.observationSpace().shape(),
            actions,
            settings.atoms(),
            settings.dueling());
    boolean masked = environment.hasIllegalActions();
    graph = new DqnGraph(settings, heads, masked);
    memory =
        new ReplayMemory(
            settings.replaySize(),
            environment.observationSpace(),
            actions,
            masked,
            settings.priorityExponent());
    batch = new Batch(settings.batchSize(), heads.inputSize(), actions);
    choice = new ActionChoice(heads, graph.layout());
    windows = new TransitionWindow[settings.environments()];
    for (int i = 0; i < windows.length; i++) {
      windows[i] =
          new TransitionWindow(settings.nStep(), (float) settings.discount(), heads.inputSize());
    }
    noise = new float[graph.noise().size()];
    noisyParameters = new float[graph.layout().size()];
  }

  static DqnLearner create(Task task, DqnSettings settings) {
    DqnLearner learner = new DqnLearner(task, settings);
    learner.graph.initialise(new SplittableRandom(Seeds.of(task.seed(), NETWORK, 0)));
    return learner;
  }

  static DqnLearner restore(Task task, DqnSettings settings, Path folder) {
    DqnLearner learner = new DqnLearner(task, settings);
    try {
      DqnCheckpoint saved = DqnCheckpoint.load(folder);
      learner.steps = saved.steps();
      learner.graph.restore(saved.arrays(), saved.updates());
      saved.loadReplay(folder, learner.memory);
      return learner;
    } catch (IllegalArgumentException e) {
      learner.close();
      throw new UserError(
          "checkpoint %s is of another network: %s".formatted(folder, e.getMessage()), e);
    } catch (UserError e) {
      learner.close();
      throw e;
    }
  }

  @Override
  public long steps() {
    return steps;
  }

  @Override
  public void train(long until, TrainingMonitor monitor, StopSignal stop) {
    SplittableRandom random = new SplittableRandom(Seeds.of(task.seed(), TRAINING, steps));
    int count = settings.environments();
    VectorEnvironment environments =
        task.newEnvironments(count, Seeds.of(task.seed(), ENVIRONMENTS, steps));
    int[] actions = new int[count];
    while (steps < until && !stop.isSet()) {
      act(environments, actions, random);
      remember(environments, actions, monitor);
      long before = steps;
      steps += count;
      if (memory.size() >= Math.max(settings.learningStarts(), settings.batchSize())
          && passed(before, settings.trainEvery())) {
        learn(random);
      }
      if (passed(before, settings.targetEvery())) {
        graph.updateTarget();
      }
      if (monitor.isDue(steps)) {
        monitor.figures(steps, figures());
      }
    }
    cutOff(environments);
  }

  /** Whether a multiple of {@code period} lies after {@code before} and not after now. */
  private boolean passed(long before, int period) {
    return steps / period > before / period;
  }

  private void act(VectorEnvironment environments, int[] actions, SplittableRandom random) {
    boolean learning = memory.size() >= settings.learningStarts();
    double epsilon = learning ? settings.epsilon(steps, task.steps()) : 1;
    float[] parameters = graph.parameters();
    if (noise.length > 0 && epsilon < 1) {
      graph.noise().sample(noise, random);
      graph.noise().apply(parameters, noise, noisyParameters);
      parameters = noisyParameters;
    }
    for (int i = 0; i < actions.length; i++) {
      actions[i] =
          random.nextDouble() < epsilon
              ? choice.any(environments, i, random)
              : choice.greedy(parameters, environments, i);
      windows[i].observe(environments.observations(), i * heads.inputSize(), actions[i]);
    }
    environments.step(actions);
  }

  private void remember(VectorEnvironment environments, int[] actions, TrainingMonitor monitor) {
    for (int i = 0; i < actions.length; i++) {
      windows[i].earn(reward(environments.rewards()[i]));
      int offset = i * heads.inputSize();
      int legal = i * heads.actions();
      if (environments.isOver(i)) {
        windows[i].finish(
            memory,
            environments.terminated()[i],
            environments.finalObservations(),
            offset,
            environments.finalLegalActions(),
            legal);
        monitor.episode(environments.episodeReturn(i), environments.episodeLength(i));
      } else {
        windows[i].passOn(
            memory, environments.observations(), offset, environments.legalActions(), legal);
      }
    }
  }

  private float reward(double reward) {
    return (float) (settings.rewardClip() ? Math.max(-1, Math.min(1, reward)) : reward);
  }

  private void learn(SplittableRandom random) {
    float rate = (float) settings.learningRate(steps, task.steps());
    for (int i = 0; i < settings.gradientSteps(); i++) {
      memory.sample(batch, random, settings.importance(steps, task.steps()));
      boolean last = i == settings.gradientSteps() - 1;
      float[] errors = graph.update(batch, rate, random, last);
      if (!Float.isFinite(graph.loss()) || !Float.isFinite(graph.gradientNorm())) {
        throw new UserError(
            ("DQN diverged at step %d, seed %d: the loss is %s; lower learningRate, set"
                    + " maxGradientNorm or errorClip; the last checkpoint is still good")
                .formatted(steps, task.seed(), graph.loss()));
      }
      memory.learned(batch, errors);
    }
  }

  private void cutOff(VectorEnvironment environments) {
    for (int i = 0; i < windows.length; i++) {
      windows[i].finish(
          memory,
          false,
          environments.observations(),
          i * heads.inputSize(),
          environments.legalActions(),
          i * heads.actions());
    }
  }

  private Map<String, Double> figures() {
    return Map.of(
        "train/loss", (double) graph.loss(),
        "train/q_mean", (double) graph.meanValue(),
        "train/gradient_norm", (double) graph.gradientNorm(),
        "train/learning_rate", settings.learningRate(steps, task.steps()),
        "train/n_updates", (double) graph.updates(),
        "time/tensorflow", graph.nanos() / (double) TimeUnit.SECONDS.toNanos(1),
        "rollout/exploration_rate", settings.epsilon(steps, task.steps()));
  }

  @Override
  public Actor actor(int environments) {
    float[] parameters = graph.parameters().clone();
    ActionChoice greedy = new ActionChoice(heads, graph.layout());
    return (envs, actions) -> {
      for (int i = 0; i < envs.count(); i++) {
        actions[i] = greedy.greedy(parameters, envs, i);
      }
    };
  }

  /** Gradient steps taken. */
  long updates() {
    return graph.updates();
  }

  /** A copy of the parameters. */
  float[] parameters() {
    return graph.parameters().clone();
  }

  /** Transitions remembered. */
  int remembered() {
    return memory.size();
  }

  @Override
  public void save(Path folder) throws IOException {
    save(folder, settings.saveReplay() ? memory : null);
  }

  @Override
  public void saveToPlay(Path folder) throws IOException {
    save(folder, null);
  }

  private void save(Path folder, ReplayMemory remembered) throws IOException {
    new DqnCheckpoint(steps, graph.updates(), graph.state()).save(folder, remembered);
  }

  @Override
  public void close() {
    graph.close();
  }
}
