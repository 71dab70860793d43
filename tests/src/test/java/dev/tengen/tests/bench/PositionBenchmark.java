package dev.tengen.tests.bench;

import dev.tengen.cli.bench.RandomGame;
import dev.tengen.go.GoPosition;
import dev.tengen.go.GoSnapshot;
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

/** Immutable positions of a random game: as many moves as there are points. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PositionBenchmark {

  @Param({"9", "13", "19"})
  public int size;

  private RandomGame game;
  private int[] moves;
  private List<GoPosition> samples;
  private int[] actions;
  private int next;

  /** Plays the game. */
  @Setup
  public void play() {
    game = RandomGame.on(size);
    moves = game.moves();
    samples = game.samples();
    actions = new int[game.start().actionCount()];
  }

  private GoPosition sample() {
    next = (next + 1) % samples.size();
    return samples.get(next);
  }

  /** All moves of the game: divide by their number for one. */
  @Benchmark
  public GoPosition playGame() {
    GoPosition position = game.start();
    for (int move : moves) {
      position = position.play(move);
    }
    return position;
  }

  /** All legal actions of one position. */
  @Benchmark
  public int legalActions() {
    return sample().legalActions(actions);
  }

  /** The same by asking about each. */
  @Benchmark
  public int legalActionsOneByOne() {
    GoPosition position = sample();
    int count = 0;
    for (int action = 0; action < actions.length; action++) {
      if (position.isLegal(action)) {
        actions[count++] = action;
      }
    }
    return count;
  }

  /** A new snapshot of one position. */
  @Benchmark
  public GoSnapshot snapshot() {
    return sample().snapshot();
  }
}
