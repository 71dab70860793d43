package dev.tengen.networks.features;

import dev.tengen.game.Symmetry;
import java.util.EnumMap;
import java.util.Map;

/** {@link Symmetry#apply} of every action of a board size, as tables. Thread-safe. */
public final class ActionMap {

  private final Map<Symmetry, int[]> tables = new EnumMap<>(Symmetry.class);

  /** For boards of this size. */
  public ActionMap(int size) {
    int actions = size * size + 1;
    for (Symmetry symmetry : Symmetry.values()) {
      int[] table = new int[actions];
      for (int action = 0; action < actions; action++) {
        table[action] = symmetry.apply(action, size);
      }
      tables.put(symmetry, table);
    }
  }

  /** Puts what belongs to each action where the symmetry takes that action. */
  public void apply(Symmetry symmetry, float[] from, int fromOffset, float[] to, int toOffset) {
    int[] table = tables.get(symmetry);
    for (int action = 0; action < table.length; action++) {
      to[toOffset + table[action]] = from[fromOffset + action];
    }
  }

  /** Undoes {@link #apply}. */
  public void undo(Symmetry symmetry, float[] from, int fromOffset, float[] to, int toOffset) {
    int[] table = tables.get(symmetry);
    for (int action = 0; action < table.length; action++) {
      to[toOffset + action] = from[fromOffset + table[action]];
    }
  }
}
