package dev.tengen.go;

/** Which repetitions of the whole board are forbidden. A pass never is. */
public enum KoRule {
  /** A stone that has just captured a single stone may not itself be captured at once, alone. */
  SIMPLE,
  /** No move may recreate an earlier board of the game. */
  POSITIONAL_SUPERKO,
  /** No move may recreate an earlier board of the game with the same player to move. */
  SITUATIONAL_SUPERKO
}
