package dev.tengen.training;

/** Says now and then that something is due. Used by one thread. */
final class Ticker {

  private final long periodNanos;
  private long last = System.nanoTime();

  /** Every so many seconds. */
  Ticker(int seconds) {
    periodNanos = seconds * 1_000_000_000L;
  }

  /** Whether the period has passed since this last said so, or since it was made. */
  boolean isDue() {
    long now = System.nanoTime();
    if (now - last < periodNanos) {
      return false;
    }
    last = now;
    return true;
  }
}
