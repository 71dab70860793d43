package dev.tengen.gtp;

import dev.tengen.game.UserError;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A GTP engine without input and output: {@link #answer} turns one line of input into one response.
 * Holds the game of one connection; used by one thread at a time.
 *
 * <p>No input makes it throw: what a command cannot do is answered with {@code ? message}, a bug
 * too, which is also logged.
 */
public final class GtpEngine {

  private static final Logger LOG = LoggerFactory.getLogger(GtpEngine.class);

  private final CommandTable table = new CommandTable();
  private boolean over;

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
    GtpGame game = new GtpGame(settings.boardSize(), settings.komi(), settings.rules());
    Clock clock = new Clock(settings.lag().toNanos());
    SessionCommands.addTo(table, settings, () -> over = true);
    GameCommands.addTo(table, game, clock, thinker);
    RuleCommands.addTo(table, game);
    MoveCommands.addTo(table, game, clock, thinker, nanoTime);
    SetupCommands.addTo(table, game);
    ClockCommands.addTo(table, clock);
    ScoreCommands.addTo(table, game, deadStones);
    SgfCommands.addTo(table, game, clock, thinker, files);
    RawNetworkCommand.addTo(table, game, thinker);
    QueryCommands.addTo(table, game, thinker);
    thinker.newGame(settings.boardSize());
  }

  /** Whether {@code quit} has been answered; nothing should be asked any more. */
  public boolean isOver() {
    return over;
  }

  /**
   * Answers one line of input.
   *
   * @return the response with its closing empty line; empty if the line has no command
   */
  public String answer(String line) {
    GtpLine parsed = GtpLine.parse(line);
    if (parsed.isBlank()) {
      return "";
    }
    Command command = table.find(parsed.command());
    if (command == null) {
      return refusal(parsed.id(), "unknown command");
    }
    try {
      return response("=", parsed.id(), command.run(new Arguments(parsed.arguments())));
    } catch (GtpException | UserError e) {
      return refusal(parsed.id(), e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("'{}' failed", parsed.command(), e);
      return refusal(parsed.id(), "internal error: " + e);
    }
  }

  /**
   * Answers a line that is not worth reading in full.
   *
   * @param beginning some of it, for the id
   */
  public String refuse(String beginning, String reason) {
    return refusal(GtpLine.parse(beginning).id(), reason);
  }

  private static String refusal(String id, String reason) {
    String line = reason.lines().filter(text -> !text.isBlank()).findFirst().orElse("failed");
    return response("?", id, line);
  }

  /** An empty line ends a response, so there must be none inside. */
  private static String response(String sign, String id, String text) {
    String tidy =
        text.lines()
            .map(line -> line.replaceAll("\\p{Cntrl}", " ").stripTrailing())
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("\n"));
    String gap = tidy.isEmpty() ? "" : text.startsWith("\n") ? "\n" : " ";
    return sign + id + gap + tidy + "\n\n";
  }
}
