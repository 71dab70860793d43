package dev.tengen.agents.env;

import dev.tengen.game.Outcome;
import dev.tengen.game.Player;
import dev.tengen.game.Position;
import dev.tengen.game.Snapshot;
import dev.tengen.game.Symmetry;
import dev.tengen.game.Walker;

/**
 * Tic-tac-toe. Black is X and begins; action {@code y * 3 + x}.
 *
 * @param black the cells of Black, bit {@code y * 3 + x}
 * @param white the cells of White
 */
record TicTacToe(int black, int white) implements Position {

  static final TicTacToe START = new TicTacToe(0, 0);
  static final int CELLS = 9;
  private static final int FULL = 0b111_111_111;

  private static final int[] LINES = {
    0b000_000_111, 0b000_111_000, 0b111_000_000, // rows
    0b001_001_001, 0b010_010_010, 0b100_100_100, // columns
    0b100_010_001, 0b001_010_100 // diagonals
  };

  @Override
  public int actionCount() {
    return CELLS;
  }

  @Override
  public Player toMove() {
    return moveNumber() % 2 == 0 ? Player.BLACK : Player.WHITE;
  }

  @Override
  public int moveNumber() {
    return Integer.bitCount(black | white);
  }

  @Override
  public boolean isTerminal() {
    return hasLine(black) || hasLine(white) || (black | white) == FULL;
  }

  private static boolean hasLine(int cells) {
    for (int line : LINES) {
      if ((cells & line) == line) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Outcome outcome() {
    if (!isTerminal()) {
      throw new IllegalStateException("not over:\n" + this);
    }
    if (hasLine(black)) {
      return Outcome.BLACK_WINS;
    }
    return hasLine(white) ? Outcome.WHITE_WINS : Outcome.DRAW;
  }

  @Override
  public boolean isLegal(int action) {
    return action >= 0 && action < CELLS && isEmpty(action) && !isTerminal();
  }

  private boolean isEmpty(int cell) {
    return ((black | white) >> cell & 1) == 0;
  }

  @Override
  public TicTacToe play(int action) {
    if (!isLegal(action)) {
      throw new IllegalArgumentException("action " + action + " is not legal in\n" + this);
    }
    int cell = 1 << action;
    return toMove() == Player.BLACK
        ? new TicTacToe(black | cell, white)
        : new TicTacToe(black, white | cell);
  }

  /** The cells of one player. */
  int cells(Player player) {
    return player == Player.BLACK ? black : white;
  }

  @Override
  public long situationHash() {
    return (long) black << CELLS | white;
  }

  @Override
  public Walker newWalker() {
    return new Board(this);
  }

  /** Three rows of X, O and dots. */
  @Override
  public String toString() {
    StringBuilder drawing = new StringBuilder();
    for (int i = 0; i < CELLS; i++) {
      drawing.append((black >> i & 1) != 0 ? 'X' : (white >> i & 1) != 0 ? 'O' : '.');
      drawing.append(i % 3 == 2 ? "\n" : "");
    }
    return drawing.toString();
  }

  /** The game is so small that a walker may hold positions. */
  private static final class Board implements Walker {
    private TicTacToe root;
    private TicTacToe now;

    Board(TicTacToe start) {
      root = start;
      now = start;
    }

    @Override
    public void reset(Position position) {
      if (!(position instanceof TicTacToe start)) {
        throw new IllegalArgumentException("not tic-tac-toe:\n" + position);
      }
      root = start;
      now = start;
    }

    @Override
    public void rewind() {
      now = root;
    }

    @Override
    public void play(int action) {
      now = now.play(action);
    }

    @Override
    public boolean isLegal(int action) {
      return now.isLegal(action);
    }

    @Override
    public int legalActions(int[] into) {
      int count = 0;
      for (int action = 0; action < CELLS; action++) {
        if (now.isLegal(action)) {
          into[count++] = action;
        }
      }
      return count;
    }

    @Override
    public int actionCount() {
      return CELLS;
    }

    @Override
    public Player toMove() {
      return now.toMove();
    }

    @Override
    public boolean isTerminal() {
      return now.isTerminal();
    }

    @Override
    public float terminalValue() {
      return now.outcome().valueFor(now.toMove());
    }

    @Override
    public long situationHash() {
      return now.situationHash();
    }

    @Override
    public Snapshot newSnapshot() {
      return new View();
    }

    @Override
    public void capture(Snapshot into) {
      View view = (View) into;
      view.position = now;
      view.symmetry = Symmetry.IDENTITY;
    }
  }

  /** What evaluators see. */
  static final class View implements Snapshot {
    private TicTacToe position = START;
    private Symmetry symmetry = Symmetry.IDENTITY;

    TicTacToe position() {
      return position;
    }

    @Override
    public int actionCount() {
      return CELLS;
    }

    @Override
    public Player toMove() {
      return position.toMove();
    }

    @Override
    public long hash() {
      return position.situationHash();
    }

    @Override
    public Symmetry symmetry() {
      return symmetry;
    }

    @Override
    public void setSymmetry(Symmetry newSymmetry) {
      symmetry = newSymmetry;
    }

    @Override
    public void copyFrom(Snapshot other) {
      View view = (View) other;
      position = view.position;
      symmetry = view.symmetry;
    }
  }
}
