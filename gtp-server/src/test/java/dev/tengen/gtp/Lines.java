package dev.tengen.gtp;

import java.util.function.Predicate;

/** What an engine has written, for tests that wait for it. */
final class Lines implements GtpOutput {

  private final StringBuilder written = new StringBuilder();
  private boolean ready = true;

  @Override
  public synchronized void write(String wholeLines) {
    written.append(wholeLines);
    notifyAll();
  }

  @Override
  public synchronized boolean isReady() {
    return ready;
  }

  synchronized void setReady(boolean value) {
    ready = value;
  }

  synchronized String all() {
    return written.toString();
  }

  /** Waits until what was written so far is as it should be. */
  synchronized void await(Predicate<String> wanted) throws InterruptedException {
    while (!wanted.test(written.toString())) {
      wait();
    }
  }
}
