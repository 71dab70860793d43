package dev.tengen.go;

/** Whether a move is legal, and if not, why. */
public enum Legality {
  LEGAL,
  /** A stone is already there. */
  OCCUPIED,
  /** The own chain would be left without liberties, and the rules forbid it. */
  SUICIDE,
  /** It retakes a simple ko at once. */
  KO,
  /** It recreates an earlier position of the game, as {@link KoRule} has it. */
  SUPERKO
}
