package dev.tengen.networks.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tengen.game.Snapshot;
import dev.tengen.networks.NetworkConfig;
import dev.tengen.networks.TestGames;
import dev.tengen.networks.TestNetworks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BatchingEvaluatorTest {

  private static final int SIZE = 5;
  private static final int ACTIONS = 26;
  private static final Duration LONG = Duration.ofHours(1);

  private final FakeEvaluator fake = new FakeEvaluator();
  private final Snapshot[] snapshots = TestGames.snapshots(SIZE, 64, 5);

  @Test
  void fillsABatchFromSeveralThreads() throws Exception {
    try (BatchingEvaluator batching = new BatchingEvaluator(fake, 8, LONG)) {
      List<Boolean> right = inThreads(8, thread -> ask(batching, thread, 1));
      assertThat(right).hasSize(8).containsOnly(true);
      assertThat(fake.batches).containsExactly(8);
      assertThat(batching.batches()).isEqualTo(1);
      assertThat(batching.positions()).isEqualTo(8);
    }
  }

  @Test
  void doesNotWaitForEver() throws Exception {
    try (BatchingEvaluator batching = new BatchingEvaluator(fake, 8, Duration.ofMillis(5))) {
      assertThat(ask(batching, 3, 2)).isTrue();
      assertThat(fake.batches).containsExactly(2);
    }
  }

  @Test
  void whatDoesNotFitLeadsTheNext() throws Exception {
    try (BatchingEvaluator batching = new BatchingEvaluator(fake, 8, Duration.ofMillis(200))) {
      List<Boolean> right = inThreads(2, thread -> ask(batching, 8 * thread, 5));
      assertThat(right).containsOnly(true);
      assertThat(fake.batches).containsExactly(5, 5);
      assertThat(ask(batching, 0, 20)).as("more than a batch").isTrue();
      assertThat(fake.batches).containsExactly(5, 5, 20);
    }
  }

  @Test
  void manyThreadsManySizes() throws Exception {
    try (BatchingEvaluator batching = new BatchingEvaluator(fake, 16, Duration.ofNanos(200_000))) {
      List<Boolean> right =
          inThreads(
              8,
              thread -> {
                boolean all = true;
                for (int i = 0; i < 400; i++) {
                  all &= ask(batching, (thread * 7 + i) % 40, 1 + (thread + i) % 20);
                }
                return all;
              });
      assertThat(right).hasSize(8).containsOnly(true);
      int asked = 0;
      for (int thread = 0; thread < 8; thread++) {
        for (int i = 0; i < 400; i++) {
          asked += 1 + (thread + i) % 20;
        }
      }
      assertThat(fake.positions()).isEqualTo(asked);
      assertThat(batching.positions()).isEqualTo(asked);
    }
  }

  @Test
  void aFailureReachesEveryoneInTheBatchAndNobodyAfter() throws Exception {
    try (BatchingEvaluator batching = new BatchingEvaluator(fake, 4, LONG)) {
      fake.failure = new IllegalStateException("broken");
      List<Boolean> failed =
          inThreads(
              4,
              thread -> {
                try {
                  ask(batching, thread, 1);
                  return false;
                } catch (IllegalStateException e) {
                  return "broken".equals(e.getMessage());
                }
              });
      assertThat(failed).hasSize(4).containsOnly(true);
      fake.failure = null;
      assertThat(inThreads(4, thread -> ask(batching, thread, 1))).containsOnly(true);
    }
  }

  @Test
  void closingAnswersThoseWhoWait() throws Exception {
    BatchingEvaluator batching = new BatchingEvaluator(fake, 8, LONG);
    ExecutorService pool = Executors.newFixedThreadPool(1);
    try {
      Future<Boolean> waiting = pool.submit(() -> ask(batching, 0, 1));
      while (!batching.isCollecting()) {
        Thread.onSpinWait();
      }
      batching.close();
      assertThat(waiting.get(30, TimeUnit.SECONDS)).isTrue();
      assertThatThrownBy(() -> ask(batching, 0, 1))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("this evaluator is closed");
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void eightThreadsOverANetworkGetWhatItSays() throws Exception {
    try (NetworkEvaluator network =
            new NetworkEvaluator(TestNetworks.lively(new NetworkConfig(SIZE, 1, 8, 8), 2));
        BatchingEvaluator batching = new BatchingEvaluator(network, 16, Duration.ofMillis(2))) {
      float[] logits = new float[64 * ACTIONS];
      float[] values = new float[64];
      network.evaluate(snapshots, 64, logits, values);
      List<Boolean> done =
          inThreads(
              8,
              thread -> {
                for (int i = 0; i < 50; i++) {
                  int from = (thread * 8 + i) % 60;
                  Snapshot[] own = {snapshots[from], snapshots[from + 1], snapshots[from + 2]};
                  float[] ownLogits = new float[3 * ACTIONS];
                  float[] ownValues = new float[3];
                  batching.evaluate(own, 3, ownLogits, ownValues);
                  for (int k = 0; k < 3; k++) {
                    assertThat(ownValues[k]).isCloseTo(values[from + k], within(1e-5f));
                    assertThat(ownLogits[k * ACTIONS + 7])
                        .isCloseTo(logits[(from + k) * ACTIONS + 7], within(1e-4f));
                  }
                }
                return true;
              });
      assertThat(done).hasSize(8);
      assertThat(batching.batches()).isLessThan(8 * 50);
    }
  }

  private boolean ask(BatchingEvaluator batching, int from, int count) {
    Snapshot[] own = new Snapshot[count];
    System.arraycopy(snapshots, from, own, 0, count);
    float[] logits = new float[count * ACTIONS];
    float[] values = new float[count];
    batching.evaluate(own, count, logits, values);
    return FakeEvaluator.isRight(own, count, logits, values);
  }

  private interface PerThread<T> {
    T run(int thread);
  }

  private static <T> List<T> inThreads(int threads, PerThread<T> work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<T>> tasks = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int thread = i;
        tasks.add(() -> work.run(thread));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : pool.invokeAll(tasks)) {
        results.add(future.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }
}
