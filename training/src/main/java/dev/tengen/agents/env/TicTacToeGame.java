package dev.tengen.agents.env;

import dev.tengen.agents.env.Sketch.Ink;
import dev.tengen.game.Player;
import java.awt.Color;

/**
 * Tic-tac-toe for an agent: planes {@code [3, 3, 2]} of own and opposing cells, or one of 3^9
 * states, in which each cell, the first one least, is 0 empty, 1 own or 2 the opponent's.
 */
final class TicTacToeGame implements BoardGame.Game<TicTacToe> {

  private static final int STATES = 19_683; // 3^9
  private static final Ink PAPER = new Ink(new Color(0xF4EFE4), '.');
  private static final Ink CROSS = new Ink(new Color(0x2E5A88), 'X');
  private static final Ink RING = new Ink(new Color(0xB03A2E), 'O');
  private static final Ink HOLLOW = new Ink(PAPER.color(), 'O');

  private final ObservationSpace space = ObservationSpace.planes(3, 3, 2).withStates(STATES);

  @Override
  public TicTacToe start() {
    return TicTacToe.START;
  }

  @Override
  public ObservationSpace observationSpace() {
    return space;
  }

  @Override
  public void observe(TicTacToe position, Player viewer, float[] into, int offset) {
    int own = position.cells(viewer);
    int theirs = position.cells(viewer.opponent());
    for (int cell = 0; cell < TicTacToe.CELLS; cell++) {
      into[offset + 2 * cell] = own >> cell & 1;
      into[offset + 2 * cell + 1] = theirs >> cell & 1;
    }
  }

  @Override
  public int state(TicTacToe position, Player viewer) {
    int own = position.cells(viewer);
    int theirs = position.cells(viewer.opponent());
    int state = 0;
    for (int cell = TicTacToe.CELLS - 1; cell >= 0; cell--) {
      state = 3 * state + (own >> cell & 1) + 2 * (theirs >> cell & 1);
    }
    return state;
  }

  @Override
  public Scene scene() {
    return Scene.grid(3, 3);
  }

  @Override
  public void draw(TicTacToe position, Sketch sketch) {
    for (int cell = 0; cell < TicTacToe.CELLS; cell++) {
      int x = cell % 3;
      int y = cell / 3;
      sketch.box(x, y, 0.98, 0.98, PAPER);
      if ((position.black() >> cell & 1) != 0) {
        sketch.line(x + 0.25, y + 0.25, x + 0.75, y + 0.75, 0.1, CROSS);
        sketch.line(x + 0.25, y + 0.75, x + 0.75, y + 0.25, 0.1, CROSS);
      } else if ((position.white() >> cell & 1) != 0) {
        sketch.disc(x + 0.5, y + 0.5, 0.33, RING);
        sketch.disc(x + 0.5, y + 0.5, 0.23, HOLLOW);
      }
    }
  }
}
