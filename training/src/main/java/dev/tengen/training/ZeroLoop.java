package dev.tengen.training;

import dev.tengen.game.UserError;
import dev.tengen.networks.checkpoint.Networks;
import dev.tengen.networks.model.Learner;
import dev.tengen.training.Manifest.GameReport;
import dev.tengen.training.Manifest.Generation;
import dev.tengen.training.Manifest.LearningReport;
import dev.tengen.training.Manifest.MatchReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The zero loop: self-play with the best network, learning from the games, matches of the new
 * network, and again. Starts a run or goes on with one; the same call does either.
 */
public final class ZeroLoop {

  /**
   * What to run.
   *
   * @param run the folder of the run
   * @param source the settings; for a run that exists, those that it was started with or none
   * @param from a network to start a new run from; null: random weights
   * @param generations to finish in this invocation; 0: no limit
   * @param codeVersion of the program, for the manifest
   */
  public record Options(
      Path run, ConfigSource source, Path from, int generations, String codeVersion) {
    public Options {
      Checks.atLeast("generations", generations, 0);
    }
  }

  /** How often the time spent in a phase is written down, in seconds. */
  private static final int CLOCK_SECONDS = 30;

  private final Options options;
  private final RunFolder folder;
  private final ZeroConfig config;
  private final StopSignal stop;
  private final ZeroListener listener;
  private final RunReplay replay;
  private final Ticker clockTicker = new Ticker(CLOCK_SECONDS);

  private Manifest manifest;
  private long phaseStarted;
  private double secondsBefore;

  private ZeroLoop(Options options, RunFolder folder, StopSignal stop, ZeroListener listener) {
    this.options = options;
    this.folder = folder;
    this.config = folder.config();
    this.stop = stop;
    this.listener = listener;
    this.replay = new RunReplay(folder, listener);
  }

  /**
   * Runs until as many generations are finished as were asked for, or the signal is set. What was
   * begun then stays in the folder for the next invocation.
   *
   * @throws UserError if the folder, the settings or a network cannot be used
   */
  public static void run(Options options, StopSignal stop, ZeroListener listener)
      throws IOException, InterruptedException {
    try (RunFolder folder = RunFolder.open(options.run(), options.source())) {
      new ZeroLoop(options, folder, stop, listener).run();
    }
  }

  private void run() throws IOException, InterruptedException {
    RunStart start = new RunStart(folder, listener);
    boolean resumed = Files.exists(folder.manifestFile());
    manifest = start.manifest(options.from(), options.codeVersion());
    folder.writeBest(manifest.best()); // a kill may have come between the two files
    Generation current = manifest.current();
    int next = current == null ? manifest.generations().size() : current.generation();
    listener.on(new ZeroEvent.Started(folder.root(), config, resumed, next, manifest.best()));
    int finished = 0;
    try (Learner learner = start.learner(manifest);
        RunLog log = new RunLog(folder.logs(), learner.steps())) {
      while (!stop.isSet()
          && (options.generations() == 0 || finished < options.generations())
          && finishGeneration(learner, log)) {
        finished++;
      }
    }
    ZeroEvent.Reason reason =
        stop.isRequested()
            ? ZeroEvent.Reason.STOPPED
            : stop.isSet() ? ZeroEvent.Reason.TIME : ZeroEvent.Reason.GENERATIONS;
    int best = manifest.best();
    listener.on(new ZeroEvent.Ended(reason, finished, best, folder.network(best)));
  }

  /** Makes a generation, or finishes the one under way; false if it was stopped before its end. */
  private boolean finishGeneration(Learner learner, RunLog log)
      throws IOException, InterruptedException {
    Generation generation = manifest.current();
    if (generation == null) {
      generation = Generation.starting(manifest.generations().size());
      put(generation);
    }
    int number = generation.generation();
    if (generation.selfPlay() == null) {
      startClock();
      GameReport report =
          new SelfPlayPhase(folder, stop, this::tell).run(number, manifest.best(), secondsBefore);
      if (report == null) {
        return stopped();
      }
      generation = generation.played(report);
      put(generation);
    }
    if (generation.learning() == null) {
      startClock();
      LearningReport report = learn(generation, learner, log);
      if (report == null) {
        return stopped();
      }
      generation = generation.learned(report);
      put(generation);
    }
    startClock();
    List<MatchReport> matches =
        new MatchPhase(folder, stop, this::tell).run(number, manifest.best());
    if (matches == null) {
      return stopped();
    }
    decide(generation, matches, log);
    return true;
  }

  private LearningReport learn(Generation generation, Learner learner, RunLog log)
      throws IOException, InterruptedException {
    int number = generation.generation();
    long runStart = Networks.loadInfo(folder.network(0)).trainingSteps();
    long from = runStart + stepsBefore(number);
    long steps = config.learner().stepsFor(generation.selfPlay().positions());
    LearningProgress progress =
        new LearningProgress(number, from, steps, config.learner().batchSize(), this::tell);
    LearnerPhase phase =
        new LearnerPhase(
            config.learner(),
            config.seed(),
            folder.checkpoint(),
            stop,
            (step, rate, losses) -> {
              log.step(step, rate, losses);
              progress.on(step, rate, losses);
            });
    LearningReport report =
        phase.run(
            learner,
            replay.sample(manifest.generations(), number),
            from,
            from + steps,
            runStart,
            secondsBefore);
    if (report != null) {
      Networks.save(learner.network(folder.describe(number)), folder.network(number));
    }
    return report;
  }

  /** Steps of the run before a generation. */
  private long stepsBefore(int generation) {
    return manifest.generations().subList(1, generation).stream()
        .mapToLong(earlier -> earlier.learning().steps())
        .sum();
  }

  private void decide(Generation generation, List<MatchReport> matches, RunLog log)
      throws IOException {
    double above = config.match().acceptAbove();
    boolean accept = above == 0 || matches.get(0).score() > above;
    EloLadder ladder = new EloLadder();
    for (Generation earlier : manifest.generations()) {
      if (earlier.matches() != null) {
        ladder.add(earlier.generation(), earlier.matches());
      }
    }
    ladder.add(generation.generation(), matches);
    Generation decided =
        generation.decided(
            matches, accept, ladder.ratingOf(generation.generation()), phaseSeconds());
    put(decided);
    folder.writeBest(manifest.best());
    long resident = ResidentMemory.bytes();
    log.generation(decided, resident);
    listener.on(new ZeroEvent.GenerationDone(decided, resident));
  }

  private void put(Generation generation) throws IOException {
    manifest = manifest.with(generation);
    manifest.write(folder.manifestFile());
  }

  private void startClock() {
    phaseStarted = System.nanoTime();
    secondsBefore = manifest.secondsInPhase();
  }

  /** Spent on the phase under way, by earlier invocations too. */
  private double phaseSeconds() {
    return secondsBefore + (System.nanoTime() - phaseStarted) / 1e9;
  }

  private void saveClock() throws IOException {
    manifest = manifest.withSecondsInPhase(phaseSeconds());
    manifest.write(folder.manifestFile());
  }

  private boolean stopped() throws IOException {
    saveClock();
    return false;
  }

  /** Passes an event of a phase on, and now and then writes down how long the phase has taken. */
  private void tell(ZeroEvent event) {
    listener.on(event);
    if (clockTicker.isDue()) {
      try {
        saveClock();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
