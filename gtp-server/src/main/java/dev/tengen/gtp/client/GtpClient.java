package dev.tengen.gtp.client;

import dev.tengen.game.Agent.Failure.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Talks GTP to a program that it runs as a child process. Used by one thread at a time.
 *
 * <pre>{@code
 * try (GtpClient gnugo = new GtpClient("gnugo", List.of("gnugo", "--mode", "gtp"))) {
 *   if (gnugo.send("genmove b", Duration.ofSeconds(10)) instanceof Reply.Ok move) { ... }
 * }
 * }</pre>
 *
 * <p>The process starts with the first command, and again with the first one after it broke.
 */
public final class GtpClient implements AutoCloseable {

  /** How long a program may take to leave after {@code quit}. */
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private final String name;
  private final List<String> command;
  private final EngineLog log;
  private EngineProcess process;
  private int lastId;

  /**
   * Prepares, without starting it.
   *
   * @param name what logs call it
   * @param command the program and its arguments
   */
  public GtpClient(String name, List<String> command) {
    this(name, command, EngineLog.NONE);
  }

  /** The same, keeping what it says on standard error. */
  public GtpClient(String name, List<String> command, EngineLog log) {
    this.name = name;
    this.command = List.copyOf(command);
    this.log = log;
  }

  /** Whether there is a process that was not given up, though it may have ended by itself. */
  boolean isStarted() {
    return process != null;
  }

  /** Whether the process runs. */
  public boolean isRunning() {
    return process != null && process.isAlive();
  }

  /**
   * Sends a command and waits for its answer. A process that does not answer in time, dies or
   * babbles is killed.
   *
   * @param line one line, without an id
   */
  public Reply send(String line, Duration timeout) {
    if (line.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("more than one line: " + line);
    }
    long deadline = System.nanoTime() + timeout.toNanos();
    try {
      if (process == null) {
        process = EngineProcess.start(command, name, log);
        log.add(name, process.pid(), "(started)");
      }
    } catch (IOException e) {
      return new Reply.Broken(LivingEngines.isEnding() ? Kind.STOPPED : Kind.CRASH, e.getMessage());
    }
    Optional<EngineProcess.End> end = process.dropUnread();
    if (end.isPresent()) {
      return ended(end.get(), line);
    }
    try {
      process.write(++lastId + " " + line);
    } catch (IOException e) {
      return died(" before '" + line + "'");
    }
    return await(line, timeout, deadline);
  }

  private Reply await(String line, Duration timeout, long deadline) {
    try {
      while (true) {
        EngineProcess.Event event = process.await(deadline);
        if (event == null) {
          return broken(
              Kind.TIMEOUT, "no answer to '%s' within %s s".formatted(line, seconds(timeout)));
        }
        if (event instanceof EngineProcess.End end) {
          return ended(end, line);
        }
        if (event instanceof EngineProcess.Answer answer && isMine(answer.response())) {
          String text = answer.response().text();
          return answer.response().ok() ? new Reply.Ok(text) : new Reply.Refused(text);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return broken(Kind.STOPPED, "interrupted while waiting for an answer to '" + line + "'");
    }
  }

  /** Programs that know no ids answer in order, so theirs are taken as they come. */
  private boolean isMine(ResponseReader.Response response) {
    return response.id() < 0 || response.id() == lastId;
  }

  /** Asks the process to leave, and ends it and its children if it does not. */
  @Override
  public void close() {
    if (process != null) {
      if (send("quit", FAREWELL) instanceof Reply.Broken) {
        return;
      }
      process.awaitEnd(FAREWELL);
      kill();
    }
  }

  private Reply ended(EngineProcess.End end, String line) {
    String at = ", at '" + line + "'";
    return end.error().isEmpty() ? died(at) : broken(Kind.NONSENSE, end.error() + at);
  }

  private Reply died(String when) {
    String obituary = process.obituary();
    return LivingEngines.awaitEnding()
        ? broken(Kind.STOPPED, "Tengen is ending, and its programs with it")
        : broken(Kind.CRASH, obituary + when);
  }

  private Reply broken(Kind kind, String reason) {
    log.add(name, process.pid(), "(killed: " + reason + ")");
    kill();
    return new Reply.Broken(kind, reason);
  }

  private void kill() {
    process.kill();
    process = null;
  }

  private static String seconds(Duration timeout) {
    double seconds = timeout.toMillis() / 1000.0;
    return seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds);
  }
}
