package dev.tengen.gtp.net;

import dev.tengen.game.Agent;
import dev.tengen.go.GoPosition;
import dev.tengen.gtp.Analysis;
import dev.tengen.gtp.Candidate;
import dev.tengen.gtp.MoveLimits;
import dev.tengen.gtp.Thinker;
import dev.tengen.gtp.TimeBudget;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/**
 * Plays the first legal point, from the top left; at once, or only when it is told or stopped.
 * Stopped, it plays the last legal point instead.
 */
final class TestThinker implements Thinker {

  private final boolean slow;

  /** Released by a stop or a test. */
  final Semaphore end = new Semaphore(0);

  final CountDownLatch thinking = new CountDownLatch(1);
  final CountDownLatch analysing = new CountDownLatch(1);
  private volatile boolean stopped;
  private volatile boolean busy;

  TestThinker(boolean slow) {
    this.slow = slow;
  }

  @Override
  public void newGame(int size) {}

  @Override
  public Agent.Answer choose(GoPosition position, TimeBudget budget) {
    if (slow) {
      stopped = false;
      busy = true;
      thinking.countDown();
      end.acquireUninterruptibly();
      busy = false;
    }
    int action = stopped ? position.pass() - 1 : 0;
    while (!position.isLegal(action)) {
      action += stopped ? -1 : 1;
    }
    return new Agent.Move(action);
  }

  @Override
  public void analyse(GoPosition position, MoveLimits limits) {
    busy = true;
    analysing.countDown();
    end.acquireUninterruptibly();
    busy = false;
  }

  @Override
  public Optional<Analysis> view(GoPosition position) {
    int[] line = {0};
    Candidate first = new Candidate(0, 10, 0.5f, 0.1f, 0.4f, line, new int[] {10});
    return Optional.of(new Analysis(position, 11, 0.5f, List.of(first)));
  }

  @Override
  public void stop() {
    if (busy && end.availablePermits() == 0) {
      stopped = true;
      end.release();
    }
  }

  boolean isBusy() {
    return busy;
  }
}
