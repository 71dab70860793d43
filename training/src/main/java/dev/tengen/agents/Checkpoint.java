package dev.tengen.agents;

import java.util.Locale;

/** Which checkpoint of a training. */
public enum Checkpoint {
  /** Where it ended, or goes on from. */
  LAST,
  /** The one that did best in the evaluations on the way. */
  BEST;

  /** The name of its folder. */
  String folder() {
    return name().toLowerCase(Locale.ROOT);
  }
}
