package dev.tengen.mcts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.Evaluator;
import dev.tengen.game.Position;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several threads in one tree. */
@Timeout(120)
class ParallelSearchTest {

  private static final SearchConfig NOISY = SearchConfig.standard().withDirichletFraction(0.25);
  private static final SearchConfig GUMBEL = SearchConfig.standard().withGumbel(Gumbel.standard());

  private static Position game(boolean wide) {
    return wide ? WideGame.START : TicTacToe.START;
  }

  /** Answers after a while, now and then a long one. */
  private static Evaluator slow(int micros) {
    return (batch, count, logits, values) -> {
      ThreadLocalRandom random = ThreadLocalRandom.current();
      LockSupport.parkNanos(1000L * random.nextInt(random.nextInt(8) == 0 ? 20 * micros : micros));
      Evaluators.HASHED.evaluate(batch, count, logits, values);
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void oneThreadSearchesAsTheSteppedSearchDoesBitForBit(int batchSize) {
    for (SearchConfig config : new SearchConfig[] {NOISY, GUMBEL}) {
      Search stepped = new Search(config, WideGame.START, 5);
      try (Search parallel = new Search(config, WideGame.START, 5)) {
        for (int move = 0; move < 5; move++) {
          stepped.run(Evaluators.HASHED, Budget.visits(500), batchSize);
          parallel.run(Evaluators.HASHED, Budget.visits(500), batchSize, 1);
          assertThat(parallel.fingerprint()).isEqualTo(stepped.fingerprint());
          stepped.advance(stepped.result().bestAction());
          parallel.advance(parallel.result().bestAction());
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2, 1, true",
    "8, 1, true",
    "8, 4, true",
    "16, 2, true",
    "3, 8, false",
    "8, 2, false"
  })
  void noVisitAndNoVirtualLossIsLost(int threads, int batchSize, boolean wide) {
    for (SearchConfig config : new SearchConfig[] {NOISY, NOISY.withVirtualLoss(3), GUMBEL}) {
      try (Search search = new Search(config, game(wide), 1)) {
        for (int move = 0; move < 6 && !search.root().isTerminal(); move++) {
          int visits = search.visits() + 1500;
          Evaluator evaluator = move % 2 == 0 ? Evaluators.HASHED : slow(20);
          search.run(evaluator, Budget.visits(visits), batchSize, threads);
          assertThat(search.visits()).isEqualTo(visits);
          TreeChecks.check(search.tree(), true);
          SearchResult result = search.result();
          assertThat(Arrays.stream(result.visits()).sum()).isEqualTo(visits - 1);
          search.advance(result.bestAction());
          TreeChecks.check(search.tree(), true);
        }
      }
    }
  }

  /** As many evaluations as positions that got edges: none was evaluated twice. */
  @ParameterizedTest
  @CsvSource({"8, 1", "8, 4"})
  void noPositionIsEvaluatedTwice(int threads, int batchSize) {
    AtomicInteger evaluations = new AtomicInteger();
    Evaluator counting =
        (batch, count, logits, values) -> {
          evaluations.addAndGet(count);
          Evaluators.HASHED.evaluate(batch, count, logits, values);
        };
    try (Search search = new Search(NOISY, WideGame.START, 1)) {
      search.run(counting, Budget.visits(20_000), batchSize, threads);
      assertThat(TreeChecks.expanded(search.tree())).isEqualTo(evaluations.get());
    }
  }

  /** Failing evaluators, stops at any moment, resets and moves in between, all at random. */
  @ParameterizedTest
  @CsvSource({"8, 1, 1", "8, 4, 2", "12, 3, 3"})
  void whateverHappensTheTreeIsSound(int threads, int batchSize, int seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    Evaluator moody =
        (batch, count, logits, values) -> {
          ThreadLocalRandom mood = ThreadLocalRandom.current();
          switch (mood.nextInt(60)) {
            case 0 -> throw new IllegalStateException("moody");
            case 1 -> values[0] = Float.NaN;
            default -> slow(50).evaluate(batch, count, logits, values);
          }
          if (mood.nextInt(60) == 0) {
            logits[0] = Float.NaN;
          }
        };
    try (Search search = new Search(NOISY, WideGame.START, seed)) {
      int failures = 0;
      int stops = 0;
      for (int round = 0; round < 120; round++) {
        SearchConfig config = random.nextInt(3) == 0 ? GUMBEL : NOISY;
        search.configure(config.withRootSymmetries(random.nextBoolean() ? 1 : 5));
        Evaluator evaluator = random.nextInt(3) == 0 ? moody : slow(100);
        CompletableFuture<Void> stopping = stopAfter(search, random.nextInt(4000));
        int visits = search.visits() + 1 + random.nextInt(1500);
        try {
          search.run(evaluator, Budget.visits(visits), batchSize, 1 + random.nextInt(threads));
          stops += search.visits() < visits ? 1 : 0;
        } catch (IllegalStateException e) {
          assertThat(e.getMessage()).containsAnyOf("moody", "evaluator answered");
          failures++;
        }
        stopping.get(10, TimeUnit.SECONDS);
        assertThat(search.visits()).isLessThanOrEqualTo(visits);
        TreeChecks.check(search.tree(), true);
        if (random.nextInt(4) == 0) {
          search.reset(WideGame.START);
        } else if (search.hasResult() && !search.root().isTerminal()) {
          search.advance(search.result().bestAction());
        }
        if (search.root().isTerminal()) {
          search.reset(WideGame.START);
        }
      }
      assertThat(failures).isPositive();
      assertThat(stops).isPositive();
      search.run(Evaluators.HASHED, Budget.visits(search.visits() + 5000), batchSize, threads);
      TreeChecks.check(search.tree(), true);
    }
  }

  private static CompletableFuture<Void> stopAfter(Search search, int micros) {
    return CompletableFuture.runAsync(
        () -> {
          LockSupport.parkNanos(1000L * micros);
          search.stop();
        });
  }

  /** The evaluator is held up; nobody waits for it, and its late answer changes nothing. */
  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void aStopDoesNotWaitForTheEvaluation(int threads) throws Exception {
    Semaphore through = new Semaphore(100);
    CountDownLatch heldUp = new CountDownLatch(threads);
    Evaluator held =
        (batch, count, logits, values) -> {
          if (!through.tryAcquire()) {
            heldUp.countDown();
            through.acquireUninterruptibly();
          }
          Evaluators.HASHED.evaluate(batch, count, logits, values);
        };
    Search search = new Search(NOISY, WideGame.START, 1);
    CompletableFuture<Void> run =
        CompletableFuture.runAsync(() -> search.run(held, Budget.unlimited(), 2, threads));
    assertThat(heldUp.await(20, TimeUnit.SECONDS)).isTrue();
    search.stop();
    run.get(20, TimeUnit.SECONDS);
    assertThat(search.visits()).isGreaterThan(50);
    TreeChecks.check(search.tree(), true);

    search.advance(search.result().bestAction());
    search.run(Evaluators.HASHED, Budget.visits(search.visits() + 300), 2, threads);
    long fingerprint = search.fingerprint();
    TreeChecks.check(search.tree(), true);
    through.release(1000); // the late answers come
    search.close(); // waits for them
    assertThat(search.fingerprint()).isEqualTo(fingerprint);
    search.run(Evaluators.HASHED, Budget.visits(search.visits() + 300), 2, threads);
    TreeChecks.check(search.tree(), true);
    search.close();
  }

  @Test
  void aDeadlineDoesNotWaitForTheEvaluationButForThatOfTheRoot() throws Exception {
    Semaphore through = new Semaphore(0);
    AtomicInteger calls = new AtomicInteger();
    Evaluator held =
        (batch, count, logits, values) -> {
          if (calls.getAndIncrement() > 0) {
            through.acquireUninterruptibly();
          } else {
            LockSupport.parkNanos(20_000_000);
          }
          Evaluators.HASHED.evaluate(batch, count, logits, values);
        };
    try (Search search = new Search(NOISY, WideGame.START, 1)) {
      search.run(held, Budget.time(Duration.ofMillis(5)), 2, 3);
      assertThat(search.visits()).isEqualTo(1);
      TreeChecks.check(search.tree(), true);
      through.release(100);
    }
  }

  /** The evaluator needs 40 ms for each leaf, so two are as many as go in one call. */
  @Test
  void batchesOnTheClockAreAsLargeAsTheEvaluatorIsFast() {
    AtomicInteger largest = new AtomicInteger();
    Evaluator sluggish =
        (batch, count, logits, values) -> {
          largest.accumulateAndGet(count, Math::max);
          LockSupport.parkNanos(40_000_000L * count);
          Evaluators.HASHED.evaluate(batch, count, logits, values);
        };
    try (Search search = new Search(NOISY, WideGame.START, 1)) {
      search.run(sluggish, Budget.time(Duration.ofMillis(500)), 16, 1);
      assertThat(largest.get()).isBetween(1, 2);
      search.run(sluggish, Budget.visits(search.visits() + 8), 4, 1);
      assertThat(largest.get()).as("without a clock").isEqualTo(4);
    }
  }

  @Test
  void aStopBeforeTheRootIsEvaluatedLeavesNoResult() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    Semaphore through = new Semaphore(0);
    Evaluator held =
        (batch, count, logits, values) -> {
          asked.countDown();
          through.acquireUninterruptibly();
        };
    try (Search search = new Search(NOISY, WideGame.START, 1)) {
      CompletableFuture<Void> run =
          CompletableFuture.runAsync(() -> search.run(held, Budget.visits(10), 1, 2));
      asked.await();
      search.stop();
      run.get(20, TimeUnit.SECONDS);
      assertThat(search.hasResult()).isFalse();
      search.run(Evaluators.HASHED, Budget.visits(10), 1, 2);
      assertThat(search.result().rootVisits()).isEqualTo(10);
      through.release(10);
    }
  }

  @Test
  void aRunningSearchCanBeRead() throws Exception {
    try (Search search = new Search(NOISY, WideGame.START, 1)) {
      CompletableFuture<Void> run =
          CompletableFuture.runAsync(
              () -> {
                for (int move = 0; move < 10; move++) {
                  search.run(slow(20), Budget.visits(search.visits() + 3000), 2, 8);
                  if (move % 3 == 2) {
                    search.advance(search.result().bestAction());
                  }
                }
              });
      int read = 0;
      while (!run.isDone()) {
        Optional<SearchView> view = search.view();
        if (view.isPresent()) {
          check(view.get().result());
          check(view.get().candidates());
          read++;
        }
      }
      run.get();
      assertThat(read).isGreaterThan(10);
    }
  }

  private static void check(SearchResult view) {
    assertThat(view.value()).isBetween(-1f, 1f);
    double priors = 0;
    double improved = 0;
    for (int a = 0; a < WideGame.ACTIONS; a++) {
      priors += view.priors()[a];
      improved += view.improvedPolicy()[a];
      assertThat(view.visits()[a]).isNotNegative();
      if (view.visits()[a] > 0) {
        assertThat(view.q()[a]).isBetween(-1f, 1f);
      }
      if (view.visits()[a] > 1) {
        assertThat(view.variance()[a]).isBetween(0f, 2.1f);
      }
    }
    assertThat(priors).isBetween(0.999, 1.001);
    assertThat(improved).isBetween(0.999, 1.001);
    assertThat(view.bestLine()[0]).isEqualTo(view.bestAction());
  }

  private static void check(List<SearchView.Candidate> candidates) {
    for (SearchView.Candidate candidate : candidates) {
      assertThat(candidate.visits()).isPositive();
      assertThat(candidate.value()).isBetween(-1f, 1f);
      assertThat(candidate.lowerBound()).isBetween(-1f, candidate.value());
      assertThat(candidate.line()).startsWith(candidate.action());
      assertThat(candidate.lineVisits()).hasSameSizeAs(candidate.line());
    }
  }

  @Test
  void anInterruptedCallerGetsTheTreeAsItStands() throws Exception {
    try (Search search = new Search(NOISY, WideGame.START, 1)) {
      boolean[] interrupted = new boolean[1];
      Thread caller =
          new Thread(
              () -> {
                search.run(slow(50), Budget.unlimited(), 2, 3);
                interrupted[0] = Thread.currentThread().isInterrupted();
              });
      caller.start();
      while (search.visits() < 100) {
        Thread.onSpinWait();
      }
      caller.interrupt();
      caller.join();
      assertThat(interrupted[0]).isTrue();
      TreeChecks.check(search.tree(), true);
    }
  }

  @Test
  void errorsReachTheCallerToo() {
    Evaluator broken =
        (batch, count, logits, values) -> {
          throw new AssertionError("broken");
        };
    try (Search search = new Search(NOISY, WideGame.START, 1)) {
      assertThatThrownBy(() -> search.run(broken, Budget.visits(10), 1, 4))
          .isInstanceOf(AssertionError.class)
          .hasMessage("broken");
      TreeChecks.check(search.tree(), true);
      assertThatThrownBy(() -> search.run(broken, Budget.visits(10), 1, 0))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void theLastSimulationsAreSharedOut() {
    CountDownLatch bothEvaluate = new CountDownLatch(2);
    Queue<Integer> calls = new ConcurrentLinkedQueue<>();
    Evaluator evaluator =
        (batch, count, logits, values) -> {
          if (!calls.isEmpty()) {
            bothEvaluate.countDown();
            try {
              assertThat(bothEvaluate.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          }
          calls.add(count);
          Evaluators.HASHED.evaluate(batch, count, logits, values);
        };
    try (Search search = new Search(SearchConfig.standard(), WideGame.START, 5)) {
      search.run(evaluator, Budget.visits(1 + 8), 8, 2);
      assertThat(search.visits()).isEqualTo(9);
    }
    assertThat(calls).containsExactly(1, 4, 4);
  }
}
