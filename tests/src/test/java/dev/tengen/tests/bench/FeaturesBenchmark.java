package dev.tengen.tests.bench;

import dev.tengen.cli.bench.RandomGame;
import dev.tengen.game.Symmetry;
import dev.tengen.go.GoPosition;
import dev.tengen.go.GoSnapshot;
import dev.tengen.networks.NetworkConfig;
import dev.tengen.networks.features.FeaturePlanes;
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

/** A network's input planes of the positions of {@link PositionBenchmark}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FeaturesBenchmark {

  @Param({"9", "13", "19"})
  public int size;

  private FeaturePlanes planes;
  private List<GoSnapshot> samples;
  private float[] out;
  private int next;

  /** Plays the game. */
  @Setup
  public void play() {
    samples = RandomGame.on(size).samples().stream().map(GoPosition::snapshot).toList();
    planes = FeaturePlanes.of(new NetworkConfig(size, 1, 1, 1));
    out = new float[planes.length()];
  }

  /** One position, through one symmetry after the other. */
  @Benchmark
  public float[] encode() {
    next = (next + 1) % samples.size();
    GoSnapshot snapshot = samples.get(next);
    snapshot.setSymmetry(Symmetry.of(next));
    planes.encode(snapshot, out, 0);
    return out;
  }
}
