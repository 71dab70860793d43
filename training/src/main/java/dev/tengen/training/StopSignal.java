package dev.tengen.training;

import java.time.Duration;

/** Asks a run to stop, by request or because its time is up. Thread-safe. */
public final class StopSignal {

  private final long deadline;
  private final boolean timed;
  private volatile boolean requested;

  private StopSignal(boolean timed, long deadline) {
    this.timed = timed;
    this.deadline = deadline;
  }

  /** Only by request. */
  public static StopSignal onRequest() {
    return new StopSignal(false, 0);
  }

  /** By request, or after this long from now. */
  public static StopSignal after(Duration time) {
    return new StopSignal(true, System.nanoTime() + time.toNanos());
  }

  /** Asks the run to stop as soon as nothing is lost by it but games in flight. */
  public void request() {
    requested = true;
  }

  /** Whether somebody asked. */
  public boolean isRequested() {
    return requested;
  }

  /** Whether it is time to stop. */
  public boolean isSet() {
    return requested || (timed && System.nanoTime() - deadline >= 0);
  }
}
