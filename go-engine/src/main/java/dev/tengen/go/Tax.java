package dev.tengen.go;

/** Which points of a finished board are not paid, beyond what {@link Scoring} says. */
public enum Tax {
  /** None: all surrounded points count. */
  NONE,
  /** Points surrounded by a group in seki do not count. */
  SEKI,
  /**
   * The group tax: points in seki do not count, and each other living group pays for the two points
   * that it needs to live.
   */
  ALL
}
