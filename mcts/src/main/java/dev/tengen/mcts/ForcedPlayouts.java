package dev.tengen.mcts;

/**
 * Forced playouts at the root, and a policy target without them (Wu 2019, section 3.2), so that
 * noise may send a search where it would not go without teaching the network to go there.
 *
 * <p>Each action of the root that was visited at all gets at least {@code sqrt(k P(a) N)} visits, N
 * being those of all actions. The target leaves as many of them out again as PUCT alone would not
 * have made: from every action but the most visited one, as long as its score stays below that
 * one's; and whatever is left with a single visit.
 */
final class ForcedPlayouts {

  /** More than any score of PUCT. */
  static final double FORCED = 1e9;

  private ForcedPlayouts() {}

  /**
   * Whether an action of the root is to be visited whatever its score.
   *
   * @param kTimesTotal the setting times the visits of all actions
   */
  static boolean due(double kTimesTotal, float prior, int visits) {
    return (double) visits * visits < kTimesTotal * prior;
  }

  /**
   * The visits of the root by action without those that were forced.
   *
   * @param visits by action; not changed
   * @param q by action
   */
  static int[] pruned(Tree tree, SearchConfig config, int[] visits, float[] q) {
    int first = tree.firstEdge(Tree.ROOT);
    int end = first + tree.tried(Tree.ROOT);
    int leader = first;
    int total = 0;
    for (int e = first; e < end; e++) {
      int count = visits[tree.action(e)];
      int most = visits[tree.action(leader)];
      if (count > most || (count == most && tree.prior(e) > tree.prior(leader))) {
        leader = e;
      }
      total += count;
    }
    int[] pruned = visits.clone();
    double exploration = new Puct(config).exploration(total);
    for (int e = first; e < end; e++) {
      int action = tree.action(e);
      if (e != leader && visits[action] > 0) {
        double bar = score(tree, leader, exploration, q, visits[tree.action(leader)]);
        int least =
            visits[action]
                - (int) Math.sqrt(config.forcedPlayouts() * tree.prior(e) * (double) total);
        int count = visits[action];
        while (count > Math.max(0, least) && score(tree, e, exploration, q, count - 1) < bar) {
          count--;
        }
        pruned[action] = count > 1 ? count : 0;
      }
    }
    return pruned;
  }

  private static double score(Tree tree, int edge, double exploration, float[] q, int count) {
    return q[tree.action(edge)] + exploration * tree.prior(edge) / (1 + count);
  }
}
