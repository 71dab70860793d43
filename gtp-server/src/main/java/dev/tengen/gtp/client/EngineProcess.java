package dev.tengen.gtp.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One life of a child process: two threads that read what it prints, and its end, with all its
 * children.
 */
final class EngineProcess {

  /**
   * Responses that nobody waited for; a program that prints more of them without being asked is
   * stuck.
   */
  private static final int MAX_UNREAD = 1000;

  private static final Duration DEATH = Duration.ofSeconds(2);

  /** How long to wait at a stretch, without a look at the program's children. */
  private static final long SLICE = TimeUnit.SECONDS.toNanos(1);

  private final ProcessTree tree;
  private final Process process;
  private final OutputStream in;
  private final StderrLog stderr;
  private final Thread errors;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>(MAX_UNREAD);

  /** Something that was read. */
  sealed interface Event {}

  record Answer(ResponseReader.Response response) implements Event {}

  /** Nothing more will be read; {@code error} says why, or is empty at the end of the stream. */
  record End(String error) implements Event {}

  private EngineProcess(ProcessTree tree, String name, EngineLog log) {
    this.tree = tree;
    this.process = tree.root();
    this.in = process.getOutputStream();
    this.stderr = new StderrLog(name, process.pid(), log);
    startThread(name + " output", () -> readResponses(process.getInputStream()));
    this.errors = startThread(name + " errors", () -> stderr.drain(process.getErrorStream()));
  }

  static EngineProcess start(List<String> command, String name, EngineLog log) throws IOException {
    return new EngineProcess(LivingEngines.start(command), name, log);
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  void write(String line) throws IOException {
    in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    in.flush();
  }

  /** The next thing read; null if there is none until then. */
  Event await(long deadline) throws InterruptedException {
    while (true) {
      long left = deadline - System.nanoTime();
      Event event = events.poll(Math.min(left, SLICE), TimeUnit.NANOSECONDS);
      tree.lookNowAndThen();
      if (event != null || left <= 0) {
        return event;
      }
    }
  }

  /** Drops what was read and nobody asked for; returns the end if it has come. */
  Optional<End> dropUnread() {
    for (Event event = events.poll(); event != null; event = events.poll()) {
      if (event instanceof End end) {
        return Optional.of(end);
      }
    }
    return Optional.empty();
  }

  /** Waits for it to end by itself; whether it did. */
  boolean awaitEnd(Duration time) {
    try {
      return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** How it ended, if it does within a moment, and its last words; for an error message. */
  String obituary() {
    String exit =
        awaitEnd(DEATH) ? "ended with exit code " + process.exitValue() : "closed its output";
    try {
      errors.join(DEATH.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    String said = stderr.lastLine();
    return said.isEmpty() ? exit : exit + ", saying: " + said;
  }

  /** Ends it and all its children at once. */
  void kill() {
    tree.kill();
    LivingEngines.remove(tree);
  }

  private void readResponses(InputStream out) {
    ResponseReader reader = new ResponseReader(out);
    try {
      for (var response = reader.next(); response != null; response = reader.next()) {
        if (!events.offer(new Answer(response))) {
          throw new IOException("answers that nobody asked for");
        }
      }
      finish(new End(""));
    } catch (IOException e) {
      finish(new End(String.valueOf(e.getMessage())));
    }
  }

  private void finish(End end) {
    while (!events.offer(end)) {
      events.poll();
    }
  }

  private static Thread startThread(String name, Runnable body) {
    Thread thread = new Thread(body, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
