package dev.tengen.agents.env;

import dev.tengen.agents.env.Sketch.Ink;
import dev.tengen.agents.env.TransitionTable.Outcome;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/**
 * Walk along a cliff: CliffWalking-v1; Sutton and Barto, "Reinforcement Learning", example 6.6. A
 * step costs 1; a step off the cliff costs 100 and leads back to the start, and the episode goes
 * on. Where it is slippery, a step goes where it was meant to, or to either side, with a third
 * each.
 *
 * <p>State: {@code row * 12 + column}. Actions: 0 up, 1 right, 2 down, 3 left.
 */
final class CliffWalking implements TableEnvironment.Picture {

  private static final int ROWS = 4;
  private static final int COLUMNS = 12;
  private static final int ACTIONS = 4;
  private static final int START = (ROWS - 1) * COLUMNS;
  private static final int GOAL = ROWS * COLUMNS - 1;
  private static final Ink CLIFF = new Ink(new Color(0x5B3A29), 'C');
  private static final Ink GRASS = new Ink(new Color(0xCFE5B4), '.');
  private static final Ink AGENT = new Ink(new Color(0xB03A2E), '@');

  private CliffWalking() {}

  /** Makes one. */
  static TableEnvironment create(boolean slippery) {
    double[] start = new double[ROWS * COLUMNS];
    start[START] = 1;
    TransitionTable table =
        TransitionTable.of(
            ROWS * COLUMNS, ACTIONS, start, (state, action) -> outcomes(state, action, slippery));
    return new TableEnvironment(table, new CliffWalking());
  }

  private static List<Outcome> outcomes(int state, int action, boolean slippery) {
    if (!slippery) {
      return List.of(outcome(1, state, action));
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (int turn = ACTIONS - 1; turn <= ACTIONS + 1; turn++) {
      outcomes.add(outcome(1.0 / 3, state, (action + turn) % ACTIONS));
    }
    return outcomes;
  }

  private static Outcome outcome(double probability, int state, int direction) {
    int row = state / COLUMNS;
    int column = state % COLUMNS;
    switch (direction) {
      case 0 -> row = Math.max(row - 1, 0);
      case 1 -> column = Math.min(column + 1, COLUMNS - 1);
      case 2 -> row = Math.min(row + 1, ROWS - 1);
      default -> column = Math.max(column - 1, 0);
    }
    int next = row * COLUMNS + column;
    return isCliff(next)
        ? new Outcome(probability, START, -100, false)
        : new Outcome(probability, next, -1, next == GOAL);
  }

  private static boolean isCliff(int state) {
    return state > START && state < GOAL;
  }

  @Override
  public Scene scene() {
    return Scene.grid(COLUMNS, ROWS);
  }

  @Override
  public void draw(Sketch sketch, int state) {
    for (int cell = 0; cell < ROWS * COLUMNS; cell++) {
      Ink ink = isCliff(cell) ? CLIFF : cell == GOAL ? Ink.GOAL : GRASS;
      sketch.box(x(cell), y(cell), 0.98, 0.98, ink);
    }
    sketch.disc(x(state) + 0.5, y(state) + 0.5, 0.3, AGENT);
  }

  private static int x(int cell) {
    return cell % COLUMNS;
  }

  private static int y(int cell) {
    return cell / COLUMNS;
  }
}
