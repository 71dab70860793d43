package dev.tengen.gtp;

import dev.tengen.game.Player;
import java.util.EnumMap;
import java.util.Map;

/**
 * Both players' clocks, and how long a move may take. The client's word ({@code time_left}) counts;
 * between its words the clock runs by what moves were seen to take.
 *
 * <p>The share of one move: of the main time, an equal part for each move that the player is still
 * expected to make, but never less than overtime would give; in overtime, what is left of the
 * period divided by the stones to play in it; on Fischer's clock an equal part of the main time and
 * what the move adds. A margin for the way between engine and client goes off that.
 */
final class Clock {

  /** Moves of both players in a game, by points of the board; a heuristic (270 on 19x19). */
  private static final double MOVES_PER_POINT = 0.75;

  /** However long a game gets, a player saves for this many more moves, by points of the board. */
  private static final double MOVES_IN_RESERVE_PER_POINT = 0.08;

  private static final int MOVES_IN_RESERVE = 8;

  /** Of Fischer's clock, a move never takes more than this share. */
  private static final double MOST_OF_FISCHER = 0.8;

  /** Taken off each share. */
  private final long lagNanos;

  private TimeControl control = TimeControl.UNLIMITED;
  private final Map<Player, Side> sides = new EnumMap<>(Player.class);

  /** One player's clock. In main time {@code overtimeCount} is 0. */
  private static final class Side {
    private long nanosLeft;
    private int overtimeCount;
  }

  /**
   * Clocks for a game without time limit.
   *
   * @param lagNanos what may pass between a move and its arrival at the client, beside the thought:
   *     pipes, a network, a busy client, the end of a batch of evaluations
   */
  Clock(long lagNanos) {
    this.lagNanos = lagNanos;
    reset();
  }

  /** Starts both clocks under a time control. */
  void set(TimeControl newControl) {
    control = newControl;
    reset();
  }

  /** Winds both clocks up again, for a new game. */
  void reset() {
    for (Player player : Player.values()) {
      Side side = new Side();
      side.nanosLeft = control.mainNanos();
      sides.put(player, side);
      if (side.nanosLeft == 0) {
        enterOvertime(side);
      }
    }
  }

  /**
   * What the client says a player has left.
   *
   * @param count 0 in main time; in overtime the stones still to play or the periods left
   */
  void setLeft(Player player, long nanosLeft, int count) {
    Side side = sides.get(player);
    side.nanosLeft = nanosLeft;
    side.overtimeCount = count;
  }

  /** Takes the time that a move took off a player's clock. */
  void spend(Player player, long nanos) {
    Side side = sides.get(player);
    long over = nanos - side.nanosLeft;
    if (control.overtime() == TimeControl.Overtime.FISCHER) {
      long left = Math.max(0, -over) + control.periodNanos();
      side.nanosLeft = Math.min(left, control.mainLimitNanos());
    } else if (side.overtimeCount == 0) {
      side.nanosLeft = Math.max(0, -over);
      if (over >= 0) {
        enterOvertime(side);
      }
    } else if (control.overtime() == TimeControl.Overtime.CANADIAN) {
      side.nanosLeft = Math.max(0, -over);
      if (--side.overtimeCount == 0) {
        enterOvertime(side);
      }
    } else {
      if (over > 0 && side.overtimeCount > 1) {
        side.overtimeCount--;
      }
      side.nanosLeft = control.periodNanos();
    }
  }

  private void enterOvertime(Side side) {
    if (control.hasOvertime()) {
      side.nanosLeft = control.periodNanos();
      side.overtimeCount = control.count();
    }
  }

  /**
   * How long the next move of a player may take.
   *
   * @param points the points of the board
   * @param moveNumber the moves played so far by both
   */
  TimeBudget budget(Player player, int points, int moveNumber) {
    if (control.overtime() == TimeControl.Overtime.UNLIMITED) {
      return TimeBudget.UNLIMITED;
    }
    Side side = sides.get(player);
    long share =
        side.overtimeCount == 0
            ? mainTimeShare(side.nanosLeft, points, moveNumber)
            : overtimeShare(side.nanosLeft, side.overtimeCount);
    long most = Math.min(share, control.moveLimitNanos());
    return new TimeBudget(Math.max(1, Math.max(most - lagNanos, most / 2)), keepsTime(side));
  }

  /** Not so in a byo-yomi period, and with the last stone of a Canadian one: they begin anew. */
  private boolean keepsTime(Side side) {
    return side.overtimeCount == 0
        || (control.overtime() == TimeControl.Overtime.CANADIAN && side.overtimeCount > 1);
  }

  private long mainTimeShare(long left, int points, int moveNumber) {
    double expected = (points * MOVES_PER_POINT - moveNumber) / 2;
    double reserve = Math.max(MOVES_IN_RESERVE, points * MOVES_IN_RESERVE_PER_POINT);
    long share = (long) (left / Math.max(expected, reserve));
    if (control.overtime() == TimeControl.Overtime.FISCHER) {
      return Math.min((long) (MOST_OF_FISCHER * left), share + control.periodNanos());
    }
    if (!control.hasOvertime()) {
      return share;
    }
    return Math.max(share, Math.min(left, overtimeShare(control.periodNanos(), control.count())));
  }

  private long overtimeShare(long left, int count) {
    return control.overtime() == TimeControl.Overtime.JAPANESE ? left : left / count;
  }
}
