package dev.tengen.gtp;

import dev.tengen.game.Player;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * What a client wants to see of an analysis.
 *
 * @param player who is to move; null for whose turn it is
 * @param intervalNanos between two lines
 * @param minMoves show so many moves, even unvisited ones, if they are known
 * @param maxMoves show no more
 * @param limits the moves to think of
 * @param rootInfo whether to tell of the position itself
 * @param ownership whether to tell whose each point will be
 * @param pvVisits whether to tell the visits of each move of a line
 */
record AnalysisRequest(
    Player player,
    long intervalNanos,
    int minMoves,
    int maxMoves,
    MoveLimits limits,
    boolean rootInfo,
    boolean ownership,
    boolean pvVisits) {

  /** Without an interval: one line a second. */
  private static final int DEFAULT_CENTISECONDS = 100;

  /** No client can see more than 20 lines a second. */
  private static final int LEAST_CENTISECONDS = 5;

  static final String USAGE =
      "[COLOR] [CENTISECONDS] [interval N] [minmoves N] [maxmoves N]"
          + " [avoid|allow COLOR VERTEX,... DEPTH] [rootInfo|ownership|pvVisits true|false]";

  /**
   * Reads the arguments: a colour and an interval in either order, then pairs of keys and values.
   */
  static AnalysisRequest parse(Arguments arguments, int size) throws GtpException {
    Parser parser = new Parser(arguments, size);
    while (arguments.has(parser.at)) {
      parser.next();
    }
    return parser.request();
  }

  /** Reads from left to right. */
  private static final class Parser {
    private final Arguments arguments;
    private final int size;
    private final List<MoveLimits.Limit> limits = new ArrayList<>();
    private int at;
    private Player player;
    private int centiseconds = DEFAULT_CENTISECONDS;
    private int minMoves;
    private int maxMoves = Integer.MAX_VALUE;
    private boolean rootInfo;
    private boolean ownership;
    private boolean pvVisits;

    Parser(Arguments arguments, int size) {
      this.arguments = arguments;
      this.size = size;
    }

    void next() throws GtpException {
      String word = arguments.words().get(at);
      String key = word.toLowerCase(Locale.ROOT);
      if (key.matches("[0-9]+")) {
        centiseconds = count("an interval in centiseconds");
        return;
      }
      if (key.matches("b|w|black|white")) {
        player = arguments.color(at++);
        return;
      }
      at++;
      switch (key) {
        case "interval" -> centiseconds = count("an interval in centiseconds");
        case "minmoves" -> minMoves = count("a number of moves");
        case "maxmoves" -> maxMoves = count("a number of moves");
        case "avoid" -> limits.add(limit(false));
        case "allow" -> limits.add(limit(true));
        case "rootinfo" -> rootInfo = flag();
        case "ownership" -> ownership = flag();
        case "pvvisits" -> pvVisits = flag();
        default -> throw GtpException.syntax("expected " + USAGE + ", not '" + word + "'");
      }
    }

    private int count(String what) throws GtpException {
      int count = arguments.integer(at++, what);
      if (count < 0) {
        throw GtpException.syntax("expected " + what + ", not a negative number");
      }
      return count;
    }

    private boolean flag() throws GtpException {
      String word = arguments.word(at++, "true or false").toLowerCase(Locale.ROOT);
      if (!word.equals("true") && !word.equals("false")) {
        throw GtpException.syntax("expected true or false, not '" + word + "'");
      }
      return word.equals("true");
    }

    private MoveLimits.Limit limit(boolean allowed) throws GtpException {
      Player whose = arguments.color(at++);
      BitSet actions = new BitSet();
      for (String vertex : arguments.word(at++, "vertices, separated by commas").split(",", -1)) {
        try {
          actions.set(Vertex.action(vertex, size));
        } catch (IllegalArgumentException e) {
          throw GtpException.syntax(e.getMessage());
        }
      }
      return new MoveLimits.Limit(whose, allowed, actions, count("a depth"));
    }

    AnalysisRequest request() {
      long interval =
          TimeUnit.MILLISECONDS.toNanos(10L * Math.max(LEAST_CENTISECONDS, centiseconds));
      return new AnalysisRequest(
          player,
          interval,
          minMoves,
          maxMoves,
          new MoveLimits(limits),
          rootInfo,
          ownership,
          pvVisits);
    }
  }
}
