package dev.tengen.gtp;

import dev.tengen.game.UserError;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A GTP engine without input and output: {@link #handle} takes one line of input and writes one
 * response. Holds the game of one connection.
 *
 * <p>Most commands are answered before {@code handle} returns. An analysis goes on behind it, in
 * threads of the engine's own, until the next line or {@link #close}.
 *
 * <p>No input makes it throw: what a command cannot do is answered with {@code ? message}, a bug
 * too, which is also logged.
 */
public final class GtpEngine implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(GtpEngine.class);

  private static final long CLOSE_AGAIN_MILLIS = 5;

  private final CommandTable table = new CommandTable();
  private final GtpGame game;
  private final Background background;
  private final Mover mover;

  /** Held while a line is handled. */
  private final ReentrantLock handling = new ReentrantLock();

  private volatile boolean over;

  /**
   * An engine with an empty board.
   *
   * @param thinker chooses the moves
   * @param deadStones judges what is dead where the game is to be counted
   * @param files what {@code loadsgf} and {@code printsgf} may touch
   */
  public GtpEngine(
      EngineSettings settings, Thinker thinker, DeadStones deadStones, GameFiles files) {
    this(settings, thinker, deadStones, files, System::nanoTime);
  }

  GtpEngine(
      EngineSettings settings,
      Thinker thinker,
      DeadStones deadStones,
      GameFiles files,
      LongSupplier nanoTime) {
    game = new GtpGame(settings.boardSize(), settings.komi(), settings.rules());
    Clock clock = new Clock(settings.lag().toNanos());
    background = new Background(thinker, settings.ponder());
    mover = new Mover(game, clock, thinker, background, nanoTime);
    SessionCommands.addTo(table, settings, () -> over = true);
    GameCommands.addTo(table, game, clock, thinker);
    RuleCommands.addTo(table, game);
    MoveCommands.addTo(table, game, mover, deadStones);
    AnalysisCommands.addTo(table, game, thinker, background, mover);
    SetupCommands.addTo(table, game);
    ClockCommands.addTo(table, clock);
    ScoreCommands.addTo(table, game, deadStones);
    SgfCommands.addTo(table, game, clock, thinker, files);
    RawNetworkCommand.addTo(table, game, thinker);
    HeatMapCommands.addTo(table, game, thinker, mover);
    QueryCommands.addTo(table, game, thinker);
    ParamCommands.addTo(table, thinker);
    thinker.newGame(settings.boardSize());
  }

  /** Whether {@code quit} has been answered; nothing should be asked any more. */
  public boolean isOver() {
    return over;
  }

  /**
   * Ends an analysis under way, if there is one, and answers one line of input. Lines are handled
   * one at a time, by whichever thread.
   *
   * @param out takes the response with its closing empty line; nothing if the line has no command.
   *     An analysis writes to it after this has returned, from other threads
   */
  public void handle(String line, GtpOutput out) {
    handling.lock();
    try {
      background.end();
      GtpLine parsed = GtpLine.parse(line);
      if (!parsed.isBlank()) {
        run(parsed, new Response(parsed.id(), out));
      }
      if (!over) {
        background.ponder(game.position());
      }
    } finally {
      handling.unlock();
    }
  }

  private void run(GtpLine line, Response response) {
    Command.Live command = table.find(line.command());
    if (command == null) {
      response.fail("unknown command");
      return;
    }
    try {
      command.run(new Arguments(line.arguments()), response);
    } catch (GtpException | UserError e) {
      response.fail(e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("'{}' failed", line.command(), e);
      response.fail("internal error: " + e);
    }
  }

  /**
   * Handles a line that is not worth reading in full.
   *
   * @param beginning some of it, for the id
   */
  public void refuse(String beginning, String reason, GtpOutput out) {
    handling.lock();
    try {
      background.end();
      new Response(GtpLine.parse(beginning).id(), out).fail(reason);
      background.ponder(game.position());
    } finally {
      handling.unlock();
    }
  }

  /** What {@link #handle} writes before it returns. */
  public String answer(String line) {
    StringWriter answer = new StringWriter();
    handle(line, answer::write);
    return answer.toString();
  }

  /**
   * Whether a line asks for an end of the thought under way: GoGui's {@code # interrupt}, and
   * {@code stop}. A transport that reads such a line while {@link #handle} is at work calls {@link
   * #interrupt} at once; the line then takes its turn like any other.
   */
  public static boolean isInterrupt(String line) {
    return line.strip().equals("# interrupt") || GtpLine.parse(line).command().equals("stop");
  }

  /**
   * Has a {@code genmove} under way answer from what it knows; any thread. Does nothing where none
   * is.
   */
  public void interrupt() {
    mover.interrupt();
  }

  /**
   * The end of the input: ends what is going on, of which the response is closed. No thread of the
   * engine is left when this returns. If a line is being handled, its thought is cut short.
   */
  @Override
  public void close() {
    boolean interrupted = false;
    while (true) {
      try {
        if (handling.tryLock(CLOSE_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
          break;
        }
        interrupt();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    try {
      over = true;
      background.end();
    } finally {
      handling.unlock();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
