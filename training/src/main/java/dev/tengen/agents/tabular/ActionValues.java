package dev.tengen.agents.tabular;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** The table Q(s, a), with how often each value was updated. */
final class ActionValues {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final int actions;
  private final double[] values;
  private final int[] updates;

  ActionValues(int states, int actions, double initialValue) {
    this(actions, new double[states * actions], new int[states * actions]);
    Arrays.fill(values, initialValue);
  }

  private ActionValues(int actions, double[] values, int[] updates) {
    this.actions = actions;
    this.values = values;
    this.updates = updates;
  }

  double get(int state, int action) {
    return values[state * actions + action];
  }

  /** Counts one more update of a value and returns how many there are. */
  int count(int state, int action) {
    return ++updates[state * actions + action];
  }

  /** Moves a value by a part of the way to its target. */
  void move(int state, int action, double target, double rate) {
    int i = state * actions + action;
    values[i] += rate * (target - values[i]);
  }

  /** The value of the best legal action. */
  double best(int state, boolean[] legal) {
    double best = Double.NEGATIVE_INFINITY;
    for (int action = 0; action < actions; action++) {
      if (legal[action]) {
        best = Math.max(best, get(state, action));
      }
    }
    return best;
  }

  /**
   * The best legal action, the first of several.
   *
   * @param legal read from {@code offset} on
   */
  int greedy(int state, boolean[] legal, int offset) {
    int best = -1;
    for (int action = 0; action < actions; action++) {
      if (legal[offset + action] && (best < 0 || get(state, action) > get(state, best))) {
        best = action;
      }
    }
    return best;
  }

  /** The best legal action; one of several is drawn. */
  int greedy(int state, boolean[] legal, RandomGenerator random) {
    int best = -1;
    int ties = 0;
    for (int action = 0; action < actions; action++) {
      if (!legal[action] || (best >= 0 && get(state, action) < get(state, best))) {
        continue;
      }
      ties = best >= 0 && get(state, action) == get(state, best) ? ties + 1 : 1;
      if (random.nextInt(ties) == 0) {
        best = action;
      }
    }
    return best;
  }

  /** As it stands in its file. */
  @SuppressWarnings("ArrayRecordComponent") // a plain carrier; compared by nobody
  private record Stored(long steps, int actions, double[] values, int[] updates) {}

  /** A table and at which step it was saved. */
  record Saved(long steps, ActionValues values) {}

  void save(Path file, long steps) throws IOException {
    MAPPER.writeValue(file.toFile(), new Stored(steps, actions, values, updates));
  }

  static Saved load(Path file) throws IOException {
    Stored stored = MAPPER.readValue(file.toFile(), Stored.class);
    return new Saved(
        stored.steps(), new ActionValues(stored.actions(), stored.values(), stored.updates()));
  }
}
