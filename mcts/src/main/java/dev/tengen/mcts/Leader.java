package dev.tengen.mcts;

/** Whether the most visited action of a root can still be overtaken by another one. */
final class Leader {

  /** The rate of visits is not known before so many (Leela Zero's number). */
  private static final int VISITS_FOR_A_RATE = 100;

  /** How much faster than so far visits may come. */
  private static final double RATE_MARGIN = 1.5;

  private Leader() {}

  /**
   * Whether no action can overtake it with the visits that are still to come: those that the budget
   * leaves, or those that fit into its time, where that may be saved.
   *
   * @param visits of the root
   * @param made those of them that this search made
   * @param elapsed since it began, in nanoseconds
   */
  static boolean isSafe(Tree tree, Budget budget, int visits, int made, long elapsed) {
    boolean onTheClock = budget.limitsTime() && budget.savesTime();
    if (!(budget.limitsVisits() || onTheClock) || tree.state(Tree.ROOT) != Tree.EXPANDED) {
      return false;
    }
    double toCome = budget.limitsVisits() ? budget.visits() - visits : Double.POSITIVE_INFINITY;
    if (onTheClock && made >= VISITS_FOR_A_RATE) {
      double rate = (double) made / elapsed;
      toCome = Math.min(toCome, RATE_MARGIN * rate * (budget.nanos() - elapsed));
    }
    int most = 0;
    int second = 0;
    int end = tree.firstEdge(Tree.ROOT) + tree.tried(Tree.ROOT);
    for (int e = tree.firstEdge(Tree.ROOT); e < end; e++) {
      int ofEdge = tree.visits(tree.child(e));
      second = Math.max(second, Math.min(most, ofEdge));
      most = Math.max(most, ofEdge);
    }
    return most > second + toCome || tree.edgeCount(Tree.ROOT) == 1;
  }
}
