package dev.tengen.mcts;

import dev.tengen.game.Evaluator;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * One thread's part in a run of a {@link Crew}. It is in the tree or outside, and whoever takes it
 * from outside to elsewhere by compare-and-set owns its simulations:
 *
 * <pre>
 *            +-- answers come -- handBack, collect ---+
 *            v                                        |
 *   begins: OUTSIDE ----------- INSIDE ---------------+--> GONE, by itself
 *            |
 *            +--> GONE, by {@link #dismiss}: its leaves are taken back at once;
 *                 when the answers come it touches nothing
 * </pre>
 */
final class Worker implements Runnable {

  private enum Stage {
    OUTSIDE,
    INSIDE,
    GONE
  }

  private static final long NANOS_BETWEEN_LOOKS = 20_000;

  private final Crew crew;
  private final Evaluator evaluator;
  private final Simulations simulations;
  private final RandomGenerator random;
  private final Batch batch;
  private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.OUTSIDE);

  /** Whether this thread owns the simulations. */
  private boolean inside;

  Worker(
      Crew crew,
      Evaluator evaluator,
      Simulations simulations,
      RandomGenerator random,
      Batch batch) {
    this.crew = crew;
    this.evaluator = evaluator;
    this.simulations = simulations;
    this.random = random;
    this.batch = batch;
  }

  @Override
  public void run() {
    try {
      enter();
      while (inside && !crew.isOver()) {
        work();
      }
    } catch (RuntimeException | Error e) {
      if (inside) { // else nobody waits for this evaluation any more
        crew.failed(e);
      }
    } finally {
      if (inside) {
        simulations.abandon();
        crew.stop();
        stage.set(Stage.GONE);
      }
      crew.free(batch);
    }
  }

  private void enter() {
    inside = stage.compareAndSet(Stage.OUTSIDE, Stage.INSIDE);
  }

  private void work() {
    int before = crew.changes();
    int count = simulations.collect(batch.snapshots, 0, crew.batchSize(), random);
    if (count > 0) {
      inside = false;
      stage.set(Stage.OUTSIDE);
      long begin = System.nanoTime();
      try {
        batch.evaluate(evaluator, count);
      } finally {
        enter();
      }
      if (inside) {
        simulations.handBack(batch.logits, batch.values, 0, count);
        crew.evaluated(count, System.nanoTime() - begin);
      }
    } else if (simulations.isStuck()) {
      crew.awaitChange(before);
    }
  }

  /**
   * Ends the part of this worker: from the return on it leaves tree and simulations alone. Waits
   * while it is in the tree, but not for an evaluation.
   */
  void dismiss() {
    while (stage.get() != Stage.GONE) {
      if (stage.compareAndSet(Stage.OUTSIDE, Stage.GONE)) {
        simulations.abandon();
      } else {
        LockSupport.parkNanos(NANOS_BETWEEN_LOOKS);
      }
    }
  }
}
