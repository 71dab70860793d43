package dev.tengen.mcts;

/**
 * Selection by PUCT: the edge with the highest {@code Q(a) + U(a)}, where
 *
 * <pre>
 *   U(a) = cPuct * P(a) * sqrt(sum of N(b) over all edges b) / (1 + N(a))
 * </pre>
 *
 * <p>(Silver et al. 2017, Methods, "Select"). A simulation in flight counts as {@code virtualLoss}
 * visits that lost. An edge without visits has no Q; first-play urgency stands in for it: the
 * node's mean value less {@code reduction * sqrt(sum of the priors of visited edges)} (Wu 2019,
 * section 3). Equal scores: the higher prior, then the lower action.
 */
final class Puct implements Selection {

  private final double cPuct;
  private final int virtualLoss;
  private final double fpuReduction;
  private final double rootFpuReduction;

  Puct(SearchConfig config) {
    cPuct = config.cPuct();
    virtualLoss = config.virtualLoss();
    fpuReduction = config.fpuReduction();
    rootFpuReduction = config.rootFpuReduction();
  }

  @Override
  public int select(Tree tree, int node) {
    int first = tree.firstEdge[node];
    int untried = first + tree.triedCount[node];
    int end = first + tree.edgeCount[node];
    // Visits of the node are one more than its edges', and so are simulations in flight.
    int total = tree.visits[node] - 1 + virtualLoss * (tree.inFlight[node] - 1);
    double exploration = cPuct * Math.sqrt(total);

    int best = Tree.NONE;
    double bestScore = Double.NEGATIVE_INFINITY;
    int unvisited = untried < end ? untried : Tree.NONE;
    double visitedPrior = 0;
    double visitedValue = 0;
    int visitedCount = 0;
    for (int e = first; e < untried; e++) {
      int child = tree.child[e];
      int visits = tree.visits[child];
      int lost = virtualLoss * tree.inFlight[child];
      int count = visits + lost;
      if (count == 0) {
        unvisited = preferred(tree, e, unvisited);
        continue;
      }
      double sum = tree.valueSum[child];
      float prior = tree.prior[e];
      visitedPrior += prior;
      visitedValue += sum;
      visitedCount += visits;
      double score = (sum - lost) / count + exploration * prior / (1 + count);
      if (score >= bestScore && (score > bestScore || preferred(tree, e, best) == e)) {
        best = e;
        bestScore = score;
      }
    }
    if (unvisited != Tree.NONE) {
      double mean = (tree.rawValue[node] + visitedValue) / (1 + visitedCount);
      double reduction = node == Tree.ROOT ? rootFpuReduction : fpuReduction;
      double urgency = Math.max(-1, mean - reduction * Math.sqrt(visitedPrior));
      double score = urgency + exploration * tree.prior[unvisited];
      if (score >= bestScore
          && (score > bestScore || preferred(tree, unvisited, best) == unvisited)) {
        best = unvisited;
      }
    }
    return best;
  }

  /** Of two edges the one with the higher prior, then the lower action; b may be NONE. */
  private static int preferred(Tree tree, int a, int b) {
    if (b == Tree.NONE || tree.prior[a] > tree.prior[b]) {
      return a;
    }
    return tree.prior[a] == tree.prior[b] && tree.action[a] < tree.action[b] ? a : b;
  }
}
