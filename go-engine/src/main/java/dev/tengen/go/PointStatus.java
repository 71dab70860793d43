package dev.tengen.go;

/** What a point of a finished board is, stone or not. */
public enum PointStatus {
  /** A living stone. */
  ALIVE,
  /** A stone that lives in seki. */
  SEKI,
  /** A stone that is taken off before the board is counted. */
  DEAD,
  /** An empty point that counts for Black. */
  BLACK_TERRITORY,
  /** An empty point that counts for White. */
  WHITE_TERRITORY,
  /** An empty point that counts for nobody. */
  DAME
}
