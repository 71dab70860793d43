package dev.tengen.selfplay;

import dev.tengen.game.Evaluator;
import dev.tengen.game.Snapshot;
import dev.tengen.game.Walker;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/**
 * Plays games of a network against itself. Each thread advances many games together: it collects a
 * leaf or so of each into one batch, has the batch evaluated, hands the answers back.
 *
 * <pre>
 *   thread 1:  game, game, game ...  ->  batch  -+
 *   thread 2:  game, game, game ...  ->  batch  -+->  evaluator
 * </pre>
 *
 * <p>When fewer games are left than play at once, batches run thin, and the evaluator slow: {@link
 * Progress#thinEvaluations} says how much of the work that was.
 *
 * <p>An instance runs once. {@link #progress} and {@link #stop} may be called by other threads.
 */
public final class SelfPlay {

  /**
   * How far a run is.
   *
   * @param gamesFinished games handed to the sink
   * @param positions moves of those games
   * @param inFlight games begun and not finished
   * @param evaluations positions given to the evaluator. If that one has a cache, the network has
   *     seen fewer
   * @param thinEvaluations those in batches of less than half the size that all games of a thread
   *     would fill
   * @param batches calls of the evaluator
   * @param evaluatorNanos time inside the evaluator, of all threads together
   * @param elapsedNanos since the run began
   */
  public record Progress(
      int gamesFinished,
      long positions,
      int inFlight,
      long evaluations,
      long thinEvaluations,
      long batches,
      long evaluatorNanos,
      long elapsedNanos) {

    /** The mean size of a batch. */
    public double evaluationsPerBatch() {
      return batches == 0 ? 0 : (double) evaluations / batches;
    }

    /** Finished games per hour. */
    public double gamesPerHour() {
      return gamesFinished * 3.6e12 / Math.max(1, elapsedNanos);
    }

    /** Evaluations per second. */
    public double evaluationsPerSecond() {
      return evaluations * 1e9 / Math.max(1, elapsedNanos);
    }
  }

  private final SelfPlayConfig config;
  private final Evaluator evaluator;
  private final String network;
  private final long runSeed;
  private final int generation;
  private final GoPosition start;

  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final LongAdder finished = new LongAdder();
  private final LongAdder positions = new LongAdder();
  private final LongAdder evaluations = new LongAdder();
  private final LongAdder thinEvaluations = new LongAdder();
  private final LongAdder batches = new LongAdder();
  private final LongAdder evaluatorNanos = new LongAdder();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final Object sinkLock = new Object();
  private volatile boolean stopped;
  private volatile long started;

  /**
   * @param evaluator is called by all threads
   * @param network names it in the records
   * @param runSeed with {@code generation} and a game's number decides all chance in that game
   */
  public SelfPlay(
      SelfPlayConfig config, Evaluator evaluator, String network, long runSeed, int generation) {
    this.config = config;
    this.evaluator = evaluator;
    this.network = network;
    this.runSeed = runSeed;
    this.generation = generation;
    this.start =
        GoPosition.start(
            config.game().boardSize(), Rules.named(config.game().rules()), config.game().komi());
  }

  /**
   * Plays the games with these numbers, in this order as far as several at once have an order, and
   * returns when all are finished or it was stopped or interrupted; games in flight are then lost.
   *
   * @param sink receives each game as it ends
   * @throws IOException if the sink fails; no more games are played then
   */
  public void run(int[] games, EpisodeSink sink) throws IOException {
    started = System.nanoTime();
    List<Thread> threads = new ArrayList<>();
    for (int i = 1; i <= config.parallel().threads(); i++) {
      Thread thread = new Thread(() -> work(games, sink), "selfplay-" + i);
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
          stop();
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    rethrow(failure.get());
  }

  /** Has {@link #run} return after the batches under way. */
  public void stop() {
    stopped = true;
  }

  /** A view of the run, at any time. */
  public Progress progress() {
    return new Progress(
        finished.intValue(),
        positions.sum(),
        inFlight.get(),
        evaluations.sum(),
        thinEvaluations.sum(),
        batches.sum(),
        evaluatorNanos.sum(),
        started == 0 ? 0 : System.nanoTime() - started);
  }

  private void work(int[] games, EpisodeSink sink) {
    try {
      new Worker(games, sink).run();
    } catch (IOException | RuntimeException | Error e) {
      stop();
      failure.compareAndSet(null, e);
    }
  }

  private static void rethrow(Throwable failure) throws IOException {
    if (failure instanceof IOException e) {
      throw e;
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
  }

  /** One thread's games and its batch, all reused from beginning to end. */
  private final class Worker {
    private final int[] games;
    private final EpisodeSink sink;

    /** Those that play stand first. */
    private final GameInPlay[] slots;

    private final int[] leaves;
    private final Snapshot[] batch;
    private final float[] logits;
    private final float[] values;
    private int playing;

    Worker(int[] games, EpisodeSink sink) {
      this.games = games;
      this.sink = sink;
      int wanted = config.parallel().gamesPerThread();
      int fair = (games.length + config.parallel().threads() - 1) / config.parallel().threads();
      slots = new GameInPlay[Math.min(wanted, fair)];
      leaves = new int[slots.length];
      batch = new Snapshot[slots.length * config.parallel().leavesPerGame()];
      Walker walker = start.newWalker();
      for (int i = 0; i < batch.length; i++) {
        batch[i] = walker.newSnapshot();
      }
      logits = new float[batch.length * start.actionCount()];
      values = new float[batch.length];
    }

    void run() throws IOException {
      while (playing < slots.length && startNext(playing)) {
        playing++;
      }
      while (playing > 0 && !stopped) {
        int filled = collect();
        if (filled > 0) {
          evaluate(filled);
        }
      }
      inFlight.addAndGet(-playing);
    }

    /** Starts the next game in a slot, if there is one. */
    private boolean startNext(int slot) {
      int index = next.getAndIncrement();
      if (index >= games.length) {
        return false;
      }
      if (slots[slot] == null) {
        slots[slot] = new GameInPlay(config, start, network);
      }
      inFlight.incrementAndGet();
      slots[slot].start(games[index], GameSeed.of(runSeed, generation, games[index]));
      return true;
    }

    private int collect() throws IOException {
      int filled = 0;
      int slot = 0;
      while (slot < playing) {
        int count = slots[slot].collect(batch, filled, config.parallel().leavesPerGame());
        if (count > 0) {
          leaves[slot++] = count;
          filled += count;
        } else {
          finish(slots[slot].episode());
          if (!startNext(slot)) {
            close(slot);
          }
        }
      }
      return filled;
    }

    private void finish(Episode episode) throws IOException {
      synchronized (sinkLock) {
        sink.accept(episode);
      }
      inFlight.decrementAndGet();
      finished.increment();
      positions.add(episode.length());
    }

    /** No more games for this slot: the last one that plays takes its place. */
    private void close(int slot) {
      playing--;
      slots[slot] = slots[playing];
      slots[playing] = null;
    }

    private void evaluate(int filled) {
      long before = System.nanoTime();
      evaluator.evaluate(batch, filled, logits, values);
      evaluatorNanos.add(System.nanoTime() - before);
      evaluations.add(filled);
      thinEvaluations.add(2 * filled < batch.length ? filled : 0);
      batches.increment();
      int from = 0;
      for (int slot = 0; slot < playing; slot++) {
        slots[slot].handBack(logits, values, from, leaves[slot]);
        from += leaves[slot];
      }
    }
  }
}
