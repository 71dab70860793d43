package dev.tengen.go.record;

import dev.tengen.game.Outcome;
import dev.tengen.game.Player;
import dev.tengen.game.UserError;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Legality;
import dev.tengen.go.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One game, start to end, without variations. Moves are kept as they were recorded, legal or not;
 * {@link #replay} plays them by the rules.
 *
 * @param size points along one edge, 1 to 19
 * @param komi points added to White's score, a whole or half number; 0 if the record does not say
 * @param rules the rule set as the record names it; empty if it does not
 * @param black the name of the player with the black stones; empty if unknown
 * @param white the name of the player with the white stones; empty if unknown
 * @param handicap the number of handicap stones, which are among those of {@code setup}; 0 for none
 * @param setup what is on the board before the first move
 * @param moves the moves in order; one player may move several times in a row
 * @param result as SGF writes it: {@code B+3.5}, {@code W+R}, {@code 0} for a draw; empty if
 *     unknown
 * @param comment what is said about the game as a whole; empty for nothing
 */
public record GameRecord(
    int size,
    double komi,
    String rules,
    String black,
    String white,
    int handicap,
    Setup setup,
    List<Move> moves,
    String result,
    String comment) {

  /** The largest board that a record may have. */
  public static final int MAX_SIZE = 19;

  /**
   * Stones that are on the board before the first move.
   *
   * @param black the points of the black stones
   * @param white the points of the white stones
   * @param toMove who is to move, where the record says so; else null
   */
  public record Setup(List<Integer> black, List<Integer> white, Player toMove) {

    /** An empty board. */
    public static final Setup NONE = new Setup(List.of(), List.of(), null);

    public Setup {
      black = List.copyOf(black);
      white = List.copyOf(white);
    }

    boolean hasStones() {
      return !black.isEmpty() || !white.isEmpty();
    }
  }

  /**
   * A move.
   *
   * @param action {@code y * size + x}, or {@code size * size} for a pass
   * @param comment a remark for people; empty for none
   */
  public record Move(Player player, int action, String comment) {
    /** A move without a comment. */
    public Move(Player player, int action) {
      this(player, action, "");
    }
  }

  /**
   * How far the moves of a record can be played.
   *
   * @param last the position after the last legal move
   * @param fault the first move that is not legal; null if all are
   */
  public record Replay(GoPosition last, Fault fault) {}

  /**
   * A move that the rules do not allow.
   *
   * @param moveNumber counted from 1
   * @param move the move as SGF writes it, such as {@code B[dd]}
   * @param reason in a few words
   */
  public record Fault(int moveNumber, String move, String reason) {
    @Override
    public String toString() {
      return "move %d, %s: %s".formatted(moveNumber, move, reason);
    }
  }

  public GameRecord {
    if (size < 1 || size > MAX_SIZE) {
      throw new IllegalArgumentException("board size " + size);
    }
    if (komi * 2 != Math.rint(komi * 2)) {
      throw new IllegalArgumentException("komi " + komi + " is no whole or half number");
    }
    moves = List.copyOf(moves);
  }

  /** Starts a record of a game on an empty board. */
  public static Builder builder(int size) {
    return new Builder(size);
  }

  /**
   * The games of an SGF collection.
   *
   * @throws UserError if it is broken, naming the game, line and column
   */
  public static List<GameRecord> readAll(String sgf) {
    SgfParser parser = new SgfParser(sgf);
    List<GameRecord> games = new ArrayList<>();
    try {
      for (SgfNode root = parser.next(); root != null; root = parser.next()) {
        games.add(fromSgf(root));
      }
    } catch (UserError e) {
      throw new UserError("game %d: %s".formatted(games.size() + 1, e.getMessage()), e);
    }
    return games;
  }

  /**
   * The main line of a game tree.
   *
   * @throws UserError if it is not a game of Go that this can represent, with line and column
   */
  public static GameRecord fromSgf(SgfNode root) {
    return new GameRecordReader(root).read();
  }

  /** The record as an SGF tree without variations. */
  public SgfNode toSgfTree() {
    return GameRecordWriter.tree(this);
  }

  /** The record as SGF text. */
  public String toSgf() {
    return SgfWriter.write(toSgfTree());
  }

  /** The rules that the record names, if they are known; else {@code defaults}. */
  public Rules rulesOr(Rules defaults) {
    return SgfRules.named(rules, defaults);
  }

  /**
   * The position before the first move, under the record's rules or else {@code defaults}.
   *
   * @throws UserError if no such position exists
   */
  public GoPosition start(Rules defaults) {
    Rules inForce = rulesOr(defaults);
    if (!setup.hasStones()) {
      return GoPosition.start(size, inForce, komi).withToMove(firstToMove());
    }
    return GoPosition.setup(
        size, inForce, komi, firstToMove(), toArray(setup.black), toArray(setup.white));
  }

  /**
   * Plays the moves as far as they are legal, under the record's rules or else {@code defaults}.
   */
  public Replay replayLegal(Rules defaults) {
    GoPosition position = start(defaults);
    for (int i = 0; i < moves.size(); i++) {
      Move move = moves.get(i);
      GoPosition before = position.withToMove(move.player);
      Legality legality = before.legality(move.action);
      if (legality != Legality.LEGAL) {
        return new Replay(position, new Fault(i + 1, sgf(move), reason(legality)));
      }
      position = position.play(move.player, move.action);
    }
    return new Replay(position, null);
  }

  /**
   * The position after the last move, under the record's rules or else {@code defaults}.
   *
   * @throws UserError naming the game, the move and the reason, if a move is not legal
   */
  public GoPosition replay(Rules defaults) {
    Replay replay = replayLegal(defaults);
    if (replay.fault != null) {
      throw new UserError("game " + title() + ": " + replay.fault);
    }
    return replay.last;
  }

  /** The outcome that the result states; null if it states none. */
  public Outcome outcome() {
    return switch (result.isEmpty() ? "" : result.substring(0, 1).toUpperCase(Locale.ROOT)) {
      case "B" -> result.contains("+") ? Outcome.BLACK_WINS : null;
      case "W" -> result.contains("+") ? Outcome.WHITE_WINS : null;
      case "0", "D", "J" -> Outcome.DRAW;
      default -> null;
    };
  }

  /** The result of a counted game: {@code B+3.5}, {@code W+12}, {@code 0}. */
  public static String resultOf(double scoreForBlack) {
    if (scoreForBlack == 0) {
      return "0";
    }
    String margin = number(Math.abs(scoreForBlack));
    return (scoreForBlack > 0 ? "B+" : "W+") + margin;
  }

  /** The result of a game that one player gave up. */
  public static String resultOfResignation(Player winner) {
    return winner == Player.BLACK ? "B+R" : "W+R";
  }

  /** A number without a needless fraction: {@code 7}, {@code 6.5}. */
  static String number(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  private String sgf(Move move) {
    return (move.player == Player.BLACK ? "B[" : "W[") + SgfPoint.of(move.action, size) + "]";
  }

  private Player firstToMove() {
    if (setup.toMove != null) {
      return setup.toMove;
    }
    if (!moves.isEmpty()) {
      return moves.get(0).player;
    }
    return handicap > 1 ? Player.WHITE : Player.BLACK;
  }

  private String title() {
    return "'%s - %s'".formatted(black.isEmpty() ? "?" : black, white.isEmpty() ? "?" : white);
  }

  private static String reason(Legality legality) {
    return switch (legality) {
      case LEGAL -> "legal";
      case OCCUPIED -> "the point is occupied";
      case SUICIDE -> "suicide";
      case KO -> "takes back a ko at once";
      case SUPERKO -> "repeats an earlier position";
    };
  }

  private static int[] toArray(List<Integer> points) {
    return points.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Collects a record move by move. */
  public static final class Builder {

    private final int size;
    private double komi;
    private String rules = "";
    private String black = "";
    private String white = "";
    private int handicap;
    private Setup setup = Setup.NONE;
    private final List<Move> moves = new ArrayList<>();
    private String result = "";
    private String comment = "";

    private Builder(int size) {
      this.size = size;
    }

    public Builder komi(double value) {
      komi = value;
      return this;
    }

    public Builder rules(String name) {
      rules = name;
      return this;
    }

    public Builder players(String blackName, String whiteName) {
      black = blackName;
      white = whiteName;
      return this;
    }

    public Builder setup(Setup stones) {
      setup = stones;
      return this;
    }

    /** How many of the black setup stones are a handicap. */
    public Builder handicap(int stones) {
      handicap = stones;
      return this;
    }

    public Builder move(Player player, int action) {
      return move(player, action, "");
    }

    public Builder move(Player player, int action, String remark) {
      moves.add(new Move(player, action, remark));
      return this;
    }

    public Builder result(String text) {
      result = text;
      return this;
    }

    public Builder comment(String text) {
      comment = text;
      return this;
    }

    public GameRecord build() {
      return new GameRecord(
          size, komi, rules, black, white, handicap, setup, moves, result, comment);
    }
  }
}
