package dev.tengen.networks.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tengen.game.Evaluation;
import dev.tengen.game.Snapshot;
import dev.tengen.game.Symmetry;
import dev.tengen.networks.Network;
import dev.tengen.networks.NetworkConfig;
import dev.tengen.networks.TestGames;
import dev.tengen.networks.TestNetworks;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkEvaluatorTest {

  private static final int SIZE = 5;
  private static final int ACTIONS = 26;
  private static final Network NETWORK = TestNetworks.lively(new NetworkConfig(SIZE, 2, 8, 8), 21);
  private static NetworkEvaluator evaluator;

  @BeforeAll
  static void open() {
    evaluator = new NetworkEvaluator(NETWORK);
  }

  @AfterAll
  static void close() {
    evaluator.close();
  }

  @ParameterizedTest
  @EnumSource(Symmetry.class)
  void undoesTheSymmetry(Symmetry symmetry) {
    List<Integer> game = TestGames.randomGame(SIZE, 12, 3);
    Snapshot snapshot = TestGames.replay(SIZE, game, Symmetry.IDENTITY).snapshot();
    Evaluation straight = evaluator.evaluate(snapshot);
    snapshot.setSymmetry(symmetry);
    Evaluation seenTurned = evaluator.evaluate(snapshot);
    Evaluation turned = evaluator.evaluate(TestGames.replay(SIZE, game, symmetry).snapshot());
    assertThat(seenTurned.value()).isEqualTo(turned.value());
    for (int action = 0; action < ACTIONS; action++) {
      assertThat(seenTurned.logits()[action])
          .isEqualTo(turned.logits()[symmetry.apply(action, SIZE)]);
    }
    if (symmetry != Symmetry.IDENTITY) {
      assertThat(seenTurned.logits()).isNotEqualTo(straight.logits());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 7, 33, NetworkEvaluator.MAX_BATCH + 5})
  void anyCount(int count) {
    Snapshot[] snapshots = TestGames.snapshots(SIZE, count + 1, 4);
    float[] logits = new float[(count + 1) * ACTIONS];
    float[] values = new float[count + 1];
    Arrays.fill(values, 7);
    evaluator.evaluate(snapshots, count, logits, values);
    for (int i = 0; i < count; i += 1 + i / 10) {
      Evaluation alone = evaluator.evaluate(snapshots[i]);
      assertThat(values[i]).isCloseTo(alone.value(), within(1e-5f));
      assertThat(Arrays.copyOfRange(logits, i * ACTIONS, (i + 1) * ACTIONS))
          .containsExactly(alone.logits(), within(1e-4f));
    }
    assertThat(values[count]).as("beyond the batch").isEqualTo(7);
    assertThat(logits[count * ACTIONS]).as("beyond the batch").isZero();
  }

  @Test
  void severalThreadsAtOnceGetTheSameAnswers() {
    Snapshot[] snapshots = TestGames.snapshots(SIZE, 32, 9);
    float[] logits = new float[32 * ACTIONS];
    float[] values = new float[32];
    evaluator.evaluate(snapshots, 32, logits, values);
    long before = evaluator.positions();
    IntStream.range(0, 200)
        .parallel()
        .forEach(
            i -> {
              float[] ownLogits = new float[32 * ACTIONS];
              float[] ownValues = new float[32];
              evaluator.evaluate(snapshots, 32, ownLogits, ownValues);
              assertThat(ownLogits).isEqualTo(logits);
              assertThat(ownValues).isEqualTo(values);
            });
    assertThat(evaluator.positions() - before).isEqualTo(6400);
  }

  @Test
  void refusesAnotherBoardAndGoesOn() {
    Snapshot[] other = TestGames.snapshots(SIZE + 1, 1, 1);
    assertThatThrownBy(() -> evaluator.evaluate(other[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a snapshot of a 5x5 board");
    assertThat(evaluator.evaluate(TestGames.snapshots(SIZE, 1, 1)[0]).value()).isFinite();
  }

  @Test
  void aClosedOneSaysSo() {
    NetworkEvaluator closed = new NetworkEvaluator(NETWORK);
    closed.close();
    Snapshot snapshot = TestGames.snapshots(SIZE, 1, 1)[0];
    assertThatThrownBy(() -> closed.evaluate(snapshot))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("this evaluator is closed");
  }
}
