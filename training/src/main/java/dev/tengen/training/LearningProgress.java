package dev.tengen.training;

import dev.tengen.networks.model.LossReport;

/** Tells once a second how learning goes. */
final class LearningProgress {

  private final int generation;
  private final long from;
  private final long wanted;
  private final int batchSize;
  private final ZeroListener listener;
  private final LossMean mean = new LossMean();
  private final Ticker ticker = new Ticker(1);
  private final long started = System.nanoTime();
  private long steps;

  /**
   * @param from the learner's steps when the phase began
   * @param wanted steps to take in the phase
   */
  LearningProgress(int generation, long from, long wanted, int batchSize, ZeroListener listener) {
    this.generation = generation;
    this.from = from;
    this.wanted = wanted;
    this.batchSize = batchSize;
    this.listener = listener;
  }

  /** Takes note of a step, the learner's {@code step}th. */
  void on(long step, double learningRate, LossReport losses) {
    mean.add(losses);
    steps++;
    if (ticker.isDue() || step == from + wanted) {
      double seconds = (System.nanoTime() - started) / 1e9;
      listener.on(
          new ZeroEvent.Learning(
              generation,
              step - from,
              wanted,
              learningRate,
              steps * batchSize / seconds,
              mean.mean()));
      mean.reset();
    }
  }
}
