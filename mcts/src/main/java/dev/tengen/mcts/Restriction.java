package dev.tengen.mcts;

import dev.tengen.game.Player;

/**
 * Which actions a search may think of. Asked by several threads, once for each legal action of each
 * position that is expanded. Restrictions that say the same should be equal: a search keeps its
 * tree as long as its restriction equals the last one.
 */
@FunctionalInterface
public interface Restriction {

  /** Allows everything, at no cost. */
  Restriction NONE = (player, action, depth) -> true;

  /**
   * Whether {@code player} may think of {@code action}. Where none of a position's legal actions is
   * allowed, all are.
   *
   * @param depth plies from the root: 1 for an action at the root itself
   */
  boolean allows(Player player, int action, int depth);
}
