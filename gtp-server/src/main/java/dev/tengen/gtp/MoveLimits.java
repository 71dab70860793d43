package dev.tengen.gtp;

import dev.tengen.game.Player;
import java.util.BitSet;
import java.util.List;

/**
 * Which moves may be thought of, as {@code avoid} and {@code allow} of the analysis commands have
 * it. A pass is a move like any other. Where the limits leave a player below the root no legal move
 * at all, they do not hold.
 *
 * @param limits all of them hold at once
 */
public record MoveLimits(List<Limit> limits) {

  /** Every legal move. */
  public static final MoveLimits NONE = new MoveLimits(List.of());

  /**
   * Limits the moves of one player.
   *
   * @param allowed whether these are the only moves to think of; else they are not to be thought of
   * @param untilDepth the last depth where it holds: the moves at the root are at depth 1
   */
  public record Limit(Player player, boolean allowed, BitSet actions, int untilDepth) {}

  public MoveLimits {
    limits = List.copyOf(limits);
  }

  /** Only these moves at the root. */
  public static MoveLimits only(Player player, BitSet actions) {
    return new MoveLimits(List.of(new Limit(player, true, actions, 1)));
  }

  public boolean isNone() {
    return limits.isEmpty();
  }

  /** The greatest depth at which any limit holds; 0 without limits. */
  public int depth() {
    return limits.stream().mapToInt(Limit::untilDepth).max().orElse(0);
  }

  /**
   * Whether a move may be thought of: no {@code avoid} that holds names it, and if any {@code
   * allow} holds, one of them does.
   *
   * @param depth plies from the root; 1 for the first move
   */
  public boolean allows(Player player, int action, int depth) {
    boolean restricted = false;
    boolean named = false;
    for (Limit limit : limits) {
      if (limit.player() != player || depth > limit.untilDepth()) {
        continue;
      }
      boolean listed = limit.actions().get(action);
      if (limit.allowed()) {
        restricted = true;
        named |= listed;
      } else if (listed) {
        return false;
      }
    }
    return named || !restricted;
  }
}
