package dev.tengen.go;

import dev.tengen.game.Player;
import dev.tengen.game.Snapshot;
import dev.tengen.game.Symmetry;

/**
 * What evaluators see of a game of Go: the last {@link #HISTORY} boards as sets of points laid out
 * as {@link Grid} says, the player to move, and what a rollout needs beyond them.
 */
public final class GoSnapshot implements Snapshot {

  /** How many boards there are, the present one included. */
  public static final int HISTORY = 8;

  private final Grid grid;

  /** By age, then Black before White. */
  private final long[] stones;

  private Player toMove = Player.BLACK;
  private Symmetry symmetry = Symmetry.IDENTITY;
  private Rules rules = Rules.TROMP_TAYLOR;
  private double compensation;
  private int blackPlayedMore;
  private int koBit = -1;
  private int passes;
  private long hash;

  GoSnapshot(Grid grid) {
    this.grid = grid;
    stones = new long[HISTORY * 2 * grid.words()];
  }

  /** Points along one edge. */
  public int size() {
    return grid.size();
  }

  /** How many longs hold a set of points. */
  public int words() {
    return grid.words();
  }

  /**
   * Word {@code index} of the stones that {@code player} had {@code age} moves ago, passes counted
   * as moves; age 0 is now. Zero before the start of the game.
   */
  public long word(int age, Player player, int index) {
    int colour = player == Player.BLACK ? 0 : grid.words();
    return stones[age * 2 * grid.words() + colour + index];
  }

  /** The points added to White's score: komi, and the bonus for handicap stones. */
  public double compensation() {
    return compensation;
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
  public long hash() {
    return hash;
  }

  @Override
  public Symmetry symmetry() {
    return symmetry;
  }

  @Override
  public void setSymmetry(Symmetry symmetry) {
    this.symmetry = symmetry;
  }

  @Override
  public void copyFrom(Snapshot other) {
    if (!(other instanceof GoSnapshot from) || from.grid != grid) {
      throw new IllegalArgumentException("not a snapshot of a " + grid.size() + "x board");
    }
    System.arraycopy(from.stones, 0, stones, 0, stones.length);
    toMove = from.toMove;
    symmetry = from.symmetry;
    rules = from.rules;
    compensation = from.compensation;
    blackPlayedMore = from.blackPlayedMore;
    koBit = from.koBit;
    passes = from.passes;
    hash = from.hash;
  }

  Grid grid() {
    return grid;
  }

  /** The present board and the seven before it, as {@link #word} has them, in one array. */
  long[] stones() {
    return stones;
  }

  Rules rules() {
    return rules;
  }

  /** How many stones more than White's Black has put on the board. */
  int blackPlayedMore() {
    return blackPlayedMore;
  }

  /** The bit where a simple ko may not be retaken, or -1. */
  int koBit() {
    return koBit;
  }

  /** How many passes in a row led here; 2 and more count as 2. */
  int passes() {
    return passes;
  }

  /**
   * Sets all but {@link #stones()}, which are filled beforehand; the symmetry becomes the identity.
   *
   * @param historyHash {@link #historyHash} over the boards, from the present one back
   */
  void finish(
      Player toMove,
      Rules rules,
      double compensation,
      int blackPlayedMore,
      int koBit,
      int passes,
      long historyHash) {
    this.toMove = toMove;
    this.rules = rules;
    this.compensation = compensation;
    this.blackPlayedMore = blackPlayedMore;
    this.koBit = koBit;
    this.passes = passes;
    symmetry = Symmetry.IDENTITY;
    long rest = Double.doubleToLongBits(compensation) + 4 * (koBit + 1L) + passes;
    if (rules.scoring() == Scoring.TERRITORY) {
      rest = Mix.mix(rest) + blackPlayedMore;
    }
    hash = Mix.mix(historyHash + Mix.mix(toMove == Player.WHITE ? ~rest : rest));
  }

  /** Adds the hash of one more, older board to that of a history; start with 0. */
  static long historyHash(long history, long boardHash) {
    return Mix.mix(history + boardHash) + Mix.GOLDEN;
  }
}
