package dev.tengen.agents;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tengen.agents.Checkpoints.About;
import dev.tengen.agents.algorithm.Algorithm;
import dev.tengen.agents.algorithm.Task;
import dev.tengen.agents.algorithm.TrainingMonitor;
import dev.tengen.files.DurableFiles;
import dev.tengen.training.EventLog;
import dev.tengen.training.RunLock;
import dev.tengen.training.Seeds;
import dev.tengen.training.StopSignal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Trains agents in a run folder: lets an {@link Algorithm} train up to the next evaluation,
 * evaluates it greedily on other seeds, saves it, and so on, for one seed after the other. What an
 * earlier invocation did is not done again.
 */
public final class AgentTraining {

  /** What a seed drives: of {@link Seeds}. */
  private static final long EVALUATION = 101;

  private static final long FINAL = 102;

  /** Figures of a training, at most, in the course of it. */
  private static final int POINTS = 1000;

  private static final long DRAW_EVERY_NANOS = TimeUnit.SECONDS.toNanos(10);

  /** Drawing takes one part in so many of the time. */
  private static final int DRAW_COSTS_AT_MOST = 50;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final AgentFolder folder;
  private final RunSettings run;
  private final StopSignal stop;
  private final AgentListener listener;
  private long nextDrawing = System.nanoTime() + DRAW_EVERY_NANOS;

  private AgentTraining(AgentFolder folder, StopSignal stop, AgentListener listener) {
    this.folder = folder;
    this.run = folder.config().run();
    this.stop = stop;
    this.listener = listener;
  }

  /** Whether a run has begun in that folder. */
  public static boolean isRun(Path out) {
    return AgentFolder.isRun(out);
  }

  /**
   * Trains, or goes on.
   *
   * @param config the settings, or null for those of the run that is there
   * @return the results of the trainings that are finished, in the order of their seeds
   * @throws dev.tengen.game.UserError if the folder cannot be used or was started with other
   *     settings, or if the learning diverged
   */
  @SuppressWarnings("try") // the lock is held, not used
  public static List<SeedResult> run(
      Path out, AgentConfig<?> config, StopSignal stop, AgentListener listener) throws IOException {
    try (RunLock lock = AgentFolder.lock(out)) {
      AgentTraining training =
          new AgentTraining(AgentFolder.forTraining(out, config), stop, listener);
      List<SeedResult> results = training.run();
      training.draw();
      return results;
    }
  }

  private List<SeedResult> run() throws IOException {
    List<SeedResult> results = new ArrayList<>();
    for (long seed : folder.seeds()) {
      Path file = folder.result(seed);
      if (Files.exists(file)) {
        results.add(MAPPER.readValue(file.toFile(), SeedResult.class));
        continue;
      }
      if (!train(seed)) {
        break;
      }
      SeedResult result = result(seed);
      DurableFiles.write(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(result));
      results.add(result);
      listener.on(new AgentEvent.Finished(result));
    }
    return results;
  }

  /** Returns whether it came to its end. */
  private boolean train(long seed) throws IOException {
    AgentConfig<?> config = folder.config();
    Checkpoints checkpoints = folder.checkpoints(seed);
    boolean resumed = checkpoints.has(Checkpoint.LAST);
    About last = resumed ? checkpoints.about(Checkpoint.LAST) : null;
    double best = resumed ? last.bestMean() : Double.NEGATIVE_INFINITY;
    double secondsBefore = resumed ? last.seconds() : 0;
    try (Algorithm algorithm =
            resumed ? checkpoints.restore(Checkpoint.LAST, config, seed) : config.create(seed);
        EventLog events =
            EventLog.start(folder.training(seed).resolve("logs"), algorithm.steps() + 1)) {
      listener.on(new AgentEvent.Started(folder.root(), config, seed, algorithm.steps()));
      ProgressFile progress = new ProgressFile(folder.progress(seed), algorithm.steps());
      TrainingMonitor monitor = monitor(seed, algorithm.steps(), events);
      long trainedNanos = 0;
      while (algorithm.steps() < run.steps()) {
        long until = Math.min(run.steps(), nextEvaluation(algorithm.steps()));
        long start = System.nanoTime();
        algorithm.train(until, monitor, stop);
        trainedNanos += System.nanoTime() - start;
        long step = algorithm.steps();
        double seconds = secondsBefore + trainedNanos / (double) TimeUnit.SECONDS.toNanos(1);
        if (step < until) { // somebody wants a stop
          About about = about(seed, step, seconds, Double.NEGATIVE_INFINITY, best);
          checkpoints.save(Checkpoint.LAST, algorithm, about);
          listener.on(new AgentEvent.Stopped(seed, step));
          return false;
        }
        Returns returns =
            Returns.greedy(
                algorithm, config.task(seed), run.evalEpisodes(), Seeds.of(seed, EVALUATION, step));
        boolean isBest = returns.mean() >= best; // of equals the later: it has learned longer
        best = Math.max(best, returns.mean());
        About about = about(seed, step, seconds, returns.mean(), best);
        if (isBest) {
          checkpoints.save(Checkpoint.BEST, algorithm, about);
        }
        progress.add(step, seconds, monitor.meanReturn(), returns);
        checkpoints.save(Checkpoint.LAST, algorithm, about); // after all that it says was done
        events.scalars(
            step,
            Map.of(
                "eval/mean_reward", returns.mean(), "eval/mean_ep_length", returns.meanLength()));
        listener.on(new AgentEvent.Evaluated(seed, step, returns, isBest));
        drawNowAndThen();
      }
    }
    return true;
  }

  private void draw() throws IOException {
    List<Path> files = AgentCurves.drawIfAny(folder);
    if (!files.isEmpty()) {
      listener.on(new AgentEvent.Drawn(files));
    }
  }

  /** Draws what there is, but not so often that it costs time. */
  private void drawNowAndThen() throws IOException {
    long start = System.nanoTime();
    if (start - nextDrawing >= 0) {
      AgentCurves.drawIfAny(folder);
      long took = System.nanoTime() - start;
      nextDrawing = start + Math.max(DRAW_EVERY_NANOS, DRAW_COSTS_AT_MOST * took);
    }
  }

  private long nextEvaluation(long step) {
    return (step / run.evalEvery() + 1) * run.evalEvery();
  }

  private About about(long seed, long step, double seconds, double evalMean, double bestMean) {
    return new About(run.algo(), run.env(), seed, step, seconds, evalMean, bestMean);
  }

  private TrainingMonitor monitor(long seed, long step, EventLog events) {
    return new TrainingMonitor(
        step,
        Math.max(1, run.steps() / POINTS),
        (at, figures) -> {
          try {
            events.scalars(at, figures);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          listener.on(new AgentEvent.Progress(seed, at, run.steps(), figures));
        });
  }

  private SeedResult result(long seed) throws IOException {
    Checkpoints checkpoints = folder.checkpoints(seed);
    Judged last = judge(Checkpoint.LAST, seed);
    Judged best = judge(Checkpoint.BEST, seed);
    About about = checkpoints.about(Checkpoint.LAST);
    return new SeedResult(
        seed,
        about.step(),
        about.seconds(),
        last.returns(),
        best.returns(),
        last.exact(),
        best.exact());
  }

  private record Judged(Returns returns, Double exact) {}

  private Judged judge(Checkpoint which, long seed) throws IOException {
    Task task = folder.config().task(seed);
    try (Algorithm algorithm = folder.checkpoints(seed).restore(which, folder.config(), seed)) {
      return new Judged(
          Returns.greedy(algorithm, task, run.finalEpisodes(), Seeds.of(seed, FINAL, 0)),
          Exact.of(algorithm, task));
    }
  }
}
