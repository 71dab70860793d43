package dev.tengen.training;

import dev.tengen.networks.NetworkConfig;
import dev.tengen.training.ReplayWindow.Sample;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Batches for consecutive steps, each drawn in a thread of its own while the learner works on the
 * one before. The batch of a step depends on the sample, the seed and the step alone.
 */
final class BatchFeed implements AutoCloseable {

  private final Sample sample;
  private final ExampleEncoder encoder;
  private final long seed;
  private final ExecutorService thread;
  private ExampleBatch inUse;
  private ExampleBatch spare;
  private Future<?> filling;
  private long step;

  /**
   * @param seed of the run
   * @param firstStep the step of the first batch
   */
  BatchFeed(Sample sample, NetworkConfig network, int batchSize, long seed, long firstStep) {
    this.sample = sample;
    this.seed = seed;
    this.step = firstStep;
    encoder = new ExampleEncoder(sample.start(), network);
    inUse = new ExampleBatch(batchSize, network.inputLength(), network.actionCount());
    spare = new ExampleBatch(batchSize, network.inputLength(), network.actionCount());
    thread =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread made = new Thread(task, "batch-feed");
              made.setDaemon(true);
              return made;
            });
    fillSpare();
  }

  private void fillSpare() {
    ExampleBatch batch = spare;
    SplittableRandom random = new SplittableRandom(Seeds.of(seed, Seeds.BATCH, step++));
    filling = thread.submit(() -> encoder.fill(batch, sample, random));
  }

  /** The next batch; the caller's until the next call. */
  ExampleBatch next() throws InterruptedException {
    try {
      filling.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a batch could not be drawn", e.getCause());
    }
    ExampleBatch ready = spare;
    spare = inUse;
    inUse = ready;
    fillSpare();
    return ready;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
