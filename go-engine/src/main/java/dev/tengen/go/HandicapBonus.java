package dev.tengen.go;

/** How many points White gets for Black's handicap stones, beyond komi. */
public enum HandicapBonus {
  NONE("0"),
  /** One for each stone: each is a point of area that Black did not have to play for. */
  N("N"),
  /** One less, since Black's first move is one of the stones. */
  N_MINUS_ONE("N-1");

  private final String text;

  HandicapBonus(String text) {
    this.text = text;
  }

  /** White's points for this many stones; one stone is no handicap. */
  public int points(int stones) {
    if (stones < 2) {
      return 0;
    }
    return switch (this) {
      case NONE -> 0;
      case N -> stones;
      case N_MINUS_ONE -> stones - 1;
    };
  }

  /** {@code 0}, {@code N} or {@code N-1}. */
  @Override
  public String toString() {
    return text;
  }
}
