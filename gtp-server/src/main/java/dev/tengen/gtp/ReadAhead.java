package dev.tengen.gtp;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Reads lines in a thread of its own, ahead of the engine that handles them, so that a call for an
 * end of a thought is heard while the engine thinks. Reads no more than some lines ahead.
 */
final class ReadAhead {

  private static final int CAPACITY = 64;

  /** No longer line is an interrupt. */
  private static final int MAX_INTERRUPT = 100;

  private static final long INTERRUPT_AGAIN_MILLIS = 5;

  private final LineReader in;
  private final GtpEngine engine;
  private final Deque<LineReader.Line> lines = new ArrayDeque<>();

  /** Whether the line taken last is being handled. */
  private boolean busy;

  private boolean ended;
  private boolean closed;
  private IOException failure;

  /** Begins to read. */
  ReadAhead(LineReader in, GtpEngine engine) {
    this.in = in;
    this.engine = engine;
    Thought.startThread("gtp input", this::run);
  }

  /**
   * The next line; null at the end of the input. The one before has been handled.
   *
   * @throws IOException if the input breaks
   */
  synchronized LineReader.Line next() throws IOException {
    busy = false;
    notifyAll();
    try {
      while (lines.isEmpty() && !ended && !closed) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
    if (closed) {
      return null;
    }
    if (lines.isEmpty() && failure != null) {
      throw failure;
    }
    busy = !lines.isEmpty();
    notifyAll();
    return lines.poll();
  }

  /** Has {@link #next} return null; nothing more is read than what is being waited for. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }

  private void run() {
    try {
      LineReader.Line line = in.next();
      while (line != null && add(line)) {
        line = in.next();
      }
    } catch (IOException e) {
      fail(e);
    } catch (InterruptedException nobodyWantsMore) {
      Thread.currentThread().interrupt();
    } finally {
      end();
    }
  }

  /** Queues a line as soon as there is room; returns whether more are wanted. */
  private synchronized boolean add(LineReader.Line line) throws InterruptedException {
    if (line.text().length() <= MAX_INTERRUPT && GtpEngine.isInterrupt(line.text())) {
      while ((busy || !lines.isEmpty()) && !closed) {
        engine.interrupt();
        wait(INTERRUPT_AGAIN_MILLIS);
      }
    }
    while (lines.size() >= CAPACITY && !closed) {
      wait();
    }
    lines.add(line);
    notifyAll();
    return !closed;
  }

  private synchronized void fail(IOException e) {
    failure = e;
  }

  private synchronized void end() {
    ended = true;
    notifyAll();
  }
}
