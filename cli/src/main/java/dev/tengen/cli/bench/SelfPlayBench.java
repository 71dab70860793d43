package dev.tengen.cli.bench;

import dev.tengen.game.Evaluator;
import dev.tengen.game.Snapshot;
import dev.tengen.networks.Network;
import dev.tengen.networks.inference.InferenceBench;
import dev.tengen.networks.inference.NetworkEvaluator;
import dev.tengen.networks.model.Precision;
import dev.tengen.selfplay.SelfPlay;
import dev.tengen.selfplay.SelfPlayConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/**
 * {@code bench selfplay}: self-play in its steady state beside the bare inference loop, in turns:
 * while the bare loop runs, self-play is held before its next evaluation. So the share of the
 * machine's inference that self-play gets is a ratio from the same minutes.
 */
public final class SelfPlayBench {

  private static final int ROUNDS = 5;

  /** More games than any run of this bench can finish. */
  private static final int GAMES = 1_000_000;

  private SelfPlayBench() {}

  /** What self-play did between two moments. */
  private record Mark(long nanos, long evaluations, int games, long positions) {}

  /**
   * Measures one network in one precision after the other.
   *
   * @param seconds for self-play in all rounds together, the warm-up apart
   */
  public static List<Figure> run(
      Network network, List<Precision> precisions, SelfPlayConfig config, double seconds) {
    List<Figure> figures = new ArrayList<>();
    for (Precision precision : precisions) {
      figures.addAll(run(network, precision, config, seconds));
    }
    return figures;
  }

  private static List<Figure> run(
      Network network, Precision precision, SelfPlayConfig config, double seconds) {
    int board = network.config().boardSize();
    int threads = config.parallel().threads();
    int own = config.parallel().gamesPerThread() * config.parallel().leavesPerGame();
    double each = seconds / ROUNDS;
    double[] bare = new double[ROUNDS];
    double[] evaluations = new double[ROUNDS];
    double[] shares = new double[ROUNDS];
    double nanos = 0;
    int games = 0;
    long positions = 0;
    try (NetworkEvaluator evaluator = new NetworkEvaluator(network, precision);
        InferenceBench inference = InferenceFigures.open(network, precision)) {
      Gate gate = new Gate(evaluator);
      SelfPlay play = new SelfPlay(config, gate, "bench", 1, 0);
      Thread runner = new Thread(() -> playAll(play), "bench-selfplay");
      runner.start();
      try {
        sleep(each);
        for (int round = 0; round < ROUNDS; round++) {
          bare[round] =
              gate.whileClosed(() -> InferenceFigures.bestBare(inference, threads, own, each / 3));
          Mark before = mark(evaluator, play);
          sleep(each);
          Mark after = mark(evaluator, play);
          double took = after.nanos - before.nanos;
          evaluations[round] = (after.evaluations - before.evaluations) * 1e9 / took;
          shares[round] = evaluations[round] / bare[round];
          nanos += took;
          games += after.games - before.games;
          positions += after.positions - before.positions;
        }
      } finally {
        play.stop();
        join(runner);
      }
    }
    double hours = nanos / 3.6e12;
    Figure like =
        new Figure("", board, threads, network.config().size(), precision.toString(), null, 0, "");
    return List.of(
        like.with("selfplay.games", games / hours, "games/h"),
        like.with("selfplay.positions", positions / hours, "positions/h"),
        like.with("selfplay.evaluations", Rounds.median(evaluations), "evaluations/s"),
        like.with("inference.bare", Rounds.median(bare), "positions/s"),
        like.with("selfplay.networkShare", Rounds.median(shares), ""));
  }

  private static void playAll(SelfPlay play) {
    try {
      play.run(IntStream.range(0, GAMES).toArray(), episode -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Mark mark(NetworkEvaluator evaluator, SelfPlay play) {
    SelfPlay.Progress progress = play.progress();
    return new Mark(
        System.nanoTime(), evaluator.positions(), progress.gamesFinished(), progress.positions());
  }

  private static void sleep(double seconds) {
    try {
      Thread.sleep((long) (seconds * 1000));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets evaluations through except while something else is measured. */
  private static final class Gate implements Evaluator {
    private final Evaluator below;
    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

    Gate(Evaluator below) {
      this.below = below;
    }

    @Override
    public void evaluate(Snapshot[] batch, int count, float[] logits, float[] values) {
      lock.readLock().lock();
      try {
        below.evaluate(batch, count, logits, values);
      } finally {
        lock.readLock().unlock();
      }
    }

    double whileClosed(DoubleSupplier measurement) {
      lock.writeLock().lock();
      try {
        return measurement.getAsDouble();
      } finally {
        lock.writeLock().unlock();
      }
    }
  }
}
