package dev.tengen.go;

/** How a finished board is counted. */
public enum Scoring {
  /** Living stones, and the points that they surround. */
  AREA,
  /** Surrounded points, prisoners, and dead stones on the board. */
  TERRITORY
}
