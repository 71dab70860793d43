package dev.tengen.game;

/**
 * The eight symmetries of a square board (the dihedral group D4). A symmetry maps the point (x, y)
 * of an N by N board to another; y counts from the top.
 */
public enum Symmetry {
  IDENTITY(false, false, false),
  /** (x, y) to (N-1-x, y). */
  FLIP_X(false, true, false),
  /** (x, y) to (x, N-1-y). */
  FLIP_Y(false, false, true),
  /** (x, y) to (N-1-x, N-1-y). */
  ROTATE_180(false, true, true),
  /** (x, y) to (y, x). */
  TRANSPOSE(true, false, false),
  /** (x, y) to (N-1-y, x): a quarter turn clockwise. */
  ROTATE_90(true, true, false),
  /** (x, y) to (y, N-1-x): a quarter turn counter-clockwise. */
  ROTATE_270(true, false, true),
  /** (x, y) to (N-1-y, N-1-x). */
  ANTI_TRANSPOSE(true, true, true);

  private static final Symmetry[] ALL = values();

  private final boolean transpose;
  private final boolean flipX;
  private final boolean flipY;

  Symmetry(boolean transpose, boolean flipX, boolean flipY) {
    this.transpose = transpose;
    this.flipX = flipX;
    this.flipY = flipY;
  }

  /** The symmetry with this ordinal, 0 to 7. */
  public static Symmetry of(int index) {
    return ALL[index];
  }

  /** Where the point {@code y * size + x} goes; the pass, {@code size * size}, stays. */
  public int apply(int action, int size) {
    if (action == size * size) {
      return action;
    }
    int y = action / size;
    int x = action % size;
    int x1 = transpose ? y : x;
    int y1 = transpose ? x : y;
    return (flipY ? size - 1 - y1 : y1) * size + (flipX ? size - 1 - x1 : x1);
  }

  /** The symmetry that undoes this one. */
  public Symmetry inverse() {
    return switch (this) {
      case ROTATE_90 -> ROTATE_270;
      case ROTATE_270 -> ROTATE_90;
      default -> this;
    };
  }
}
