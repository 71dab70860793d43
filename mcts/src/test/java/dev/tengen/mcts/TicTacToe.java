package dev.tengen.mcts;

import dev.tengen.game.Outcome;
import dev.tengen.game.Player;
import dev.tengen.game.Position;
import dev.tengen.game.Snapshot;
import dev.tengen.game.Symmetry;
import dev.tengen.game.Walker;

/**
 * Tic-tac-toe for the tests. Black is X. Action {@code y * 3 + x}; 9 is there like a pass, so that
 * the board's symmetries apply, and never legal.
 */
record TicTacToe(int black, int white) implements Position {

  static final TicTacToe START = new TicTacToe(0, 0);
  static final int ACTIONS = 10;
  private static final int FULL = 0x1FF;
  private static final int[] LINES = {0x007, 0x038, 0x1C0, 0x049, 0x092, 0x124, 0x111, 0x054};

  /** Parses three rows of X, O and dots; whose turn it is follows from the counts. */
  static TicTacToe parse(String board) {
    int black = 0;
    int white = 0;
    String cells = board.replaceAll("\\s", "");
    for (int i = 0; i < 9; i++) {
      black |= cells.charAt(i) == 'X' ? 1 << i : 0;
      white |= cells.charAt(i) == 'O' ? 1 << i : 0;
    }
    return new TicTacToe(black, white);
  }

  static boolean wins(int stones) {
    for (int line : LINES) {
      if ((stones & line) == line) {
        return true;
      }
    }
    return false;
  }

  static int hash(int black, int white) {
    return black << 9 | white;
  }

  @Override
  public int actionCount() {
    return ACTIONS;
  }

  @Override
  public Player toMove() {
    return Integer.bitCount(black) == Integer.bitCount(white) ? Player.BLACK : Player.WHITE;
  }

  @Override
  public boolean isTerminal() {
    return wins(black) || wins(white) || (black | white) == FULL;
  }

  @Override
  public Outcome outcome() {
    if (!isTerminal()) {
      throw new IllegalStateException("not over:\n" + this);
    }
    if (wins(black)) {
      return Outcome.BLACK_WINS;
    }
    return wins(white) ? Outcome.WHITE_WINS : Outcome.DRAW;
  }

  @Override
  public boolean isLegal(int action) {
    return action < 9 && ((black | white) >> action & 1) == 0 && !isTerminal();
  }

  @Override
  public TicTacToe play(int action) {
    if (!isLegal(action)) {
      throw new IllegalArgumentException("illegal " + action);
    }
    int stone = 1 << action;
    return toMove() == Player.BLACK
        ? new TicTacToe(black | stone, white)
        : new TicTacToe(black, white | stone);
  }

  @Override
  public int moveNumber() {
    return Integer.bitCount(black | white);
  }

  @Override
  public long situationHash() {
    return hash(black, white);
  }

  @Override
  public Walker newWalker() {
    Walker walker = new Board();
    walker.reset(this);
    return walker;
  }

  /** The exhaustive value for the player to move. */
  int minimax() {
    if (isTerminal()) {
      return (int) outcome().valueFor(toMove());
    }
    int best = -1;
    for (int a = 0; a < 9; a++) {
      if (isLegal(a)) {
        best = Math.max(best, -play(a).minimax());
      }
    }
    return best;
  }

  private static final class Board implements Walker {
    private int rootBlack;
    private int rootWhite;
    private int black;
    private int white;
    private Player toMove = Player.BLACK;

    @Override
    public void reset(Position position) {
      TicTacToe start = (TicTacToe) position;
      rootBlack = start.black;
      rootWhite = start.white;
      rewind();
    }

    @Override
    public void rewind() {
      black = rootBlack;
      white = rootWhite;
      toMove = Integer.bitCount(black) == Integer.bitCount(white) ? Player.BLACK : Player.WHITE;
    }

    @Override
    public void play(int action) {
      if (!isLegal(action)) {
        throw new IllegalArgumentException("illegal " + action);
      }
      if (toMove == Player.BLACK) {
        black |= 1 << action;
      } else {
        white |= 1 << action;
      }
      toMove = toMove.opponent();
    }

    @Override
    public boolean isLegal(int action) {
      return action < 9 && ((black | white) >> action & 1) == 0 && !isTerminal();
    }

    @Override
    public int legalActions(int[] into) {
      int count = 0;
      for (int a = 0; a < 9; a++) {
        if (isLegal(a)) {
          into[count++] = a;
        }
      }
      return count;
    }

    @Override
    public int actionCount() {
      return ACTIONS;
    }

    @Override
    public Player toMove() {
      return toMove;
    }

    @Override
    public boolean isTerminal() {
      return wins(black) || wins(white) || (black | white) == FULL;
    }

    @Override
    public float terminalValue() {
      // Only the player who has just moved can have won.
      return wins(black) || wins(white) ? -1 : 0;
    }

    @Override
    public long situationHash() {
      return hash(black, white);
    }

    @Override
    public Snapshot newSnapshot() {
      return new View();
    }

    @Override
    public void capture(Snapshot into) {
      View view = (View) into;
      view.black = black;
      view.white = white;
      view.symmetry = Symmetry.IDENTITY;
    }
  }

  /** What evaluators of the tests see. */
  static final class View implements Snapshot {
    int black;
    int white;
    private Symmetry symmetry = Symmetry.IDENTITY;

    TicTacToe position() {
      return new TicTacToe(black, white);
    }

    @Override
    public int actionCount() {
      return ACTIONS;
    }

    @Override
    public Player toMove() {
      return position().toMove();
    }

    @Override
    public long hash() {
      return TicTacToe.hash(black, white);
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
      black = view.black;
      white = view.white;
      symmetry = view.symmetry;
    }
  }

  @Override
  public String toString() {
    StringBuilder drawing = new StringBuilder();
    for (int i = 0; i < 9; i++) {
      drawing.append((black >> i & 1) != 0 ? 'X' : (white >> i & 1) != 0 ? 'O' : '.');
      drawing.append(i % 3 == 2 ? "\n" : "");
    }
    return drawing.toString();
  }
}
