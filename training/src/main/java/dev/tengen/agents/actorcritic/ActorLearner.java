package dev.tengen.agents.actorcritic;

import dev.tengen.agents.actorcritic.Objective.Report;
import dev.tengen.agents.algorithm.Task;
import dev.tengen.agents.algorithm.TrainingMonitor;
import dev.tengen.agents.env.TimeLimit;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * One thread's part of A3C (Mnih et al. 2016, algorithm S3): an environment, a copy of the
 * parameters, and what is remembered of the episode.
 *
 * <pre>
 *   repeat: copy the shared parameters
 *           act with the copy, up to t_max steps or the end of the episode
 *           R = 0 where the task ended, V(s) where it goes on or time was up
 *           gradient with the copy; a step of the shared parameters along it
 * </pre>
 */
final class ActorLearner implements AutoCloseable {

  private final A3cSettings settings;
  private final PolicyNetwork.Plain plain;
  private final SharedParameters shared;
  private final SegmentGradient gradient;
  private final Segment segment;
  private final TimeLimit environment;
  private final float[] own;
  private final float[] observation;
  private final boolean[] legal;
  private final float[] state;
  private final float[] stateBefore;
  private SplittableRandom random;
  private double episodeReturn;

  ActorLearner(Task task, A3cSettings settings, PolicyNetwork network, SharedParameters shared) {
    this.settings = settings;
    this.shared = shared;
    plain = network.new Plain();
    environment = task.newEnvironment();
    int rows = settings.segment();
    gradient =
        new SegmentGradient(network, settings.objective(), rows, environment.hasIllegalActions());
    segment = new Segment(rows, network.observationSize(), network.actions());
    own = new float[network.layout().size()];
    observation = new float[network.observationSize()];
    legal = new boolean[network.actions()];
    state = new float[network.stateSize()];
    stateBefore = new float[network.stateSize()];
  }

  /** Begins anew with this chance. */
  void begin(long seed) {
    random = new SplittableRandom(seed);
    beginEpisode();
  }

  private void beginEpisode() {
    environment.reset(random);
    Arrays.fill(state, 0);
    episodeReturn = 0;
  }

  /** Acts for one segment and returns its number of steps. */
  int act(TrainingMonitor monitor) {
    shared.read(own);
    System.arraycopy(state, 0, stateBefore, 0, state.length);
    int used = 0;
    while (true) {
      environment.observe(observation, 0);
      environment.legalActions(legal, 0);
      plain.look(own, observation, 0, state);
      int action = Choice.sample(plain.logits(own), legal, 0, random);
      segment.act(used, observation, 0, legal, 0, action, plain.value(own));
      double reward = environment.step(action);
      episodeReturn += reward;
      segment.earn(used++, reward);
      if (environment.isOver()) {
        segment.end(used - 1, environment.terminated() ? 0 : valueOfWhatFollows());
        monitor.episode(episodeReturn, environment.steps());
        beginEpisode();
        break;
      }
      if (used == settings.segment()) {
        segment.end(used - 1, valueOfWhatFollows());
        break;
      }
    }
    segment.finish(used, settings.discount(), 1, 1); // sums, not means
    return used;
  }

  private double valueOfWhatFollows() {
    environment.observe(observation, 0);
    plain.look(own, observation, 0, state.clone()); // remembered when it is acted on
    return plain.value(own);
  }

  /** Moves the shared parameters along the gradient of what was just done. */
  Report learn(double rate) {
    Report report = gradient.of(segment, stateBefore, own);
    if (report.isFinite()) {
      shared.step(gradient.gradient(), settings.scale(report.gradientNorm()), rate);
    }
    return report;
  }

  @Override
  public void close() {
    gradient.close();
  }
}
