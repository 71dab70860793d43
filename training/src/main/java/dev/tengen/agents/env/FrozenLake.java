package dev.tengen.agents.env;

import dev.tengen.agents.env.Sketch.Ink;
import dev.tengen.agents.env.TransitionTable.Outcome;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/**
 * Cross a frozen lake without falling into a hole: FrozenLake-v1. On slippery ice a step goes where
 * it was meant to, or to either side, with a third each. Reward 1 at the goal.
 *
 * <p>State: {@code row * columns + column}. Actions: 0 left, 1 down, 2 right, 3 up.
 */
final class FrozenLake implements TableEnvironment.Picture {

  private static final String[] SMALL = {"SFFF", "FHFH", "FFFH", "HFFG"};

  private static final String[] LARGE = {
    "SFFFFFFF", "FFFFFFFF", "FFFHFFFF", "FFFFFHFF", "FFFHFFFF", "FHHFFFHF", "FHFFHFHF", "FFFHFFFG"
  };

  private static final int ACTIONS = 4;
  private static final Ink HOLE = new Ink(new Color(0x274060), 'H');
  private static final Ink ICE = new Ink(new Color(0xD6ECF3), 'F');
  private static final Ink AGENT = new Ink(new Color(0xB03A2E), '@');

  private final String[] map;

  private FrozenLake(String[] map) {
    this.map = map;
  }

  /**
   * Makes one.
   *
   * @param size 4 or 8 cells along an edge
   * @param slippery whether a step may go aside
   */
  static TableEnvironment create(int size, boolean slippery) {
    FrozenLake lake = new FrozenLake(size == 4 ? SMALL : LARGE);
    double[] start = new double[size * size];
    start[0] = 1;
    TransitionTable table =
        TransitionTable.of(
            size * size, ACTIONS, start, (state, action) -> lake.outcomes(state, action, slippery));
    return new TableEnvironment(table, lake);
  }

  private List<Outcome> outcomes(int state, int action, boolean slippery) {
    char here = at(state);
    if (here == 'G' || here == 'H') {
      return List.of(new Outcome(1, state, 0, true)); // nobody acts here
    }
    if (!slippery) {
      return List.of(outcome(1, state, action));
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (int turn = ACTIONS - 1; turn <= ACTIONS + 1; turn++) {
      outcomes.add(outcome(1.0 / 3, state, (action + turn) % ACTIONS));
    }
    return outcomes;
  }

  private Outcome outcome(double probability, int state, int direction) {
    int size = map.length;
    int row = state / size;
    int column = state % size;
    switch (direction) {
      case 0 -> column = Math.max(column - 1, 0);
      case 1 -> row = Math.min(row + 1, size - 1);
      case 2 -> column = Math.min(column + 1, size - 1);
      default -> row = Math.max(row - 1, 0);
    }
    int next = row * size + column;
    char there = at(next);
    return new Outcome(probability, next, there == 'G' ? 1 : 0, there == 'G' || there == 'H');
  }

  private char at(int state) {
    return map[state / map.length].charAt(state % map.length);
  }

  @Override
  public Scene scene() {
    return Scene.grid(map.length, map.length);
  }

  @Override
  public void draw(Sketch sketch, int state) {
    for (int cell = 0; cell < map.length * map.length; cell++) {
      Ink ink =
          switch (at(cell)) {
            case 'H' -> HOLE;
            case 'G' -> Ink.GOAL;
            default -> ICE;
          };
      sketch.box(x(cell), y(cell), 0.98, 0.98, ink);
    }
    sketch.disc(x(state) + 0.5, y(state) + 0.5, 0.3, AGENT);
  }

  private int x(int cell) {
    return cell % map.length;
  }

  private int y(int cell) {
    return cell / map.length;
  }
}
