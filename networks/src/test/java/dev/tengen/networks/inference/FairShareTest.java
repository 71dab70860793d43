package dev.tengen.networks.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.networks.inference.FairShare.Seat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FairShareTest {

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> order = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  /** Holds the only place until told. */
  private CountDownLatch occupy(FairShare share) throws InterruptedException {
    CountDownLatch there = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    Seat seat = share.seat();
    threads.execute(
        () ->
            seat.work(
                0,
                () -> {
                  there.countDown();
                  await(leave);
                }));
    there.await();
    return leave;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private CompletableFuture<Void> queue(Seat seat, int cost, String name)
      throws InterruptedException {
    int before = seat.waiting();
    CompletableFuture<Void> done =
        CompletableFuture.runAsync(() -> seat.work(cost, () -> order.add(name)), threads);
    while (seat.waiting() == before && !done.isDone()) {
      Thread.sleep(1);
    }
    return done;
  }

  @Test
  void seatsTakeTurnsHoweverManyWaitAtOne() throws Exception {
    FairShare share = new FairShare(1);
    CountDownLatch leave = occupy(share);
    Seat a = share.seat();
    Seat b = share.seat();
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      all.add(queue(a, 8, "a"));
    }
    for (int i = 0; i < 4; i++) {
      all.add(queue(b, 8, "b"));
    }
    leave.countDown();
    all.forEach(CompletableFuture::join);
    assertThat(order).containsExactly("a", "b", "a", "b", "a", "b", "a", "b");
  }

  @Test
  void whatIsGivenIsCountedInPositions() throws Exception {
    FairShare share = new FairShare(1);
    CountDownLatch leave = occupy(share);
    Seat large = share.seat();
    Seat small = share.seat();
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      all.add(queue(large, 8, "8"));
    }
    for (int i = 0; i < 8; i++) {
      all.add(queue(small, 2, "2"));
    }
    leave.countDown();
    all.forEach(CompletableFuture::join);
    assertThat(order).containsExactly("8", "2", "2", "2", "2", "8", "2", "2", "2", "2");
  }

  @Test
  void whoWasIdleHasSavedUpNothing() throws Exception {
    FairShare share = new FairShare(1);
    Seat busy = share.seat();
    Seat idle = share.seat();
    for (int i = 0; i < 100; i++) {
      busy.work(8, () -> {});
    }
    CountDownLatch leave = occupy(share);
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      all.add(queue(idle, 8, "idle"));
      all.add(queue(busy, 8, "busy"));
    }
    leave.countDown();
    all.forEach(CompletableFuture::join);
    assertThat(order.subList(0, 4)).contains("busy", "idle");
    assertThat(order.indexOf("busy")).isLessThan(3);
  }

  @Test
  void whatNobodyWantsLeavesTheQueue() throws Exception {
    FairShare share = new FairShare(1);
    CountDownLatch leave = occupy(share);
    Seat leaving = share.seat();
    Seat staying = share.seat();
    CompletableFuture<Void> dropped = queue(leaving, 8, "dropped");
    CompletableFuture<Void> kept = queue(staying, 8, "kept");
    leaving.dropWaiting();
    assertThatThrownBy(dropped::join).hasCauseInstanceOf(CancellationException.class);
    leave.countDown();
    kept.join();
    leaving.work(1, () -> order.add("again"));
    assertThat(order).containsExactly("kept", "again");
  }

  @Test
  void noMoreAreAtWorkThanThereArePlaces() {
    FairShare share = new FairShare(2);
    AtomicInteger atWork = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int user = 0; user < 8; user++) {
      Seat seat = share.seat();
      all.add(
          CompletableFuture.runAsync(
              () -> {
                for (int i = 0; i < 2000; i++) {
                  seat.work(
                      1,
                      () -> {
                        most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
                        Thread.onSpinWait();
                        atWork.decrementAndGet();
                      });
                }
              },
              threads));
    }
    all.forEach(CompletableFuture::join);
    assertThat(most.get()).isBetween(1, 2);
  }

  @Test
  void aFailureFreesThePlace() {
    FairShare share = new FairShare(1);
    Seat seat = share.seat();
    assertThatThrownBy(
            () ->
                seat.over(
                        (batch, count, logits, values) -> {
                          throw new IllegalStateException("no");
                        })
                    .evaluate(null, 1, null, null))
        .hasMessage("no");
    seat.work(1, () -> order.add("next"));
    assertThat(order).containsExactly("next");
  }
}
