package dev.tengen.agents.env;

/**
 * The plane on which an environment draws itself: x to the right, y downwards, from (0, 0).
 *
 * @param width in units of the environment's choice
 * @param height in the same units
 * @param grid whether each unit square is one cell, and so one character of text
 */
public record Scene(double width, double height, boolean grid) {

  /** A board or a map of cells. */
  static Scene grid(int columns, int rows) {
    return new Scene(columns, rows, true);
  }

  /** A continuous scene. */
  static Scene plane(double width, double height) {
    return new Scene(width, height, false);
  }
}
