package dev.tengen.agents.tabular;

import dev.tengen.agents.algorithm.Actor;
import dev.tengen.agents.algorithm.Algorithm;
import dev.tengen.agents.algorithm.Task;
import dev.tengen.agents.algorithm.TrainingMonitor;
import dev.tengen.agents.env.TimeLimit;
import dev.tengen.agents.env.TransitionTable;
import dev.tengen.training.Seeds;
import dev.tengen.training.StopSignal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * One-step temporal-difference control with a table, in two variants (Sutton and Barto,
 * "Reinforcement Learning", 2nd edition): Q-learning (Watkins 1989; section 6.5) bootstraps with
 * the best next action, SARSA (Rummery and Niranjan 1994; section 6.4) with the one that it takes.
 *
 * <pre>
 *   Q-learning:  Q(s, a) += alpha (r + gamma max_b Q(s', b) - Q(s, a))
 *   SARSA:       Q(s, a) += alpha (r + gamma Q(s', a')      - Q(s, a))
 * </pre>
 *
 * <p>Where the task ended, nothing follows s' and its value is 0; where the episode was only cut
 * off, it is not.
 */
final class TabularLearner implements Algorithm {

  /** Which seed of {@link Seeds} drives the training. */
  private static final long TRAINING = 1;

  /** What stands for the value of the next state. */
  enum Bootstrap {
    BEST_ACTION,
    TAKEN_ACTION
  }

  static final String FILE = "values.json";

  private final Task task;
  private final TabularSettings settings;
  private final Bootstrap bootstrap;
  private final ActionValues values;
  private final TimeLimit environment;
  private final boolean[] legal;
  private long steps;

  TabularLearner(
      Task task, TabularSettings settings, Bootstrap bootstrap, ActionValues values, long steps) {
    this.task = task;
    this.settings = settings;
    this.bootstrap = bootstrap;
    this.values = values;
    this.steps = steps;
    this.environment = task.newEnvironment();
    this.legal = new boolean[environment.actionCount()];
  }

  @Override
  public long steps() {
    return steps;
  }

  /** Goes on to the end of the episode that is running when the steps are done. */
  @Override
  public void train(long until, TrainingMonitor monitor, StopSignal stop) {
    SplittableRandom random = new SplittableRandom(Seeds.of(task.seed(), TRAINING, steps));
    while (steps < until && !stop.isSet()) {
      double episodeReturn = episode(random);
      monitor.episode(episodeReturn, environment.steps());
      if (monitor.isDue(steps)) {
        double epsilon = settings.epsilon(steps, task.steps());
        monitor.figures(steps, Map.of("rollout/exploration_rate", epsilon));
      }
    }
  }

  private double episode(SplittableRandom random) {
    environment.reset(random);
    double sum = 0;
    int state = environment.state();
    int action = explore(state, random);
    while (true) {
      double reward = environment.step(action);
      sum += reward;
      steps++;
      int next = environment.state();
      double following = 0;
      int nextAction = -1;
      if (!environment.terminated()) {
        nextAction = explore(next, random);
        following =
            bootstrap == Bootstrap.BEST_ACTION
                ? values.best(next, legal)
                : values.get(next, nextAction);
      }
      double target = reward + settings.discount() * following;
      values.move(state, action, target, settings.rate(values.count(state, action)));
      if (environment.isOver()) {
        return sum;
      }
      state = next;
      action = nextAction;
    }
  }

  /** An epsilon-greedy action; leaves the legal actions of the state in {@link #legal}. */
  private int explore(int state, SplittableRandom random) {
    environment.legalActions(legal, 0);
    if (random.nextDouble() >= settings.epsilon(steps, task.steps())) {
      return values.greedy(state, legal, random);
    }
    int count = 0;
    for (boolean each : legal) {
      count += each ? 1 : 0;
    }
    int rest = random.nextInt(count);
    for (int action = 0; ; action++) {
      if (legal[action] && rest-- == 0) {
        return action;
      }
    }
  }

  @Override
  public Actor actor(int environments) {
    return (envs, actions) -> {
      for (int i = 0; i < envs.count(); i++) {
        int state = envs.environment(i).state();
        actions[i] = values.greedy(state, envs.legalActions(), i * legal.length);
      }
    };
  }

  @Override
  public Optional<int[]> greedyTable() {
    return environment.table().map(this::greedyIn);
  }

  private int[] greedyIn(TransitionTable table) {
    boolean[] allowed = table.legalActions();
    int[] policy = new int[table.states()];
    for (int state = 0; state < policy.length; state++) {
      policy[state] = values.greedy(state, allowed, state * table.actions());
    }
    return policy;
  }

  @Override
  public void save(Path folder) throws IOException {
    values.save(folder.resolve(FILE), steps);
  }
}
