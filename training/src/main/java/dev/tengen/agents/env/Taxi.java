package dev.tengen.agents.env;

import dev.tengen.agents.env.Sketch.Ink;
import dev.tengen.agents.env.TransitionTable.Outcome;
import java.awt.Color;
import java.util.List;

/**
 * Fetch a passenger and drive to the destination: Taxi-v4; Dietterich 2000, "Hierarchical
 * reinforcement learning with the MAXQ value function decomposition". A step costs 1, picking up or
 * dropping off where that is not possible 10; the right destination earns 20 and ends it.
 *
 * <p>State: {@code ((row * 5 + column) * 5 + passenger) * 4 + destination}, where the passenger is
 * at one of the four stands or, as 4, in the taxi. Actions: 0 south, 1 north, 2 east, 3 west, 4
 * pick up, 5 drop off. The legal actions are those that change something; a step takes the others
 * too.
 */
final class Taxi implements TransitionTable.Dynamics, TableEnvironment.Picture {

  private static final int SIZE = 5;
  private static final int ACTIONS = 6;
  private static final int IN_TAXI = 4;

  /** The cells of the stands R, G, Y and B. */
  private static final int[] STANDS = {0, 4, 20, 23};

  /** In each row the columns that have a wall to their east. */
  private static final String[] WALLS = {".|...", ".|...", ".....", "|.|..", "|.|.."};

  private static final Ink[] STAND_INKS = {
    new Ink(new Color(0xD9534F), 'R'),
    new Ink(new Color(0x5CB85C), 'G'),
    new Ink(new Color(0xF0D94E), 'Y'),
    new Ink(new Color(0x5B8DEF), 'B')
  };

  private static final Ink ROAD = new Ink(new Color(0xE4E4E4), ':');
  private static final Ink WALL = new Ink(new Color(0x303030), '|');
  private static final Ink EMPTY_TAXI = new Ink(new Color(0xF39C12), 't');
  private static final Ink FULL_TAXI = new Ink(new Color(0x8E44AD), 'T');
  private static final Ink PASSENGER = new Ink(new Color(0x202020), 'p');
  private static final Ink DESTINATION = new Ink(new Color(0x202020), 'D');

  private Taxi() {}

  /** Makes one. */
  static TableEnvironment create() {
    int states = SIZE * SIZE * 5 * 4;
    double[] start = new double[states];
    for (int state = 0; state < states; state++) {
      boolean waits = passenger(state) != IN_TAXI && passenger(state) != destination(state);
      start[state] = waits ? 1.0 / 300 : 0;
    }
    Taxi taxi = new Taxi();
    return new TableEnvironment(TransitionTable.of(states, ACTIONS, start, taxi), taxi);
  }

  private static int cell(int state) {
    return state / 20;
  }

  private static int passenger(int state) {
    return state / 4 % 5;
  }

  private static int destination(int state) {
    return state % 4;
  }

  private static int state(int cell, int passenger, int destination) {
    return (cell * 5 + passenger) * 4 + destination;
  }

  @Override
  public List<Outcome> outcomes(int state, int action) {
    int cell = cell(state);
    int passenger = passenger(state);
    int destination = destination(state);
    double reward = -1;
    boolean terminated = false;
    if (action < 4) {
      cell = drive(cell, action);
    } else if (action == 4) {
      if (passenger != IN_TAXI && STANDS[passenger] == cell) {
        passenger = IN_TAXI;
      } else {
        reward = -10;
      }
    } else {
      int stand = standAt(cell);
      if (passenger == IN_TAXI && stand >= 0) {
        passenger = stand; // at another stand than the destination it costs a step and no more
        terminated = stand == destination;
        reward = terminated ? 20 : -1;
      } else {
        reward = -10;
      }
    }
    return List.of(new Outcome(1, state(cell, passenger, destination), reward, terminated));
  }

  private static int drive(int cell, int direction) {
    int row = cell / SIZE;
    int column = cell % SIZE;
    switch (direction) {
      case 0 -> row = Math.min(row + 1, SIZE - 1);
      case 1 -> row = Math.max(row - 1, 0);
      case 2 -> column += column < SIZE - 1 && !wallEastOf(row, column) ? 1 : 0;
      default -> column -= column > 0 && !wallEastOf(row, column - 1) ? 1 : 0;
    }
    return row * SIZE + column;
  }

  private static boolean wallEastOf(int row, int column) {
    return WALLS[row].charAt(column) == '|';
  }

  private static int standAt(int cell) {
    for (int i = 0; i < STANDS.length; i++) {
      if (STANDS[i] == cell) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public boolean isLegal(int state, int action) {
    return outcomes(state, action).get(0).next() != state;
  }

  @Override
  public Scene scene() {
    return Scene.grid(2 * SIZE - 1, SIZE);
  }

  @Override
  public void draw(Sketch sketch, int state) {
    for (int row = 0; row < SIZE; row++) {
      for (int column = 0; column < SIZE; column++) {
        sketch.box(2 * column, row, 0.98, 0.98, ROAD);
        if (column < SIZE - 1) {
          sketch.box(2 * column + 1, row, 0.98, 0.98, wallEastOf(row, column) ? WALL : ROAD);
        }
      }
    }
    for (int i = 0; i < STANDS.length; i++) {
      boolean goal = i == destination(state);
      sketch.box(x(STANDS[i]), y(STANDS[i]), 0.98, 0.98, STAND_INKS[i]);
      if (goal) {
        sketch.box(x(STANDS[i]) + 0.3, y(STANDS[i]) + 0.3, 0.4, 0.4, DESTINATION);
      }
    }
    if (passenger(state) != IN_TAXI) {
      int stand = STANDS[passenger(state)];
      sketch.disc(x(stand) + 0.5, y(stand) + 0.5, 0.2, PASSENGER);
    }
    Ink taxi = passenger(state) == IN_TAXI ? FULL_TAXI : EMPTY_TAXI;
    sketch.disc(x(cell(state)) + 0.5, y(cell(state)) + 0.5, 0.35, taxi);
  }

  private static int x(int cell) {
    return 2 * (cell % SIZE);
  }

  private static int y(int cell) {
    return cell / SIZE;
  }
}
