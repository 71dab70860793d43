package dev.tengen.cli.bench;

import dev.tengen.agents.LearningSpeed;
import dev.tengen.agents.env.Environments;
import dev.tengen.agents.env.TimeLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** {@code bench agents}: how fast environments are, and how fast DQN learns one. */
public final class AgentBench {

  private static final int ROUNDS = 5;
  private static final int CHUNK = 10_000;

  private AgentBench() {}

  /**
   * Measures each environment on one thread, with random legal actions, episodes following each
   * other; nobody looks at the observations.
   *
   * @param names the environments
   * @param seconds for each
   */
  public static List<Figure> run(List<String> names, double seconds) {
    List<Figure> figures = new ArrayList<>();
    for (String name : names) {
      TimeLimit environment = Environments.make(name);
      SplittableRandom random = new SplittableRandom(1);
      environment.reset(random);
      boolean[] legal = new boolean[environment.actionCount()];
      Rounds.Work work =
          environment.hasIllegalActions()
              ? () -> walkLegally(environment, legal, random)
              : () -> walk(environment, random);
      double each = seconds / (ROUNDS + 1);
      Rounds.rate(work, each);
      double[] rates = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        rates[round] = Rounds.rate(work, each);
      }
      figures.add(Figure.ofEnvironment("agents.rawSteps", name, Rounds.median(rates), "steps/s"));
    }
    return figures;
  }

  /**
   * Measures a training of DQN; {@code agents.meanReturn} says whether it has learned.
   *
   * @param seed of the training
   */
  public static List<Figure> learning(long seed) {
    LearningSpeed speed = LearningSpeed.measure(seed);
    Figure steps =
        Figure.ofLearning(
            "agents.learningSteps",
            LearningSpeed.NET,
            LearningSpeed.BATCH,
            LearningSpeed.ENVIRONMENT,
            speed.stepsPerSecond(),
            "steps/s");
    return List.of(
        steps,
        steps.with("agents.learningStepsByCpu", speed.stepsPerCpuSecond(), "steps/s"),
        steps.with("agents.outsideTensorFlow", speed.outsideTensorFlow(), ""),
        steps.with("agents.meanReturn", speed.meanReturn(), ""));
  }

  private static long walk(TimeLimit environment, SplittableRandom random) {
    int actions = environment.actionCount();
    for (int i = 0; i < CHUNK; i++) {
      environment.step(random.nextInt(actions));
      if (environment.isOver()) {
        environment.reset(random);
      }
    }
    return CHUNK;
  }

  private static long walkLegally(TimeLimit environment, boolean[] legal, SplittableRandom random) {
    for (int i = 0; i < CHUNK / 10; i++) {
      environment.legalActions(legal, 0);
      int action;
      do {
        action = random.nextInt(legal.length);
      } while (!legal[action]);
      environment.step(action);
      if (environment.isOver()) {
        environment.reset(random);
      }
    }
    return CHUNK / 10;
  }
}
