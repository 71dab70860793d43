package dev.tengen.selfplay;

import dev.tengen.game.Player;

/**
 * One move of a game and the search behind it. The arrays are not copied: leave them alone.
 *
 * @param action the move played
 * @param effort how hard it was thought about; only {@link Effort#FULL} moves are policy targets
 * @param rootValue what the search made of the position before the move, in [-1, 1] for the player
 *     to move; NaN without a search
 * @param actions the actions that the search looked at, ascending
 * @param visits the visits of each of {@code actions}
 * @param weights where the search has a better target than its visit counts (an improved policy,
 *     Danihelka et al. 2022), the weight of each of {@code actions}; otherwise empty
 */
@SuppressWarnings("ArrayRecordComponent") // half a million of these are in memory at a time
public record Turn(
    int action, Effort effort, float rootValue, int[] actions, int[] visits, float[] weights) {

  /** How hard a move was thought about. */
  public enum Effort {
    /** Not searched: an opening move drawn at random. */
    NONE(0),
    /** A cheap search that only keeps the game going (playout cap randomisation, Wu 2019). */
    CHEAP(1),
    /** A full search. */
    FULL(2);

    private static final Effort[] BY_CODE = {NONE, CHEAP, FULL};

    private final int code;

    Effort(int code) {
      this.code = code;
    }

    /** The number that stands for it in records. */
    int code() {
      return code;
    }

    /** The effort of a number from 0 to 2. */
    static Effort of(int code) {
      return BY_CODE[code];
    }
  }

  private static final int[] NO_ACTIONS = {};
  private static final float[] NO_WEIGHTS = {};

  public Turn {
    if (visits.length != actions.length
        || (weights.length != 0 && weights.length != actions.length)) {
      throw new IllegalArgumentException("visits and weights belong to actions, one each");
    }
  }

  /** A turn whose target is its visit counts. */
  public Turn(int action, Effort effort, float rootValue, int[] actions, int[] visits) {
    this(action, effort, rootValue, actions, visits, NO_WEIGHTS);
  }

  /** A move that no search stands behind. */
  public static Turn unsearched(int action) {
    return new Turn(action, Effort.NONE, Float.NaN, NO_ACTIONS, NO_ACTIONS);
  }

  /** Visits of all actions together. */
  public int totalVisits() {
    int sum = 0;
    for (int count : visits) {
      sum += count;
    }
    return sum;
  }

  /** The root value as Black sees it, of a turn of {@code player}. */
  public float valueForBlack(Player player) {
    return player == Player.BLACK ? rootValue : -rootValue;
  }

  /**
   * Writes the policy target: the weights or else the visit counts, scaled to sum to 1.
   *
   * @param into receives the probability of action a at {@code offset + a}; entries of other
   *     actions are left as they are
   * @throws IllegalStateException if nothing was searched
   */
  public void target(float[] into, int offset) {
    double sum = 0;
    for (int i = 0; i < actions.length; i++) {
      sum += weights.length > 0 ? weights[i] : visits[i];
    }
    if (!(sum > 0)) {
      throw new IllegalStateException("no search, no target");
    }
    for (int i = 0; i < actions.length; i++) {
      into[offset + actions[i]] = (float) ((weights.length > 0 ? weights[i] : visits[i]) / sum);
    }
  }
}
