package dev.tengen.gtp.client;

import dev.tengen.game.Agent;
import dev.tengen.game.GameSettings;
import dev.tengen.game.Player;
import dev.tengen.gtp.Vertex;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Another program as a player. It is started with its first game and kept for the next ones; one
 * that breaks loses its game and is started again for the next.
 */
public final class GtpAgent implements Agent {

  private static final Logger LOG = LoggerFactory.getLogger(GtpAgent.class);
  private static final int NOTHING = -1;

  /** How often a program is started before it counts as one that does not start. */
  private static final int STARTS = 3;

  private final String name;
  private final GtpClient client;
  private final Limits limits;
  private int size;
  private String caveat = "";

  /** The move that the program chose, and so has played, but that we have not heard of; or -1. */
  private int chosen = NOTHING;

  /**
   * How long to wait for a program.
   *
   * @param start for its first answer, which may take the loading of a network
   * @param command for an answer that takes no thought
   * @param move for a move
   */
  public record Limits(Duration start, Duration command, Duration move) {

    /** A minute to start, ten seconds for a command, two minutes for a move. */
    public static final Limits PATIENT =
        new Limits(Duration.ofMinutes(1), Duration.ofSeconds(10), Duration.ofMinutes(2));

    /** The same with another time for a move. */
    public Limits withMove(Duration time) {
      return new Limits(start, command, time);
    }
  }

  /**
   * Prepares a player, without starting the program.
   *
   * @param name its name in tables and game records
   * @param command the program and its arguments
   */
  public GtpAgent(String name, List<String> command, Limits limits) {
    this(name, command, limits, EngineLog.NONE);
  }

  /**
   * The same, keeping what the program says on standard error.
   *
   * @param log may serve several agents
   */
  public GtpAgent(String name, List<String> command, Limits limits, EngineLog log) {
    this.name = name;
    this.client = new GtpClient(name, command, log);
    this.limits = limits;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Failure newGame(GameSettings settings) {
    size = settings.boardSize();
    chosen = NOTHING;
    caveat = "";
    if (!client.isRunning()) {
      client.close(); // what may be left of it
    }
    int starts = 0;
    while (true) {
      starts += client.isRunning() ? 0 : 1;
      Reply reply = setUp(settings);
      if (reply instanceof Reply.Ok) {
        return null;
      }
      boolean lost = reply instanceof Reply.Broken broken && broken.kind() != Failure.Kind.STOPPED;
      if (!lost) {
        return failure(reply);
      }
      if (starts == STARTS) {
        return new Failure(
            Failure.Kind.CRASH,
            "does not start, in %d attempts; the last: %s".formatted(STARTS, reason(reply)));
      }
      LOG.info("starting {} again: {}", name, reason(reply));
    }
  }

  private Reply setUp(GameSettings settings) {
    Reply first = client.send("boardsize " + settings.boardSize(), limits.start);
    if (!(first instanceof Reply.Ok)) {
      return about("boardsize " + settings.boardSize(), first);
    }
    for (String line : List.of("clear_board", "komi " + settings.komi())) {
      Reply reply = command(line);
      if (!(reply instanceof Reply.Ok)) {
        return reply;
      }
    }
    RulesRequest request = new RulesRequest(settings.rules(), this::command);
    Reply reply = request.send();
    caveat = request.caveat();
    return reply;
  }

  @Override
  public String caveat() {
    return caveat;
  }

  @Override
  public Failure played(Player player, int action) {
    if (!client.isStarted()) {
      return notRunning();
    }
    boolean alreadyThere = action == chosen;
    boolean another = chosen != NOTHING && !alreadyThere;
    chosen = NOTHING;
    if (alreadyThere) {
      return null;
    }
    Reply reply = another ? command("undo") : new Reply.Ok("");
    if (reply instanceof Reply.Ok) {
      reply = command("play " + letter(player) + " " + Vertex.of(action, size));
    }
    return reply instanceof Reply.Ok ? null : failure(reply);
  }

  @Override
  public Answer choose(Player player) {
    if (!client.isStarted()) {
      return notRunning();
    }
    if (chosen != NOTHING) {
      Reply undone = command("undo");
      chosen = NOTHING;
      if (!(undone instanceof Reply.Ok)) {
        return failure(undone);
      }
    }
    String line = "genmove " + letter(player);
    Reply reply = client.send(line, limits.move);
    if (!(reply instanceof Reply.Ok ok)) {
      return failure(about(line, reply));
    }
    if (ok.text().equalsIgnoreCase("resign")) {
      return new Resign();
    }
    try {
      chosen = Vertex.action(ok.text(), size);
      return new Move(chosen);
    } catch (IllegalArgumentException e) {
      return new Failure(
          Failure.Kind.NONSENSE, "answers '" + line + "' with " + shortened(ok.text()));
    }
  }

  @Override
  public void close() {
    client.close();
  }

  /** Has the program count the game that it was told. */
  Reply finalScore() {
    return about("final_score", client.send("final_score", limits.move));
  }

  private Reply command(String line) {
    return about(line, client.send(line, limits.command));
  }

  private static Reply about(String line, Reply reply) {
    return reply instanceof Reply.Refused refused
        ? new Reply.Refused("refuses '" + line + "': " + refused.message())
        : reply;
  }

  private static Failure notRunning() {
    return new Failure(
        LivingEngines.isEnding() ? Failure.Kind.STOPPED : Failure.Kind.CRASH, "not running");
  }

  private static Failure failure(Reply reply) {
    Failure.Kind kind = reply instanceof Reply.Broken broken ? broken.kind() : Failure.Kind.REFUSAL;
    return new Failure(kind, reason(reply));
  }

  /** In one line, what is wrong with a reply that is not {@code Ok}. */
  static String reason(Reply reply) {
    String reason =
        reply instanceof Reply.Broken broken
            ? broken.reason()
            : reply instanceof Reply.Refused refused ? refused.message() : "";
    return shortened(reason);
  }

  static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= 300 ? line : line.substring(0, 300) + "...";
  }

  private static String letter(Player player) {
    return player == Player.BLACK ? "b" : "w";
  }
}
