package dev.tengen.gtp.net;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sessions of a server: no more at once than the limit, each with an engine of its own. A
 * session counts until its engine is closed and has let go of its memory, even if the client left
 * long before.
 */
public final class Sessions implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

  /** How long engines that were interrupted may take to come back. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Limits limits;
  private final Engines engines;
  private final ExecutorService threads = Executors.newCachedThreadPool(Sessions::daemon);
  private final Set<SessionHandler> active = new HashSet<>();
  private boolean closed;

  /**
   * @param engines asked for an engine when a session says its first line
   */
  public Sessions(Limits limits, Engines engines) {
    this.limits = limits;
    this.engines = engines;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "gtp session");
    thread.setDaemon(true);
    return thread;
  }

  /** What each client may take. */
  public Limits limits() {
    return limits;
  }

  /**
   * A new session, to be put at the end of a connection's pipeline, behind what makes lines of its
   * input; empty if there is no room. It counts from now on.
   *
   * @param framing makes of an answer's text what the pipeline writes; called by any thread
   */
  public synchronized Optional<SessionHandler> join(Framing framing) {
    if (closed || active.size() >= limits.sessions()) {
      return Optional.empty();
    }
    SessionHandler session = new SessionHandler(this, framing);
    active.add(session);
    return Optional.of(session);
  }

  /** The sessions that count now. */
  public synchronized int size() {
    return active.size();
  }

  /**
   * Ends all sessions in order: commands under way are answered, searches that take longer than
   * {@link Limits#grace} from what they know by then; what waits behind them is not begun. Clients
   * are told. Takes no more sessions.
   */
  public void finish() {
    all(SessionHandler::finish);
    if (!awaitEnd(limits.grace())) {
      all(SessionHandler::hurry);
      awaitEnd(PATIENCE);
    }
  }

  /** Ends all sessions without further ado; waits until their engines are closed. */
  @Override
  public void close() {
    all(SessionHandler::leave);
    if (!awaitEnd(PATIENCE)) {
      LOG.error("{} sessions do not end", size());
    }
    threads.shutdownNow();
  }

  private void all(Consumer<SessionHandler> action) {
    List<SessionHandler> all;
    synchronized (this) {
      closed = true;
      all = List.copyOf(active);
    }
    all.forEach(action);
  }

  private synchronized boolean awaitEnd(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    try {
      while (!active.isEmpty()) {
        long millis = (end - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
          return false;
        }
        wait(millis);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return active.isEmpty();
  }

  // ------------------------------------------------------------------------------ for the sessions

  /** Runs something that may take its time. */
  void execute(Runnable work) {
    threads.execute(work);
  }

  Engines.Player open() {
    return engines.open();
  }

  /** A session's engine is closed. */
  synchronized void left(SessionHandler session) {
    active.remove(session);
    notifyAll();
  }
}
