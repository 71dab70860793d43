package dev.tengen.agents.actorcritic;

import dev.tengen.agents.actorcritic.Objective.Report;
import dev.tengen.agents.algorithm.Actor;
import dev.tengen.agents.algorithm.Algorithm;
import dev.tengen.agents.algorithm.Task;
import dev.tengen.agents.algorithm.TrainingMonitor;
import dev.tengen.agents.env.VectorEnvironment;
import dev.tengen.training.Seeds;
import dev.tengen.training.StopSignal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Advantage actor-critic (A2C): several environments are stepped together for a few steps with one
 * policy, and all of their steps make one batch and one update. The same seed gives the same run.
 */
final class A2c implements Algorithm {

  private final Task task;
  private final A2cSettings settings;
  private final PolicyNetwork network;
  private final PolicyNetwork.Plain plain;
  private final FusedUpdate update;
  private final Segment segment;
  private final float[] noState = new float[0];
  private long steps;

  /** Makes one that has not begun: {@link #begin} or {@link #restore} comes next. */
  private A2c(Task task, A2cSettings settings) {
    this.task = task;
    this.settings = settings;
    network = Networks.forTask(task, settings.network(), settings.ownValueBody(), 0);
    plain = network.new Plain();
    int rows = settings.environments() * settings.segment();
    segment = new Segment(rows, network.observationSize(), network.actions());
    update =
        new FusedUpdate(
            network,
            settings.objective(),
            settings.rmsProp(),
            settings.maxGradientNorm(),
            rows,
            task.newEnvironment().hasIllegalActions());
  }

  static A2c begin(Task task, A2cSettings settings) {
    A2c a2c = new A2c(task, settings);
    a2c.update.initialise(Networks.chance(task));
    return a2c;
  }

  static A2c restore(Task task, A2cSettings settings, Path folder) throws IOException {
    SavedLearner saved = SavedLearner.read(folder);
    A2c a2c = new A2c(task, settings);
    a2c.update.restore(saved.arrays(), saved.updates());
    a2c.steps = saved.steps();
    return a2c;
  }

  @Override
  public long steps() {
    return steps;
  }

  @Override
  public void train(long until, TrainingMonitor monitor, StopSignal stop) {
    long seed = Seeds.of(task.seed(), Networks.TRAINING, steps);
    SplittableRandom random = new SplittableRandom(seed);
    VectorEnvironment environments =
        task.newEnvironments(settings.environments(), random.nextLong());
    while (steps < until && !stop.isSet()) {
      collect(environments, random, monitor);
      double rate = settings.rate(steps, task.steps());
      Report report = update.update(segment, rate);
      steps += segment.rows();
      Networks.check(report, steps);
      if (monitor.isDue(steps)) {
        monitor.figures(steps, report.figures(settings.objective(), rate, update.updates()));
      }
    }
  }

  private void collect(
      VectorEnvironment environments, SplittableRandom random, TrainingMonitor monitor) {
    int length = settings.segment();
    int[] actions = new int[environments.count()];
    for (int t = 0; t < length; t++) {
      for (int i = 0; i < environments.count(); i++) {
        actions[i] = choose(environments, i, i * length + t, random);
      }
      environments.step(actions);
      for (int i = 0; i < environments.count(); i++) {
        int row = i * length + t;
        segment.earn(row, environments.rewards()[i]);
        if (environments.isOver(i)) {
          monitor.episode(environments.episodeReturn(i), environments.episodeLength(i));
          boolean worthless = environments.terminated()[i];
          segment.end(row, worthless ? 0 : value(environments.finalObservations(), i));
        } else if (t == length - 1) {
          segment.end(row, value(environments.observations(), i));
        }
      }
    }
    int rows = segment.rows();
    segment.finish(rows, settings.discount(), settings.lambda(), 1.0 / rows);
    if (settings.normaliseAdvantages()) {
      segment.normaliseAdvantages(rows);
    }
  }

  private int choose(VectorEnvironment environments, int i, int row, SplittableRandom random) {
    float[] parameters = update.parameters();
    boolean[] legal = environments.legalActions();
    int offset = i * network.observationSize();
    int legalOffset = i * network.actions();
    plain.look(parameters, environments.observations(), offset, noState);
    int action = Choice.sample(plain.logits(parameters), legal, legalOffset, random);
    float[] seen = environments.observations();
    segment.act(row, seen, offset, legal, legalOffset, action, plain.value(parameters));
    return action;
  }

  private double value(float[] observations, int i) {
    plain.look(update.parameters(), observations, i * network.observationSize(), noState);
    return plain.value(update.parameters());
  }

  @Override
  public Actor actor(int environments) {
    return new GreedyActor(network, update.parameters(), environments);
  }

  @Override
  public void save(Path folder) throws IOException {
    new SavedLearner(update.state(), steps, update.updates()).write(folder);
  }

  @Override
  public void close() {
    update.close();
  }
}
