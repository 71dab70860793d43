package dev.tengen.training;

import dev.tengen.game.UserError;
import dev.tengen.networks.model.Learner;
import dev.tengen.networks.model.LossReport;
import dev.tengen.training.Manifest.LearningReport;
import dev.tengen.training.ReplayWindow.Sample;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Takes a learner to a number of steps, with checkpoints on the way. The batch of a step depends on
 * the sample, the seed and the step, so a phase that was interrupted goes on as it would have.
 */
final class LearnerPhase {

  private final LearnerSettings settings;
  private final long seed;
  private final Path checkpoint;
  private final StopSignal stop;

  /** Hears how training goes; called after every step. */
  @FunctionalInterface
  interface StepListener {
    void on(long step, double learningRate, LossReport losses) throws IOException;
  }

  /** Hears nothing of a single step, if nobody is to. */
  private final StepListener listener;

  /**
   * @param checkpoint the file that the learner is saved to
   */
  LearnerPhase(
      LearnerSettings settings,
      long seed,
      Path checkpoint,
      StopSignal stop,
      StepListener listener) {
    this.settings = settings;
    this.seed = seed;
    this.checkpoint = checkpoint;
    this.stop = stop;
    this.listener = listener;
  }

  /**
   * Trains and saves.
   *
   * @param from the learner's steps when the phase began, in whatever invocation
   * @param to its steps when the phase is over
   * @param runStart its steps when the run began: the schedule counts from there
   * @param secondsBefore spent on this phase by earlier invocations
   * @return null if it was stopped before; the learner is saved then too
   * @throws UserError if there is nothing to learn from
   */
  LearningReport run(
      Learner learner, Sample sample, long from, long to, long runStart, double secondsBefore)
      throws IOException, InterruptedException {
    if (sample.positions() == 0) {
      throw new UserError("there is nothing to learn from: no position of any game was searched");
    }
    long started = System.nanoTime();
    LossMean mean = new LossMean();
    try (BatchFeed feed =
        new BatchFeed(sample, learner.config(), settings.batchSize(), seed, learner.steps())) {
      while (learner.steps() < to && !stop.isSet()) {
        double rate = settings.rateAt(learner.steps() - runStart);
        ExampleBatch batch = feed.next();
        LossReport losses =
            learner.train(batch.planes, batch.pi, batch.z, batch.size(), (float) rate);
        requireFinite(losses, learner.steps());
        mean.add(losses);
        listener.on(learner.steps(), rate, losses);
        if ((learner.steps() - from) % settings.checkpointSteps() == 0) {
          learner.save(checkpoint);
        }
      }
      learner.save(checkpoint);
      if (learner.steps() < to) {
        return null;
      }
      if (mean.count() == 0) { // all steps were taken by an invocation that was then killed
        ExampleBatch batch = feed.next();
        mean.add(learner.evaluate(batch.planes, batch.pi, batch.z, batch.size()));
      }
    }
    return new LearningReport(
        to - from,
        to - runStart,
        secondsBefore + (System.nanoTime() - started) / 1e9,
        sample.games(),
        sample.positions(),
        settings.rateAt(to - 1 - runStart),
        mean.mean());
  }

  private static void requireFinite(LossReport losses, long step) {
    if (!Float.isFinite(losses.total())) {
      throw new UserError(
          "training diverged at step "
              + step
              + " (the loss is "
              + losses.total()
              + "); start a new run with a smaller learner.learningRate, --from a network of this one");
    }
  }
}
