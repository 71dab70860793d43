package dev.tengen.agents.dqn;

import dev.tengen.networks.WeightArray;
import dev.tengen.networks.nn.Body;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A network that can be read: states are one-hot, the body lets them through, so the heads'
 * matrices are tables of numbers by state and action.
 */
final class TableNetwork {

  static final int STATES = 3;
  static final int ACTIONS = 2;

  private TableNetwork() {}

  static Heads heads(int atoms, boolean dueling) {
    return new Heads(Body.mlp(STATES), List.of(STATES), ACTIONS, atoms, dueling);
  }

  /** A graph whose every parameter is 0, but for the body's identity. */
  static DqnGraph graph(DqnSettings settings, boolean masked) {
    return new DqnGraph(settings, heads(settings.atoms(), settings.dueling()), masked);
  }

  /** Sets tables {@code [state][action and atom]} of the online and of the target network. */
  static void set(DqnGraph graph, float[][] online, float[][] target) {
    graph.initialise(new SplittableRandom(1));
    Map<String, WeightArray> state = new HashMap<>();
    graph
        .state()
        .forEach(
            (name, array) ->
                state.put(name, new WeightArray(array.shape(), new float[array.values().length])));
    for (String prefix : List.of("", "target.")) {
      float[][] identity = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
      put(state, prefix + "body.0.weight", identity);
    }
    put(state, "actions.weight", online);
    put(state, "target.actions.weight", target);
    graph.restore(state, 0);
  }

  /** The same table for the head of a state's value. */
  static void setValue(DqnGraph graph, float[][] online) {
    Map<String, WeightArray> state = new HashMap<>(graph.state());
    put(state, "value.weight", online);
    graph.restore(state, 0);
  }

  private static void put(Map<String, WeightArray> state, String name, float[][] rows) {
    float[] values = state.get(name).values();
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, values, i * rows[i].length, rows[i].length);
    }
  }

  /** An action's column in the gradient of the actions' matrix. */
  static float slope(DqnGraph graph, float[] gradient, int state, int column) {
    int columns = graph.layout().shape("actions.weight")[1];
    return gradient[graph.layout().offset("actions.weight") + state * columns + column];
  }

  static void put(
      Batch batch, int row, int state, int action, float reward, float discount, int next) {
    int half = batch.size() * STATES;
    for (int i = 0; i < STATES; i++) {
      batch.observations()[row * STATES + i] = i == state ? 1 : 0;
      batch.observations()[half + row * STATES + i] = i == next ? 1 : 0;
    }
    batch.set(row, 0, action, reward, discount);
  }
}
