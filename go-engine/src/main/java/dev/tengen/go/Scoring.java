package dev.tengen.go;

/** How a finished board is counted. */
public enum Scoring {
  /** Stones on the board and empty points that reach only one colour; all stones are alive. */
  AREA
}
