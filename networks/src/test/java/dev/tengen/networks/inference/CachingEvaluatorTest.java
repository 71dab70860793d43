package dev.tengen.networks.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.Snapshot;
import dev.tengen.game.Symmetry;
import dev.tengen.networks.TestGames;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CachingEvaluatorTest {

  private static final int ACTIONS = 26;

  private final FakeEvaluator fake = new FakeEvaluator();
  private final Snapshot[] snapshots = TestGames.snapshots(5, 400, 7);
  private final float[] logits = new float[400 * ACTIONS];
  private final float[] values = new float[400];

  @Test
  void asksOnceForTheSame() {
    CachingEvaluator caching = new CachingEvaluator(fake, ACTIONS, 10_000);
    Snapshot[] few = {snapshots[10], snapshots[11], snapshots[12]};
    caching.evaluate(few, 2, logits, values);
    assertThat(FakeEvaluator.isRight(few, 2, logits, values)).isTrue();
    java.util.Arrays.fill(values, 0);
    caching.evaluate(few, 3, logits, values);
    assertThat(FakeEvaluator.isRight(few, 3, logits, values)).isTrue();
    assertThat(fake.batches).containsExactly(2, 1);
    caching.evaluate(few, 3, logits, values);
    assertThat(fake.batches).as("all remembered").containsExactly(2, 1);
    assertThat(caching.hits()).isEqualTo(5);
    assertThat(caching.misses()).isEqualTo(3);
    assertThat(caching.hitRate()).isEqualTo(5 / 8.0);
    assertThat(caching.size()).isEqualTo(3);
  }

  @Test
  void eachSymmetryIsAnotherQuestion() {
    CachingEvaluator caching = new CachingEvaluator(fake, ACTIONS, 10_000);
    Snapshot[] one = {snapshots[20]};
    for (int round = 0; round < 2; round++) {
      for (Symmetry symmetry : Symmetry.values()) {
        one[0].setSymmetry(symmetry);
        caching.evaluate(one, 1, logits, values);
        assertThat(FakeEvaluator.isRight(one, 1, logits, values)).isTrue();
      }
    }
    assertThat(fake.positions()).isEqualTo(8);
    assertThat(caching.hits()).isEqualTo(8);
  }

  @Test
  void staysWithinItsBoundAndStaysRight() {
    CachingEvaluator caching = new CachingEvaluator(fake, ACTIONS, 128);
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 2_000; i++) {
      Snapshot[] some = new Snapshot[1 + random.nextInt(30)];
      for (int k = 0; k < some.length; k++) {
        some[k] = snapshots[random.nextInt(snapshots.length)];
      }
      caching.evaluate(some, some.length, logits, values);
      assertThat(FakeEvaluator.isRight(some, some.length, logits, values)).isTrue();
      assertThat(caching.size()).isLessThanOrEqualTo(128);
    }
    assertThat(caching.size()).isGreaterThan(100);
    assertThat(caching.hits()).isPositive();
    assertThat(caching.misses()).isEqualTo(fake.positions());
  }

  @Test
  void keepsWhatIsUsed() {
    CachingEvaluator caching = new CachingEvaluator(fake, ACTIONS, 64);
    Snapshot[] favourite = {snapshots[0]};
    caching.evaluate(favourite, 1, logits, values);
    for (int i = 1; i < 300; i++) {
      caching.evaluate(new Snapshot[] {snapshots[i]}, 1, logits, values);
      caching.evaluate(favourite, 1, logits, values);
    }
    assertThat(caching.hits()).isGreaterThanOrEqualTo(299);
  }

  @Test
  void severalThreads() {
    CachingEvaluator caching = new CachingEvaluator(fake, ACTIONS, 256);
    IntStream.range(0, 2_000)
        .parallel()
        .forEach(
            i -> {
              Snapshot[] some = new Snapshot[20];
              System.arraycopy(snapshots, i * 7 % 380, some, 0, 20);
              float[] ownLogits = new float[20 * ACTIONS];
              float[] ownValues = new float[20];
              caching.evaluate(some, 20, ownLogits, ownValues);
              assertThat(FakeEvaluator.isRight(some, 20, ownLogits, ownValues)).isTrue();
            });
    assertThat(caching.hits() + caching.misses()).isEqualTo(40_000);
    assertThat(caching.size()).isLessThanOrEqualTo(256);
  }

  @Test
  void remembersNoFailureAndRefusesAnotherGame() {
    CachingEvaluator caching = new CachingEvaluator(fake, ACTIONS, 64);
    Snapshot[] one = {snapshots[3]};
    fake.failure = new IllegalStateException("broken");
    assertThatThrownBy(() -> caching.evaluate(one, 1, logits, values)).hasMessage("broken");
    fake.failure = null;
    caching.evaluate(one, 1, logits, values);
    assertThat(FakeEvaluator.isRight(one, 1, logits, values)).isTrue();
    Snapshot[] other = TestGames.snapshots(6, 1, 1);
    assertThatThrownBy(() -> caching.evaluate(other, 1, logits, values))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("this cache is for 26 actions, not 37");
  }
}
