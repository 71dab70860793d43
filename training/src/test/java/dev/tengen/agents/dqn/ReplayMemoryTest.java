package dev.tengen.agents.dqn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tengen.agents.env.ObservationSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayMemoryTest {

  private static final ObservationSpace NUMBER = ObservationSpace.vector(1);

  private static ReplayMemory filled(int capacity, int count, double exponent) {
    ReplayMemory memory = new ReplayMemory(capacity, NUMBER, 2, true, exponent);
    for (int i = 0; i < count; i++) {
      float[] next = {i + 0.5f};
      memory.add(new float[] {i}, 0, i % 2, i, 0.9f, next, 0, new boolean[] {true, i % 3 > 0}, 0);
    }
    return memory;
  }

  /** How often each index is drawn, as a share. */
  private static double[] shares(ReplayMemory memory, int size) {
    Batch batch = new Batch(4, 1, 2);
    double[] shares = new double[size];
    SplittableRandom random = new SplittableRandom(1);
    int draws = 20_000;
    for (int i = 0; i < draws; i++) {
      memory.sample(batch, random, 1);
      for (int row = 0; row < 4; row++) {
        shares[batch.index(row)] += 1.0 / (4 * draws);
      }
    }
    return shares;
  }

  @Test
  void theNewestReplaceTheOldest() {
    ReplayMemory memory = filled(3, 5, 0);
    assertThat(memory.size()).isEqualTo(3);
    Batch batch = new Batch(3, 1, 2);
    for (int i = 0; i < 3; i++) {
      memory.fill(batch, i, i);
    }
    assertThat(batch.observations()).containsExactly(3, 4, 2, 3.5f, 4.5f, 2.5f);
    assertThat(batch.facts()).containsExactly(1, 0, 0, 3, 4, 2, 0.9f, 0.9f, 0.9f, 1, 1, 1);
    assertThat(batch.penalties()).containsExactly(0, -1e30f, 0, 0, 0, 0);
  }

  @Test
  void uniformly() {
    for (double share : shares(filled(5, 5, 0), 5)) {
      assertThat(share).isCloseTo(0.2, within(0.01));
    }
  }

  @Test
  void inProportionToThePowerOfTheError() {
    ReplayMemory memory = filled(4, 4, 0.5);
    Batch batch = new Batch(4, 1, 2);
    for (int i = 0; i < 4; i++) {
      memory.fill(batch, i, i);
    }
    memory.learned(batch, new float[] {1, -4, 9, 16}); // priorities 1, 2, 3, 4
    double[] shares = shares(memory, 4);
    for (int i = 0; i < 4; i++) {
      assertThat(shares[i]).isCloseTo((i + 1) / 10.0, within(0.005));
    }
    // (N P)^-beta over the batch's greatest: with strata every index is in some batch.
    SplittableRandom random = new SplittableRandom(2);
    memory.sample(batch, random, 0.5);
    double least = Double.MAX_VALUE;
    for (int row = 0; row < 4; row++) {
      least = Math.min(least, batch.index(row) + 1);
    }
    for (int row = 0; row < 4; row++) {
      assertThat((double) batch.weight(row))
          .isCloseTo(Math.sqrt(least / (batch.index(row) + 1)), within(1e-5));
    }
    memory.sample(batch, random, 0);
    assertThat(batch.weight(3)).isEqualTo(1);
  }

  @Test
  void whatIsNewIsAsUrgentAsTheMostUrgent() {
    ReplayMemory memory = filled(4, 3, 1);
    Batch batch = new Batch(3, 1, 2);
    for (int i = 0; i < 3; i++) {
      memory.fill(batch, i, i);
    }
    memory.learned(batch, new float[] {3, 1, 1});
    memory.add(new float[1], 0, 0, 0, 0, new float[1], 0, new boolean[2], 0);
    assertThat(shares(memory, 4)[3]).isCloseTo(3 / 8.0, within(0.005));
  }

  @Test
  void comesBackFromItsFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("replay.bin");
    ReplayMemory memory = filled(5, 7, 0.5);
    memory.save(file);
    ReplayMemory again = new ReplayMemory(5, NUMBER, 2, true, 0.5);
    again.load(file);
    Batch expected = new Batch(16, 1, 2);
    Batch batch = new Batch(16, 1, 2);
    memory.sample(expected, new SplittableRandom(3), 0.5);
    again.sample(batch, new SplittableRandom(3), 0.5);
    assertThat(batch.observations()).containsExactly(expected.observations());
    assertThat(batch.facts()).containsExactly(expected.facts());
    assertThat(batch.penalties()).containsExactly(expected.penalties());
    assertThatThrownBy(() -> new ReplayMemory(6, NUMBER, 2, true, 0.5).load(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no replay memory of this environment and size");
    Files.write(file, new byte[3]);
    assertThatThrownBy(() -> again.load(file)).isInstanceOf(IOException.class);
  }

  /** A world of 500 states would take 4 kB a transition, in memory and in every checkpoint. */
  @Test
  void ofOneHotObservationsOnlyThePlaceIsKept(@TempDir Path folder) throws IOException {
    ObservationSpace states = ObservationSpace.discrete(500);
    ReplayMemory memory = new ReplayMemory(3, states, 2, false, 0);
    float[] seen = new float[500];
    float[] next = new float[1000];
    seen[499] = 1;
    next[500] = 1;
    memory.add(seen, 0, 1, -1, 0.9f, next, 500, null, 0);
    Batch batch = new Batch(1, 500, 2);
    Arrays.fill(batch.observations(), 7);
    memory.fill(batch, 0, 0);
    assertThat(batch.observations()).startsWith(seen).endsWith(Arrays.copyOfRange(next, 500, 1000));

    Path file = folder.resolve("replay.bin");
    memory.save(file);
    assertThat(Files.size(file)).isLessThan(100);
    ReplayMemory again = new ReplayMemory(3, states, 2, false, 0);
    again.load(file);
    Batch same = new Batch(1, 500, 2);
    again.fill(same, 0, 0);
    assertThat(same.observations()).containsExactly(batch.observations());

    ReplayMemory smaller = new ReplayMemory(3, ObservationSpace.discrete(48), 2, false, 0);
    assertThatThrownBy(() -> smaller.load(file)).hasMessageContaining("states that there are not");
  }

  @Test
  void aTreeOfSumsFindsByMass() {
    SumTree tree = new SumTree(5);
    double[] weights = {1, 0, 2, 0, 3};
    for (int i = 0; i < weights.length; i++) {
      tree.set(i, weights[i]);
    }
    assertThat(tree.total()).isEqualTo(6);
    int[] expected = {0, 2, 2, 4, 4, 4};
    for (int i = 0; i < 6; i++) {
      assertThat(tree.find(i)).isEqualTo(expected[i]);
      assertThat(tree.find(i + 0.999)).isEqualTo(expected[i]);
    }
    assertThat(tree.find(6)).as("rounding past the end").isEqualTo(4);
    tree.set(4, 0);
    assertThat(tree.find(2.9999)).isEqualTo(2);
  }
}
