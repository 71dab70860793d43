package dev.tengen.tests.differential;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import dev.tengen.game.Player;
import dev.tengen.go.Rules;
import dev.tengen.gtp.Vertex;
import dev.tengen.gtp.client.GtpClient;
import dev.tengen.gtp.client.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Another program that knows the rules of Go, and the questions that it can answer. */
abstract class Opponent implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Splitter WORDS = Splitter.on(CharMatcher.whitespace()).omitEmptyStrings();

  final Rules rules;
  private final GtpClient client;
  private int size;

  Opponent(List<String> command, Rules rules) {
    this.client = new GtpClient(command.get(0), command);
    this.rules = rules;
  }

  /**
   * What it has of a board.
   *
   * @param black the points with black stones
   * @param blackPrisoners how many stones Black has taken
   */
  record Board(Set<Integer> black, Set<Integer> white, int blackPrisoners, int whitePrisoners) {}

  /** All points where the player may play; empty if it cannot say. */
  abstract Optional<Set<Integer>> legal(Player player);

  abstract Board board();

  /** Whether it overlooks that the board after a suicide has been there before. */
  boolean allowsSuicidesThatRepeat() {
    return false;
  }

  /** Points along one edge. */
  int size() {
    return size;
  }

  void start(int boardSize, double komi) {
    size = boardSize;
    ask("boardsize " + boardSize);
    ask("clear_board");
    ask("komi " + komi);
  }

  /** Whether it accepts the move; if it does, it has played it. */
  boolean accepts(Player player, int action) {
    String line = "play " + player + " " + Vertex.of(action, size);
    return send(line) instanceof Reply.Ok;
  }

  /** Black's points minus White's on a board where no stone is dead. */
  double scoreForBlack() {
    String score = ask("final_score");
    if (score.equals("0")) {
      return 0;
    }
    double margin = Double.parseDouble(score.substring(2));
    return score.startsWith("B+") ? margin : -margin;
  }

  String ask(String line) {
    if (send(line) instanceof Reply.Ok ok) {
      return ok.text();
    }
    throw new IllegalStateException(this + " refuses '" + line + "'");
  }

  private Reply send(String line) {
    Reply reply = client.send(line, PATIENCE);
    if (reply instanceof Reply.Broken broken) {
      throw new IllegalStateException(this + ": " + broken.reason());
    }
    return reply;
  }

  /** The points that a list of vertices names. */
  Set<Integer> points(String vertices) {
    Set<Integer> points = new TreeSet<>();
    for (String vertex : WORDS.split(vertices)) {
      points.add(Vertex.action(vertex, size));
    }
    return points;
  }

  @Override
  public void close() {
    client.close();
  }
}
