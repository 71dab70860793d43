package dev.tengen.go;

import dev.tengen.game.Player;

/**
 * Uniform random playouts: each move is drawn evenly from the legal points that are not simple eyes
 * of the player to move; who has none passes; two passes end the game. Simple ko, no suicide.
 */
public final class Playouts {

  /** After this many moves per point a playout is scored as it stands: some games never end. */
  private static final int MOVES_PER_POINT = 8;

  private final PlayoutBoard board;
  private long random;
  private int moves;

  Playouts(PlayoutBoard board) {
    this.board = board;
  }

  /**
   * What some playouts came to.
   *
   * @param playouts how many there were
   * @param moves moves played in them all, passes included
   * @param scoreForBlack the sum of Black's points minus White's, without komi
   * @param nanos how long they took
   */
  public record Tally(long playouts, long moves, long scoreForBlack, long nanos) {}

  /** Runs playouts from the empty board in this thread. The same seed gives the same playouts. */
  public static Tally run(int size, long count, long seed) {
    PlayoutBoard board = new PlayoutBoard(Grid.of(size));
    PlayoutBoard empty = new PlayoutBoard(Grid.of(size));
    Playouts playouts = new Playouts(board);
    playouts.seed(seed);
    long moves = 0;
    long score = 0;
    long start = System.nanoTime();
    for (long i = 0; i < count; i++) {
      board.copyFrom(empty);
      score += playouts.play(Player.BLACK, 0);
      moves += playouts.moves;
    }
    return new Tally(count, moves, score, System.nanoTime() - start);
  }

  /** Starts a new sequence of random numbers. */
  void seed(long seed) {
    random = Mix.mix(seed);
  }

  /**
   * Plays the board to its end.
   *
   * @param passes how many passes in a row led here
   * @return Black's points minus White's, komi aside
   */
  int play(Player toMove, int passes) {
    PlayoutBoard board = this.board;
    int[] empties = board.empties;
    int own = PlayoutBoard.codeOf(toMove);
    int passesLeft = 2 - passes;
    int limit = MOVES_PER_POINT * empties.length;
    // Drawn one ahead: ready when the last move's surprises have been digested, worth 5 %.
    long state = random + Mix.GOLDEN;
    long drawn = Mix.mix(state) >>> 32;
    int played = 0;
    while (passesLeft > 0 && played < limit) {
      int live = board.emptyCount;
      boolean done = false;
      while (live > 0) {
        int pick = (int) ((drawn * live) >>> 32);
        int cell = empties[pick];
        state += Mix.GOLDEN;
        drawn = Mix.mix(state) >>> 32;
        int around = board.around(cell);
        if (!board.isEye(cell, own, around)
            && cell != board.koCell
            && board.play(cell, own, around)) {
          done = true;
          break;
        }
        board.setAside(pick, --live);
      }
      played++;
      if (done) {
        passesLeft = 2;
      } else {
        passesLeft--;
        board.koCell = PlayoutBoard.NOWHERE;
      }
      own ^= PlayoutBoard.BLACK | PlayoutBoard.WHITE;
    }
    random = state - Mix.GOLDEN;
    moves = played;
    return board.scoreOfEyes();
  }
}
