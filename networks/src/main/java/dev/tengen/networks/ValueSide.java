package dev.tengen.networks;

import java.util.Arrays;
import java.util.Optional;

/**
 * Whose value the weights of a value head compute. Only the graph looks at it: it turns the sign
 * where White is to move, so that what leaves a network is the value of the player to move.
 */
public enum ValueSide {
  /** The player to move's, as in AlphaGo Zero. */
  TO_MOVE("to-move"),
  /** Black's, as in version 2 of Leela Zero's weights (ELF OpenGo's networks). */
  BLACK("black");

  private final String id;

  ValueSide(String id) {
    this.id = id;
  }

  /** The name in a network's file. */
  public String id() {
    return id;
  }

  /** The side of this name, if there is one. */
  public static Optional<ValueSide> named(String id) {
    return Arrays.stream(values()).filter(side -> side.id.equals(id)).findFirst();
  }
}
