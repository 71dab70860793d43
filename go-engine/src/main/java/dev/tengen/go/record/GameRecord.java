package dev.tengen.go.record;

import dev.tengen.game.Outcome;
import dev.tengen.game.Player;
import dev.tengen.game.UserError;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One line of a game, start to end, without variations. Moves are kept as they were recorded, legal
 * or not; {@link #replay} plays them by the rules.
 *
 * @param size points along one edge, 1 to 19
 * @param komi points added to White's score, a whole or half number; 0 if the record does not say
 * @param rules the rule set as the record names it; empty if it does not
 * @param black the name of the player with the black stones; empty if unknown
 * @param white the name of the player with the white stones; empty if unknown
 * @param handicap the number of handicap stones, which are among those of {@code setup}; 0 for none
 * @param setup what is on the board before the first move
 * @param moves the moves in order; one player may move several times in a row
 * @param edits changes of the board between the moves, in order; games that people played have none
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
    List<Edit> edits,
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
   * A change of the board that nobody played: SGF's setup properties behind a move.
   *
   * @param afterMoves how many moves came before it, at least 1
   * @param black points that get a black stone, whatever was there
   * @param white points that get a white stone
   * @param empty points that are emptied
   * @param toMove who is to move then, where the record says so; else null
   */
  public record Edit(
      int afterMoves,
      List<Integer> black,
      List<Integer> white,
      List<Integer> empty,
      Player toMove) {

    public Edit {
      black = List.copyOf(black);
      white = List.copyOf(white);
      empty = List.copyOf(empty);
    }

    /** Changes sets of stones. */
    static void apply(
        Set<Integer> blackStones,
        Set<Integer> whiteStones,
        List<Integer> black,
        List<Integer> white,
        List<Integer> empty) {
      blackStones.addAll(black);
      black.forEach(whiteStones::remove);
      whiteStones.addAll(white);
      white.forEach(blackStones::remove);
      empty.forEach(blackStones::remove);
      empty.forEach(whiteStones::remove);
    }
  }

  /**
   * How far a record can be played.
   *
   * @param last the position after the last legal move
   * @param fault the first move or edit that is not possible; null if all are
   * @param repetitions the numbers of the moves that recreated a whole board of this game; what
   *     simple ko allows
   */
  public record Replay(GoPosition last, Fault fault, List<Integer> repetitions) {}

  /**
   * Where a game goes against the rules.
   *
   * @param moveNumber of the move, counted from 1; of the move before, if it is an edit
   * @param move the move as SGF writes it, such as {@code B[dd]}; empty if it is an edit
   * @param reason in a few words
   */
  public record Fault(int moveNumber, String move, String reason) {
    @Override
    public String toString() {
      return move.isEmpty()
          ? "after move %d: %s".formatted(moveNumber, reason)
          : "move %d, %s: %s".formatted(moveNumber, move, reason);
    }
  }

  /**
   * Checks that board, komi, moves and stones are possible; whether moves are legal is not checked.
   *
   * @throws IllegalArgumentException if one is not
   */
  public GameRecord {
    if (size < 1 || size > MAX_SIZE) {
      throw new IllegalArgumentException("board size " + size);
    }
    if (Double.isInfinite(komi) || komi * 2 != Math.rint(komi * 2)) {
      throw new IllegalArgumentException("komi " + komi + " is no whole or half number");
    }
    moves = List.copyOf(moves);
    edits = List.copyOf(edits);
    int points = size * size;
    for (Move move : moves) {
      checkIsBelow(points + 1, "action", move.action);
    }
    checkPoints(points, setup.black, setup.white);
    for (Edit edit : edits) {
      checkPoints(points, edit.black, edit.white, edit.empty);
    }
  }

  @SafeVarargs
  private static void checkPoints(int points, List<Integer>... lists) {
    for (List<Integer> list : lists) {
      for (int point : list) {
        checkIsBelow(points, "point", point);
      }
    }
  }

  private static void checkIsBelow(int bound, String what, int value) {
    if (value < 0 || value >= bound) {
      throw new IllegalArgumentException(
          what + " " + value + " is not on this board, expected 0 to " + (bound - 1));
    }
  }

  /** Starts a record of a game on an empty board. */
  public static Builder builder(int size) {
    return new Builder(size);
  }

  /**
   * The games of an SGF collection.
   *
   * @throws UserError if it is broken, naming the game, line, column and node; {@link SgfGames}
   *     reads such ones too
   */
  public static List<GameRecord> readAll(String sgf) {
    SgfGames games = new SgfGames(sgf);
    List<GameRecord> records = new ArrayList<>();
    for (SgfGames.Game game = games.next(); game != null; game = games.next()) {
      if (!game.faults().isEmpty()) {
        throw new UserError("game %d: %s".formatted(game.number(), game.faults().get(0)));
      }
      records.add(game.record());
    }
    return records;
  }

  /**
   * The main line of a game tree.
   *
   * @throws UserError if it is not a game of Go that this can represent, with line, column and node
   */
  public static GameRecord fromSgf(SgfNode root) {
    return upTo(root.last());
  }

  /**
   * The line of a game tree that leads from its root to a node, in whichever variation that is; so
   * {@code upTo(node).replay(rules)} is the position at the node.
   *
   * @throws UserError if it is not a game of Go that this can represent, with line, column and node
   */
  public static GameRecord upTo(SgfNode node) {
    GameRecordReader reader = new GameRecordReader(node.path());
    GameRecord record = reader.read();
    if (!reader.faults().isEmpty()) {
      throw new UserError(reader.faults().get(0).toString());
    }
    return record;
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
    return GameReplay.start(this, rulesOr(defaults));
  }

  /**
   * Plays the game as far as it is legal, under the record's rules or else {@code defaults}.
   *
   * @throws UserError if there is no such position to start from
   */
  public Replay replayLegal(Rules defaults) {
    return replayUnder(rulesOr(defaults));
  }

  /**
   * Plays the game as far as these rules allow, whatever the record says.
   *
   * @throws UserError if there is no such position to start from
   */
  public Replay replayUnder(Rules inForce) {
    return new GameReplay(this, inForce).play();
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

  /** The game as it stood before a move, counted from 1; all of it if there is no such move. */
  public GameRecord before(int move) {
    int count = Math.max(0, Math.min(move - 1, moves.size()));
    return new GameRecord(
        size,
        komi,
        rules,
        black,
        white,
        handicap,
        setup,
        moves.subList(0, count),
        edits.stream().filter(edit -> edit.afterMoves <= count).toList(),
        result,
        comment);
  }

  /**
   * The game from its last edit on, set up as it stood there; this record if it has no edits.
   *
   * @throws UserError naming the move and the reason, if a move before the edit is not legal
   */
  public GameRecord fromLastEdit(Rules defaults) {
    if (edits.isEmpty()) {
      return this;
    }
    int count = edits.get(edits.size() - 1).afterMoves;
    GoPosition there = before(count + 1).replay(defaults);
    Setup board = GameReplay.setupOf(there);
    List<Move> rest = moves.subList(count, moves.size());
    return new GameRecord(
        size, komi, rules, black, white, handicap, board, rest, List.of(), result, comment);
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

  private String title() {
    return "'%s - %s'".formatted(black.isEmpty() ? "?" : black, white.isEmpty() ? "?" : white);
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
    private final List<Edit> edits = new ArrayList<>();
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

    /** Changes the board after the moves so far, of which there is at least one. */
    public Builder edit(Setup stones, List<Integer> empty) {
      edits.add(new Edit(moves.size(), stones.black, stones.white, empty, stones.toMove));
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
          size, komi, rules, black, white, handicap, setup, moves, edits, result, comment);
    }
  }
}
