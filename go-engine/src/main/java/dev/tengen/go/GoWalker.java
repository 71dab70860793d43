package dev.tengen.go;

import dev.tengen.game.Player;
import dev.tengen.game.Position;
import dev.tengen.game.Snapshot;
import dev.tengen.game.Walker;

/** Walks over positions of one game. */
final class GoWalker implements Walker {

  private final Grid grid;
  private GoPosition root;
  private GoPosition here;

  GoWalker(GoPosition position) {
    grid = position.grid();
    root = position;
    here = position;
  }

  @Override
  public void reset(Position position) {
    if (!(position instanceof GoPosition go) || go.grid() != grid) {
      throw new IllegalArgumentException("not a position of Go of size " + grid.size());
    }
    root = go;
    here = go;
  }

  @Override
  public void rewind() {
    here = root;
  }

  @Override
  public void play(int action) {
    here = here.play(action);
  }

  @Override
  public boolean isLegal(int action) {
    return here.isLegal(action);
  }

  @Override
  public int legalActions(int[] into) {
    int count = 0;
    for (int action = 0; action < actionCount(); action++) {
      if (here.isLegal(action)) {
        into[count++] = action;
      }
    }
    return count;
  }

  @Override
  public int actionCount() {
    return here.actionCount();
  }

  @Override
  public Player toMove() {
    return here.toMove();
  }

  @Override
  public boolean isTerminal() {
    return here.isTerminal();
  }

  @Override
  public float terminalValue() {
    return here.outcome().valueFor(here.toMove());
  }

  @Override
  public long situationHash() {
    return here.situationHash();
  }

  @Override
  public Snapshot newSnapshot() {
    return new GoSnapshot(grid);
  }

  @Override
  public void capture(Snapshot into) {
    here.capture((GoSnapshot) into);
  }
}
