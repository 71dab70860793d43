package dev.tengen.go;

import dev.tengen.game.Evaluator;
import dev.tengen.game.Snapshot;

/**
 * Evaluates positions of Go by random {@link Playouts}: the value is the mean outcome, komi
 * included. Under territory scoring a playout is counted by area, less the stones that one side had
 * put on the board more than the other when it began; taxes count only where the game is over. The
 * policy is flat over sensible points; filling a simple eye of one's own, and passing while a
 * sensible point is left, are strongly discouraged, passing less so.
 *
 * <p>Random numbers come from the seed and the snapshot alone, so that the same position always
 * gets the same answer, whichever thread asks. Ignores symmetries, superko and suicide.
 */
public final class RolloutEvaluator implements Evaluator {

  /** As good as never: e^-12 of an ordinary point. */
  private static final float EYE_LOGIT = -12;

  /** Below ordinary points, above eyes: passes when only eyes are left. */
  private static final float PASS_LOGIT = -5;

  /** For a pass that ends the game with a win: worth trying before everything else. */
  private static final float WINNING_PASS_LOGIT = 5;

  private static final ThreadLocal<Boards[]> BOARDS =
      ThreadLocal.withInitial(() -> new Boards[Grid.MAX_SIZE + 1]);

  private final int playouts;
  private final long seed;

  /**
   * @param playouts how many for each position, at least 1
   * @param seed of the random numbers
   */
  public RolloutEvaluator(int playouts, long seed) {
    if (playouts < 1) {
      throw new IllegalArgumentException("at least one playout, not " + playouts);
    }
    this.playouts = playouts;
    this.seed = seed;
  }

  @Override
  public void evaluate(Snapshot[] batch, int count, float[] logits, float[] values) {
    for (int i = 0; i < count; i++) {
      if (!(batch[i] instanceof GoSnapshot snapshot)) {
        throw new IllegalArgumentException("not a snapshot of Go: " + batch[i]);
      }
      Boards boards = boards(snapshot.grid());
      boards.root.load(snapshot.stones(), 0, snapshot.koBit());
      float valueNow =
          valueOf(
              boards.count.blackMinusWhite(
                  snapshot.rules(), snapshot.stones(), 0, snapshot.blackPlayedMore()),
              snapshot);
      writeLogits(snapshot, boards.root, valueNow, logits, i * snapshot.actionCount());
      values[i] = snapshot.passes() >= 2 ? valueNow : meanOutcome(snapshot, boards);
    }
  }

  private float meanOutcome(GoSnapshot snapshot, Boards boards) {
    boards.playouts.seed(seed ^ snapshot.hash());
    boolean area = snapshot.rules().scoring() == Scoring.AREA;
    int notPaid = area ? 0 : snapshot.blackPlayedMore();
    float sum = 0;
    for (int i = 0; i < playouts; i++) {
      boards.board.copyFrom(boards.root);
      int points = boards.playouts.play(snapshot.toMove(), snapshot.passes());
      sum += valueOf(points - notPaid, snapshot);
    }
    return sum / playouts;
  }

  private static void writeLogits(
      GoSnapshot snapshot, PlayoutBoard board, float valueNow, float[] logits, int offset) {
    int own = PlayoutBoard.codeOf(snapshot.toMove());
    Grid grid = snapshot.grid();
    int points = snapshot.actionCount() - 1;
    for (int point = 0; point < points; point++) {
      int cell = grid.cellOf(grid.bitOf(point));
      boolean eye = board.isEmpty(cell) && board.isEye(cell, own, board.around(cell));
      logits[offset + point] = eye ? EYE_LOGIT : 0;
    }
    boolean winsByPassing = snapshot.passes() > 0 && valueNow > 0;
    logits[offset + points] = winsByPassing ? WINNING_PASS_LOGIT : PASS_LOGIT;
  }

  /** What a score without komi is worth to the snapshot's player to move. */
  private static float valueOf(int blackMinusWhite, GoSnapshot snapshot) {
    return AreaScore.outcome(blackMinusWhite - snapshot.compensation()).valueFor(snapshot.toMove());
  }

  private static Boards boards(Grid grid) {
    Boards[] boards = BOARDS.get();
    if (boards[grid.size()] == null) {
      boards[grid.size()] = new Boards(grid);
    }
    return boards[grid.size()];
  }

  /** What a thread needs for one size. */
  private static final class Boards {
    final PlayoutBoard root;
    final PlayoutBoard board;
    final Playouts playouts;
    final Count count;

    Boards(Grid grid) {
      root = new PlayoutBoard(grid);
      board = new PlayoutBoard(grid);
      playouts = new Playouts(board);
      count = new Count(grid);
    }
  }
}
