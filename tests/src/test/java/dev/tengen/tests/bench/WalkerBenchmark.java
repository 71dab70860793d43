package dev.tengen.tests.bench;

import dev.tengen.cli.bench.RandomGame;
import dev.tengen.game.Snapshot;
import dev.tengen.game.Walker;
import dev.tengen.go.GoPosition;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The walker of a search, on the random game of {@link PositionBenchmark}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class WalkerBenchmark {

  @Param({"9", "13", "19"})
  public int size;

  private int[] moves;
  private Walker walker;
  private List<Walker> samples;
  private int[] actions;
  private Snapshot snapshot;
  private int next;

  /** Plays the game. */
  @Setup
  public void play() {
    RandomGame game = RandomGame.on(size);
    moves = game.moves();
    walker = game.start().newWalker();
    samples = game.samples().stream().map(GoPosition::newWalker).toList();
    actions = new int[walker.actionCount()];
    snapshot = walker.newSnapshot();
  }

  private Walker sample() {
    next = (next + 1) % samples.size();
    return samples.get(next);
  }

  /** Back to the empty board, then all moves of the game. */
  @Benchmark
  public Walker rewindAndPlayGame() {
    walker.rewind();
    for (int move : moves) {
      walker.play(move);
    }
    return walker;
  }

  /** Back to a position. */
  @Benchmark
  public Walker rewind() {
    Walker sample = sample();
    sample.rewind();
    return sample;
  }

  /** All legal actions of one position. */
  @Benchmark
  public int legalActions() {
    return sample().legalActions(actions);
  }

  /** What an evaluator sees of one position. */
  @Benchmark
  public Snapshot capture() {
    sample().capture(snapshot);
    return snapshot;
  }
}
