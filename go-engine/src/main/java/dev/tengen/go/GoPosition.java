package dev.tengen.go;

import dev.tengen.game.Outcome;
import dev.tengen.game.Player;
import dev.tengen.game.Position;
import dev.tengen.game.UserError;
import dev.tengen.game.Walker;
import java.util.Arrays;

/**
 * A position of a game of Go: the board, the player to move and, through its {@link #parent}, the
 * game that led to it. Immutable. The rules are complete here; {@link #newWalker} gives the fast,
 * mutable view of the same rules that a search needs.
 *
 * <p>Two passes in a row end the game ({@link #isTerminal}). Moves after that are still accepted,
 * so that people can resume a game that they ended by mistake.
 */
public final class GoPosition implements Position {

  private static final int NO_ACTION = -1;

  private final Grid grid;
  private final Rules rules;
  private final double komi;

  /** How many of the stones at the start were a handicap for White's sake; 0 for none. */
  private final int handicap;

  private final GoPosition parent;

  /** Black's words, then White's. Shared between positions that have the same board. */
  private final long[] stones;

  private final long boardHash;

  /** The number of black stones in the upper half, of white ones in the lower. */
  private final int stoneCounts;

  /** The most of either that any position of the game has had so far; more cannot be repetition. */
  private final int mostStones;

  private final Player toMove;
  private final int moveNumber;
  private final int lastAction;
  private final int koBit;
  private final int passes;
  private final int prisonersOfBlack;
  private final int prisonersOfWhite;

  /** The root of a game. */
  private GoPosition(Grid grid, Rules rules, double komi, Player toMove, long[] stones) {
    this.grid = grid;
    this.rules = rules;
    this.komi = komi;
    this.handicap = 0;
    this.parent = null;
    this.stones = stones;
    this.boardHash = grid.emptyHash() ^ grid.keysOf(stones, 0, 2 * grid.words(), 0);
    this.stoneCounts = countsOf(grid, stones);
    this.mostStones = stoneCounts;
    this.toMove = toMove;
    this.moveNumber = 0;
    this.lastAction = NO_ACTION;
    this.koBit = -1;
    this.passes = 0;
    this.prisonersOfBlack = 0;
    this.prisonersOfWhite = 0;
  }

  /** The position after a pass. */
  private GoPosition(GoPosition parent) {
    this.grid = parent.grid;
    this.rules = parent.rules;
    this.komi = parent.komi;
    this.handicap = parent.handicap;
    this.parent = parent;
    this.stones = parent.stones;
    this.boardHash = parent.boardHash;
    this.stoneCounts = parent.stoneCounts;
    this.mostStones = parent.mostStones;
    this.toMove = parent.toMove.opponent();
    this.moveNumber = parent.moveNumber + 1;
    this.lastAction = parent.pass();
    this.koBit = -1;
    this.passes = Math.min(2, parent.passes + 1);
    this.prisonersOfBlack = parent.prisonersOfBlack;
    this.prisonersOfWhite = parent.prisonersOfWhite;
  }

  /** The position after a stone was played. */
  private GoPosition(GoPosition parent, int point, Placement placement) {
    this.grid = parent.grid;
    this.rules = parent.rules;
    this.komi = parent.komi;
    this.handicap = parent.handicap;
    this.parent = parent;
    this.stones = Arrays.copyOf(placement.stones, 2 * grid.words());
    this.boardHash = parent.boardHash ^ placement.hashChange;
    this.stoneCounts = parent.countsAfter(placement);
    this.mostStones =
        Math.max(parent.mostStones >>> 16, stoneCounts >>> 16) << 16
            | Math.max(parent.mostStones & 0xFFFF, stoneCounts & 0xFFFF);
    this.toMove = parent.toMove.opponent();
    this.moveNumber = parent.moveNumber + 1;
    this.lastAction = point;
    this.koBit = placement.koBit;
    this.passes = 0;
    boolean black = parent.toMove == Player.BLACK;
    this.prisonersOfBlack = parent.prisonersOfBlack + (black ? placement.captured : placement.lost);
    this.prisonersOfWhite = parent.prisonersOfWhite + (black ? placement.lost : placement.captured);
  }

  /** The same position under other circumstances; the history stays. */
  private GoPosition(GoPosition of, Rules rules, double komi, int handicap, Player toMove) {
    this.grid = of.grid;
    this.rules = rules;
    this.komi = komi;
    this.handicap = handicap;
    this.parent = of.parent;
    this.stones = of.stones;
    this.boardHash = of.boardHash;
    this.stoneCounts = of.stoneCounts;
    this.mostStones = of.mostStones;
    this.toMove = toMove;
    this.moveNumber = of.moveNumber;
    this.lastAction = of.lastAction;
    this.koBit = toMove == of.toMove ? of.koBit : -1;
    this.passes = of.passes;
    this.prisonersOfBlack = of.prisonersOfBlack;
    this.prisonersOfWhite = of.prisonersOfWhite;
  }

  /** The same game from other stones on; the history ends. */
  private GoPosition(GoPosition of, long[] stones) {
    this.grid = of.grid;
    this.rules = of.rules;
    this.komi = of.komi;
    this.handicap = of.handicap;
    this.parent = null;
    this.stones = stones;
    this.boardHash = grid.emptyHash() ^ grid.keysOf(stones, 0, 2 * grid.words(), 0);
    this.stoneCounts = countsOf(grid, stones);
    this.mostStones = stoneCounts;
    this.toMove = of.toMove;
    this.moveNumber = of.moveNumber;
    this.lastAction = NO_ACTION;
    this.koBit = -1;
    this.passes = 0;
    this.prisonersOfBlack = of.prisonersOfBlack;
    this.prisonersOfWhite = of.prisonersOfWhite;
  }

  /**
   * The start of a game on an empty board, Black to move.
   *
   * @param size points along one edge, 1 to 19
   * @param komi points added to White's score, whole or half
   * @throws UserError if size or komi are not allowed
   */
  public static GoPosition start(int size, Rules rules, double komi) {
    return start(Grid.of(size), rules, komi);
  }

  /** The start of a game on a certain grid. */
  static GoPosition start(Grid grid, Rules rules, double komi) {
    return new GoPosition(grid, rules, checkedKomi(komi), Player.BLACK, new long[2 * grid.words()]);
  }

  /**
   * The start of a game from stones already placed.
   *
   * @param black the points of black stones, in any order
   * @param white the points of white stones
   * @throws UserError if size or komi are not allowed, a point is off the board or given twice, or
   *     a chain would have no liberty
   */
  public static GoPosition setup(
      int size, Rules rules, double komi, Player toMove, int[] black, int[] white) {
    Grid grid = Grid.of(size);
    long[] stones = Setup.stones(grid, black, white);
    return new GoPosition(grid, rules, checkedKomi(komi), toMove, stones);
  }

  /** This position with another komi. */
  public GoPosition withKomi(double newKomi) {
    return new GoPosition(this, rules, checkedKomi(newKomi), handicap, toMove);
  }

  /** This position under other rules. */
  public GoPosition withRules(Rules newRules) {
    return new GoPosition(this, newRules, komi, handicap, toMove);
  }

  /**
   * This position in a game that began with handicap stones.
   *
   * @param stones how many of the stones that Black began with were a handicap; 0 or 1 for none.
   *     They are not put on the board here
   * @throws UserError if the board has fewer points, or the number is negative
   */
  public GoPosition withHandicap(int stones) {
    if (stones < 0 || stones > grid.points()) {
      throw new UserError("a handicap of " + stones + " stones on a board of size " + size());
    }
    return new GoPosition(this, rules, komi, stones, toMove);
  }

  /**
   * This position with {@code player} to move. A ban on retaking a ko does not outlive a change.
   */
  public GoPosition withToMove(Player player) {
    return player == toMove ? this : new GoPosition(this, rules, komi, handicap, player);
  }

  /**
   * This position with other stones on the board, as an editor sets them in the middle of a game.
   * The player to move, the move number and the prisoners stay. What came before does not: nothing
   * repeats it, there is no {@link #parent} and no last action.
   *
   * @param black the points of all black stones, in any order
   * @param white the points of all white stones
   * @throws UserError if a point is off the board or given twice, or a chain would have no liberty
   */
  public GoPosition withStones(int[] black, int[] white) {
    return new GoPosition(this, Setup.stones(grid, black, white));
  }

  /** Points along one edge. */
  public int size() {
    return grid.size();
  }

  public Rules rules() {
    return rules;
  }

  /** The points added to White's score. */
  public double komi() {
    return komi;
  }

  /** How many handicap stones the game began with; 0 for none. */
  public int handicap() {
    return handicap;
  }

  /** The points that the rules give White for the handicap. */
  public int handicapBonus() {
    return rules.bonus().points(handicap);
  }

  /** The action that passes. */
  public int pass() {
    return grid.points();
  }

  /** What is on the point {@code y * size() + x}. */
  public Stone stoneAt(int point) {
    int bit = grid.bitOf(point);
    if (Bits.get(stones, 0, bit)) {
      return Stone.BLACK;
    }
    return Bits.get(stones, grid.words(), bit) ? Stone.WHITE : Stone.EMPTY;
  }

  /** The position before the last action, or null at the start of the game. */
  public GoPosition parent() {
    return parent;
  }

  /** Whether anything has been played yet. */
  public boolean hasLastAction() {
    return lastAction != NO_ACTION;
  }

  /**
   * The last action played.
   *
   * @throws IllegalStateException if there is none
   */
  public int lastAction() {
    if (lastAction == NO_ACTION) {
      throw new IllegalStateException("nothing has been played yet");
    }
    return lastAction;
  }

  /** How many stones of its opponent {@code by} has, suicides of the opponent included. */
  public int prisoners(Player by) {
    return by == Player.BLACK ? prisonersOfBlack : prisonersOfWhite;
  }

  @Override
  public int actionCount() {
    return grid.points() + 1;
  }

  @Override
  public Player toMove() {
    return toMove;
  }

  @Override
  public int moveNumber() {
    return moveNumber;
  }

  @Override
  public long situationHash() {
    return Grid.situationHash(boardHash, toMove);
  }

  @Override
  public boolean isTerminal() {
    return passes >= 2;
  }

  @Override
  public Outcome outcome() {
    if (!isTerminal()) {
      throw new IllegalStateException("the game is not over:\n" + this);
    }
    return AreaScore.outcome(scoreForBlack());
  }

  /**
   * Black's points minus White's by the rules of the game, on the board as it stands: no stone is
   * dead. Komi, handicap bonus and, under territory scoring, prisoners are included. {@link Score}
   * counts without dead stones.
   */
  public double scoreForBlack() {
    return new Count(grid).blackMinusWhite(rules, stones, 0, blackPlayedMore()) - compensation();
  }

  /** What is pass-alive, of both colours. */
  public PassAlive passAlive() {
    return PassAlive.of(this);
  }

  /**
   * Whether nothing is left to play for: everything is pass-alive, dead in pass-alive territory, or
   * such territory; under territory scoring there may be dame between too. The score is then
   * certain ({@link #settledScore}). Cheap where the board is less than half full: the answer is
   * then no.
   */
  public boolean isSettled() {
    int stonesOnBoard = (stoneCounts >>> 16) + (stoneCounts & 0xFFFF);
    return 2 * stonesOnBoard >= grid.points() && Benson.local(grid).settles(rules, stones);
  }

  /** The score without the stones that are dead in pass-alive territory. */
  public Score settledScore() {
    return Score.of(this, passAlive().dead());
  }

  /**
   * Whether the score of this position is a matter of fact: the game is over, and its rules have no
   * dead stones, as Tromp and Taylor's. Otherwise people take dead stones off before they count.
   */
  public boolean countsAsItStands() {
    return isTerminal() && rules.scoring() == Scoring.AREA && !rules.friendlyPass();
  }

  /** What White gets beyond the board: komi and handicap bonus. */
  double compensation() {
    return komi + handicapBonus();
  }

  /** How many stones more than White's Black has put on the board, setup included. */
  int blackPlayedMore() {
    int more = (stoneCounts >>> 16) - (stoneCounts & 0xFFFF);
    return more + prisonersOfWhite - prisonersOfBlack;
  }

  @Override
  public boolean isLegal(int action) {
    return legality(action) == Legality.LEGAL;
  }

  /**
   * Whether the player to move may play {@code action}, and if not, why.
   *
   * @throws IllegalArgumentException if it is no action of this board at all
   */
  public Legality legality(int action) {
    if (action == pass()) {
      return Legality.LEGAL;
    }
    return legality(checkedPoint(action), Placement.local());
  }

  /**
   * Writes the legal actions in ascending order, the pass last, and returns how many there are.
   * Much faster than asking {@link #isLegal} about each.
   *
   * @param into room for at least {@code actionCount()} actions
   */
  public int legalActions(int[] into) {
    return LegalActions.write(this, into);
  }

  /** Plays for {@code player}, whoever's turn it is. */
  public GoPosition play(Player player, int action) {
    return withToMove(player).play(action);
  }

  @Override
  public GoPosition play(int action) {
    if (action == pass()) {
      return new GoPosition(this);
    }
    Placement placement = Placement.local();
    Legality legality = legality(checkedPoint(action), placement);
    if (legality != Legality.LEGAL) {
      throw new IllegalArgumentException(
          String.format(
              "%s may not play at x=%d y=%d: %s%n%s",
              toMove, action % size(), action / size(), legality, this));
    }
    return new GoPosition(this, action, placement);
  }

  /** If the answer is LEGAL or SUPERKO, {@code placement} holds what the move does. */
  private Legality legality(int point, Placement placement) {
    int bit = grid.bitOf(point);
    if (Bits.get(stones, 0, bit) || Bits.get(stones, grid.words(), bit)) {
      return Legality.OCCUPIED;
    }
    if (rules.ko() == KoRule.SIMPLE && bit == koBit) {
      return Legality.KO;
    }
    placement.resolve(grid, stones, 0, toMove, bit);
    if (placement.lost > 0 && !rules.suicide()) {
      return Legality.SUICIDE;
    }
    return rules.ko() != KoRule.SIMPLE && repeats(placement) ? Legality.SUPERKO : Legality.LEGAL;
  }

  /** Whether the board after a move was there before; hashes only save the comparison. */
  boolean repeats(Placement placement) {
    long hash = boardHash ^ placement.hashChange;
    int counts = countsAfter(placement);
    if (counts >>> 16 > mostStones >>> 16 || (counts & 0xFFFF) > (mostStones & 0xFFFF)) {
      return false;
    }
    boolean anyPlayer = rules.ko() == KoRule.POSITIONAL_SUPERKO;
    int words = 2 * grid.words();
    for (GoPosition before = this; before != null; before = before.parent) {
      if (before.stoneCounts == counts
          && before.boardHash == hash
          && (anyPlayer || before.toMove != toMove)
          && Arrays.equals(before.stones, 0, words, placement.stones, 0, words)) {
        return true;
      }
    }
    return false;
  }

  private int countsAfter(Placement placement) {
    int own = 1 - placement.lost;
    return toMove == Player.BLACK
        ? stoneCounts + (own << 16) - placement.captured
        : stoneCounts - (placement.captured << 16) + own;
  }

  @Override
  public Walker newWalker() {
    return new GoWalker(this);
  }

  /** What evaluators see of this position. */
  public GoSnapshot snapshot() {
    GoSnapshot snapshot = new GoSnapshot(grid);
    capture(snapshot);
    return snapshot;
  }

  /** Fills a snapshot of this grid. */
  void capture(GoSnapshot into) {
    long[] boards = into.stones();
    Arrays.fill(boards, 0);
    int words = 2 * grid.words();
    long history = 0;
    GoPosition position = this;
    for (int age = 0; age < GoSnapshot.HISTORY && position != null; age++) {
      System.arraycopy(position.stones, 0, boards, age * words, words);
      history = GoSnapshot.historyHash(history, position.boardHash);
      position = position.parent;
    }
    into.finish(toMove, rules, compensation(), blackPlayedMore(), koBit, passes, history);
  }

  Grid grid() {
    return grid;
  }

  /** Copies Black's words, then White's. */
  void copyStones(long[] into, int offset) {
    System.arraycopy(stones, 0, into, offset, 2 * grid.words());
  }

  /** The number of black stones in the upper half, of white ones in the lower. */
  int stoneCounts() {
    return stoneCounts;
  }

  /** The most black stones in the upper half, white ones in the lower, of the game so far. */
  int mostStones() {
    return mostStones;
  }

  /** A hash of the stones on the board, not of who is to move. */
  public long boardHash() {
    return boardHash;
  }

  /** The bit where a simple ko may not be retaken at once, or -1. */
  int koBit() {
    return koBit;
  }

  /** How many passes in a row led here; 2 and more count as 2. */
  int passes() {
    return passes;
  }

  /** The board with coordinates, and below it whose turn it is. */
  @Override
  public String toString() {
    return BoardDrawing.draw(this);
  }

  private int checkedPoint(int action) {
    if (action < 0 || action >= grid.points()) {
      throw new IllegalArgumentException(
          "action " + action + " is not on a board with actions 0 to " + pass());
    }
    return action;
  }

  private static double checkedKomi(double komi) {
    if (Double.isInfinite(komi) || komi * 2 != Math.rint(komi * 2)) {
      throw new UserError("komi " + komi + " is neither whole nor half");
    }
    return komi + 0.0; // never -0.0
  }

  private static int countsOf(Grid grid, long[] stones) {
    int words = grid.words();
    return (Bits.count(stones, 0, words) << 16) + Bits.count(stones, words, words);
  }
}
