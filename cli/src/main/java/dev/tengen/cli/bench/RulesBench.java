package dev.tengen.cli.bench;

import dev.tengen.game.Snapshot;
import dev.tengen.game.Walker;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Playouts;
import dev.tengen.networks.NetworkConfig;
import dev.tengen.networks.features.FeaturePlanes;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * {@code bench rules}: playouts, moves and legal actions of positions and walkers, features.
 *
 * <ul>
 *   <li>{@code rules.playouts}: uniform random playouts of the empty board; also for each second of
 *       the threads' own processor time, for machines that others use too, and their mean length.
 *   <li>{@code rules.play}, {@code rules.walkerPlay}: the moves of a random game once more, on
 *       immutable positions and with a walker.
 *   <li>{@code rules.legalMask}, {@code rules.walkerMask}: all legal actions, and {@code
 *       rules.features}: a network's input planes, of eight positions spread over that game.
 * </ul>
 */
public final class RulesBench {

  private static final int ROUNDS = 3;

  /** How often a short piece of work is repeated before the clock is looked at again. */
  private static final int REPEATS = 50;

  private final int board;
  private final int threads;
  private final double seconds;
  private final RandomGame game;
  private final List<Figure> figures = new ArrayList<>();

  private RulesBench(int board, int threads, double seconds) {
    this.board = board;
    this.threads = threads;
    this.seconds = seconds;
    this.game = RandomGame.on(board);
  }

  /**
   * Measures each board on each number of threads.
   *
   * @param seconds for each figure
   * @param say hears what is being measured
   */
  public static List<Figure> run(
      List<Integer> boards, List<Integer> threads, double seconds, Consumer<String> say) {
    List<Figure> figures = new ArrayList<>();
    for (int board : boards) {
      for (int count : threads) {
        say.accept("measuring rules on %dx%<d, threads: %d".formatted(board, count));
        RulesBench bench = new RulesBench(board, count, seconds);
        bench.playouts();
        bench.measure("rules.play", "moves/s", thread -> bench.play());
        bench.measure("rules.walkerPlay", "moves/s", thread -> bench.walkerPlay());
        bench.measure("rules.legalMask", "masks/s", thread -> bench.legalMask());
        bench.measure("rules.walkerMask", "masks/s", thread -> bench.walkerMask());
        bench.measure("rules.features", "positions/s", thread -> bench.features());
        figures.addAll(bench.figures);
      }
    }
    return figures;
  }

  private void playouts() {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    LongAdder playouts = new LongAdder();
    LongAdder moves = new LongAdder();
    LongAdder nanos = new LongAdder();
    measure(
        "rules.playouts",
        "playouts/s",
        thread -> {
          long[] seed = {(long) thread << 32};
          return () -> {
            long before = clock.getCurrentThreadCpuTime();
            Playouts.Tally tally = Playouts.run(board, 200, seed[0]++);
            nanos.add(clock.getCurrentThreadCpuTime() - before);
            playouts.add(tally.playouts());
            moves.add(tally.moves());
            return tally.playouts();
          };
        },
        () -> List.of(playouts, moves, nanos).forEach(LongAdder::reset));
    double count = playouts.sum();
    figure("rules.playoutsPerCpu", count * 1e9 / nanos.sum(), "playouts/CPU-s");
    figure("rules.playoutLength", moves.sum() / count, "moves");
  }

  private Rounds.Work play() {
    int[] moves = game.moves();
    return () -> {
      GoPosition position = game.start();
      for (int move : moves) {
        position = position.play(move);
      }
      if (position.moveNumber() != moves.length) {
        throw new IllegalStateException("the same moves led elsewhere:\n" + position);
      }
      return moves.length;
    };
  }

  private Rounds.Work walkerPlay() {
    int[] moves = game.moves();
    Walker walker = game.start().newWalker();
    return () -> {
      for (int i = 0; i < REPEATS; i++) {
        walker.rewind();
        for (int move : moves) {
          walker.play(move);
        }
      }
      return (long) REPEATS * moves.length;
    };
  }

  private Rounds.Work legalMask() {
    List<GoPosition> samples = game.samples();
    int[] actions = new int[game.start().actionCount()];
    return overSamples(samples.size(), i -> samples.get(i).legalActions(actions));
  }

  private Rounds.Work walkerMask() {
    List<Walker> walkers = game.samples().stream().map(GoPosition::newWalker).toList();
    int[] actions = new int[game.start().actionCount()];
    return overSamples(walkers.size(), i -> walkers.get(i).legalActions(actions));
  }

  private Rounds.Work features() {
    List<Snapshot> snapshots =
        game.samples().stream().map(position -> (Snapshot) position.snapshot()).toList();
    FeaturePlanes planes = FeaturePlanes.of(new NetworkConfig(board, 1, 1, 1));
    float[] out = new float[planes.length()];
    return overSamples(snapshots.size(), i -> planes.encode(snapshots.get(i), out, 0));
  }

  private static Rounds.Work overSamples(int samples, IntConsumer work) {
    return () -> {
      for (int i = 0; i < REPEATS; i++) {
        for (int sample = 0; sample < samples; sample++) {
          work.accept(sample);
        }
      }
      return (long) REPEATS * samples;
    };
  }

  /**
   * The median of some rounds after one to warm up; each thread gets a piece of work of its own.
   */
  private void measure(String name, String unit, IntFunction<Rounds.Work> workOf) {
    measure(name, unit, workOf, () -> {});
  }

  private void measure(
      String name, String unit, IntFunction<Rounds.Work> workOf, Runnable whenWarm) {
    List<Rounds.Work> works = IntStream.range(0, threads).mapToObj(workOf).toList();
    double each = seconds / (ROUNDS + 1);
    Rounds.ThreadWork work = thread -> works.get(thread).run();
    Rounds.rate(threads, work, each);
    whenWarm.run();
    double[] rates = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      rates[round] = Rounds.rate(threads, work, each);
    }
    figure(name, Rounds.median(rates), unit);
  }

  private void figure(String name, double value, String unit) {
    figures.add(new Figure(name, board, threads, value, unit));
  }
}
