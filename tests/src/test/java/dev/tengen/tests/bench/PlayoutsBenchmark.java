package dev.tengen.tests.bench;

import dev.tengen.go.Playouts;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Uniform random playouts of the empty board; {@code -t 2} for two threads. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PlayoutsBenchmark {

  private static final int PLAYOUTS = 100;

  @Param({"9", "13", "19"})
  public int size;

  private long seed = 1;

  /** One playout. */
  @Benchmark
  @OperationsPerInvocation(PLAYOUTS)
  public long playout() {
    return Playouts.run(size, PLAYOUTS, seed++).scoreForBlack();
  }
}
