package dev.tengen.agents.actorcritic;

import dev.tengen.agents.actorcritic.Objective.Report;
import dev.tengen.agents.algorithm.Actor;
import dev.tengen.agents.algorithm.Algorithm;
import dev.tengen.agents.algorithm.Task;
import dev.tengen.agents.algorithm.TrainingMonitor;
import dev.tengen.agents.env.TimeLimit;
import dev.tengen.training.Seeds;
import dev.tengen.training.StopSignal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * REINFORCE: plays whole episodes, then makes each of their actions more likely the more was earned
 * from it on, perhaps less a baseline V(s). What follows an episode that was cut off is worth V(s)
 * with a baseline; without one nothing is known of it, and it counts as 0. The same seed gives the
 * same run.
 */
final class Reinforce implements Algorithm {

  private final Task task;
  private final ReinforceSettings settings;
  private final PolicyNetwork network;
  private final PolicyNetwork.Plain plain;
  private final FusedUpdate update;
  private final Segment segment;
  private final TimeLimit environment;
  private final float[] observation;
  private final boolean[] legal;
  private final float[] noState = new float[0];
  private long steps;

  private Reinforce(Task task, ReinforceSettings settings) {
    this.task = task;
    this.settings = settings;
    network = Networks.forTask(task, settings.network(), settings.baseline(), 0);
    plain = network.new Plain();
    environment = task.newEnvironment();
    observation = new float[network.observationSize()];
    legal = new boolean[network.actions()];
    int rows = Math.multiplyExact(settings.episodes(), settings.longest());
    segment = new Segment(rows, network.observationSize(), network.actions());
    update =
        new FusedUpdate(
            network,
            settings.objective(),
            settings.rmsProp(),
            settings.maxGradientNorm(),
            rows,
            environment.hasIllegalActions());
  }

  static Reinforce begin(Task task, ReinforceSettings settings) {
    Reinforce reinforce = new Reinforce(task, settings);
    reinforce.update.initialise(Networks.chance(task));
    return reinforce;
  }

  static Reinforce restore(Task task, ReinforceSettings settings, Path folder) throws IOException {
    SavedLearner saved = SavedLearner.read(folder);
    Reinforce reinforce = new Reinforce(task, settings);
    reinforce.update.restore(saved.arrays(), saved.updates());
    reinforce.steps = saved.steps();
    return reinforce;
  }

  @Override
  public long steps() {
    return steps;
  }

  /** Goes on to the end of the episodes that are being played when the steps are done. */
  @Override
  public void train(long until, TrainingMonitor monitor, StopSignal stop) {
    SplittableRandom random = new SplittableRandom(Seeds.of(task.seed(), Networks.TRAINING, steps));
    while (steps < until && !stop.isSet()) {
      int used = 0;
      for (int i = 0; i < settings.episodes(); i++) {
        used = episode(used, random, monitor);
      }
      segment.finish(used, settings.discount(), 1, 1.0 / used);
      if (settings.normaliseAdvantages()) {
        segment.normaliseAdvantages(used);
      }
      double rate = settings.rate(steps, task.steps());
      Report report = update.update(segment, rate);
      steps += used;
      Networks.check(report, steps);
      if (monitor.isDue(steps)) {
        monitor.figures(steps, report.figures(settings.objective(), rate, update.updates()));
      }
    }
  }

  /** Plays an episode into the rows from {@code row} on; returns the first row behind it. */
  private int episode(int row, SplittableRandom random, TrainingMonitor monitor) {
    float[] parameters = update.parameters();
    environment.reset(random);
    double episodeReturn = 0;
    int next = row;
    while (!environment.isOver() && next - row < settings.longest()) {
      environment.legalActions(legal, 0);
      look();
      int action = Choice.sample(plain.logits(parameters), legal, 0, random);
      segment.act(next, observation, 0, legal, 0, action, baseline());
      double reward = environment.step(action);
      segment.earn(next++, reward);
      episodeReturn += reward;
    }
    if (environment.terminated()) {
      segment.end(next - 1, 0);
    } else {
      look();
      segment.end(next - 1, baseline());
    }
    monitor.episode(episodeReturn, next - row);
    return next;
  }

  private void look() {
    environment.observe(observation, 0);
    plain.look(update.parameters(), observation, 0, noState);
  }

  private double baseline() {
    return settings.baseline() ? plain.value(update.parameters()) : 0;
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
