package dev.tengen.mcts;

import dev.tengen.game.Outcome;
import dev.tengen.game.Player;
import dev.tengen.game.Position;
import dev.tengen.game.Snapshot;
import dev.tengen.game.Symmetry;
import dev.tengen.game.Walker;

/**
 * A game with many positions, for large trees: each move names a number from 0 to 29, but not the
 * last less 3. Some lines end early in a draw; after 40 moves a hash of all moves decides.
 */
record WideGame(int moves, int last, long hash) implements Position {

  static final WideGame START = new WideGame(0, 99, 1);
  static final int ACTIONS = 30;
  private static final int LENGTH = 40;

  @Override
  public int actionCount() {
    return ACTIONS;
  }

  @Override
  public Player toMove() {
    return moves % 2 == 0 ? Player.BLACK : Player.WHITE;
  }

  @Override
  public boolean isTerminal() {
    return moves == LENGTH || (moves > 3 && hash % 11 == 0);
  }

  @Override
  public Outcome outcome() {
    long rest = Math.floorMod(hash, 3L);
    if (moves < LENGTH || rest == 0) {
      return Outcome.DRAW;
    }
    return rest == 1 ? Outcome.BLACK_WINS : Outcome.WHITE_WINS;
  }

  @Override
  public boolean isLegal(int action) {
    return action != last - 3;
  }

  @Override
  public WideGame play(int action) {
    return new WideGame(moves + 1, action, hash * 6364136223846793005L + action + 1);
  }

  @Override
  public int moveNumber() {
    return moves;
  }

  @Override
  public long situationHash() {
    return hash;
  }

  @Override
  public Walker newWalker() {
    Cursor cursor = new Cursor();
    cursor.reset(this);
    return cursor;
  }

  private static final class Cursor implements Walker {
    private WideGame root;
    private WideGame at;

    @Override
    public void reset(Position position) {
      root = (WideGame) position;
      at = root;
    }

    @Override
    public void rewind() {
      at = root;
    }

    @Override
    public void play(int action) {
      if (!at.isLegal(action) || at.isTerminal()) {
        throw new IllegalStateException("not legal in " + at + ": " + action);
      }
      at = at.play(action);
    }

    @Override
    public boolean isLegal(int action) {
      return at.isLegal(action);
    }

    @Override
    public int legalActions(int[] into) {
      int count = 0;
      for (int action = 0; action < ACTIONS; action++) {
        if (at.isLegal(action)) {
          into[count++] = action;
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
      return at.toMove();
    }

    @Override
    public boolean isTerminal() {
      return at.isTerminal();
    }

    @Override
    public float terminalValue() {
      return at.outcome().valueFor(at.toMove());
    }

    @Override
    public long situationHash() {
      return at.hash;
    }

    @Override
    public Snapshot newSnapshot() {
      return new View();
    }

    @Override
    public void capture(Snapshot into) {
      ((View) into).at = at;
    }
  }

  private static final class View implements Snapshot {
    private WideGame at;

    @Override
    public int actionCount() {
      return ACTIONS;
    }

    @Override
    public Player toMove() {
      return at.toMove();
    }

    @Override
    public long hash() {
      return at.hash;
    }

    @Override
    public Symmetry symmetry() {
      return Symmetry.IDENTITY;
    }

    @Override
    public void setSymmetry(Symmetry symmetry) {
      // It has none.
    }

    @Override
    public void copyFrom(Snapshot other) {
      at = ((View) other).at;
    }
  }
}
