package dev.tengen.agents.actorcritic;

import dev.tengen.agents.actorcritic.Objective.Report;
import dev.tengen.agents.algorithm.Actor;
import dev.tengen.agents.algorithm.Algorithm;
import dev.tengen.agents.algorithm.Task;
import dev.tengen.agents.algorithm.TrainingMonitor;
import dev.tengen.training.Seeds;
import dev.tengen.training.StopSignal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Asynchronous advantage actor-critic (A3C): threads that act each in an environment of their own
 * and move shared parameters without locks, whenever they have a gradient. With one thread the same
 * seed gives the same run; with more it does not, since chance decides whose step comes first.
 */
final class A3c implements Algorithm {

  private final Task task;
  private final A3cSettings settings;
  private final PolicyNetwork network;
  private final SharedParameters shared;
  private final List<ActorLearner> learners = new ArrayList<>();
  private final AtomicLong steps;
  private final AtomicLong updates;

  private A3c(
      Task task,
      A3cSettings settings,
      PolicyNetwork network,
      SharedParameters shared,
      long steps,
      long updates) {
    this.task = task;
    this.settings = settings;
    this.network = network;
    this.shared = shared;
    this.steps = new AtomicLong(steps);
    this.updates = new AtomicLong(updates);
    for (int i = 0; i < settings.threads(); i++) {
      learners.add(new ActorLearner(task, settings, network, shared));
    }
  }

  private static PolicyNetwork network(Task task, A3cSettings settings) {
    return Networks.forTask(task, settings.network(), settings.ownValueBody(), settings.memory());
  }

  static A3c begin(Task task, A3cSettings settings) {
    PolicyNetwork network = network(task, settings);
    float[] first = network.layout().initial(Networks.chance(task));
    SharedParameters shared = new SharedParameters(network.layout(), settings.rmsProp(), first);
    return new A3c(task, settings, network, shared, 0, 0);
  }

  static A3c restore(Task task, A3cSettings settings, Path folder) throws IOException {
    SavedLearner saved = SavedLearner.read(folder);
    PolicyNetwork network = network(task, settings);
    SharedParameters shared =
        new SharedParameters(network.layout(), settings.rmsProp(), saved.arrays());
    return new A3c(task, settings, network, shared, saved.steps(), saved.updates());
  }

  @Override
  public long steps() {
    return steps.get();
  }

  @Override
  public void train(long until, TrainingMonitor monitor, StopSignal stop) {
    long seed = Seeds.of(task.seed(), Networks.TRAINING, steps.get());
    Crew crew = new Crew();
    for (int i = 0; i < learners.size(); i++) {
      learners.get(i).begin(Seeds.of(seed, i, 0));
    }
    for (ActorLearner other : learners.subList(1, learners.size())) {
      crew.start(() -> work(other, until, monitor, stop, crew, false));
    }
    // The first works in the caller's thread, which is the one that figures are told in.
    crew.run(() -> work(learners.get(0), until, monitor, stop, crew, true));
    crew.join();
  }

  private void work(
      ActorLearner learner,
      long until,
      TrainingMonitor monitor,
      StopSignal stop,
      Crew crew,
      boolean reports) {
    while (steps.get() < until && !stop.isSet() && !crew.hasFailed()) {
      int used = learner.act(monitor);
      double rate = settings.rate(steps.get(), task.steps());
      Report report = learner.learn(rate);
      long step = steps.addAndGet(used);
      long count = updates.incrementAndGet();
      Networks.check(report, step);
      if (reports && monitor.isDue(step)) {
        monitor.figures(step, report.figures(settings.objective(), rate, count));
      }
    }
  }

  @Override
  public Actor actor(int environments) {
    float[] now = new float[network.layout().size()];
    shared.read(now);
    return new GreedyActor(network, now, environments);
  }

  @Override
  public void save(Path folder) throws IOException {
    new SavedLearner(shared.state(), steps.get(), updates.get()).write(folder);
  }

  @Override
  public void close() {
    learners.forEach(ActorLearner::close);
  }
}
