package dev.tengen.mcts;

/**
 * Selection by PUCT: the edge with the highest {@code Q(a) + U(a)}, where
 *
 * <pre>
 *   U(a) = c * P(a) * sqrt(N) / (1 + N(a)),   N = sum of N(b) over all edges b
 *   c    = cPuct + cPuctLog * log((N + cPuctBase) / cPuctBase)
 * </pre>
 *
 * <p>(Silver et al. 2017, Methods, "Select"; growing c: Silver et al. 2018, supplement). A
 * simulation in flight counts as {@code virtualLoss} visits that lost. An edge without visits has
 * no Q; first-play urgency stands in for it: the node's mean value less {@code reduction * sqrt(sum
 * of the priors of visited edges)} (Wu 2019, section 3). At the root {@link ForcedPlayouts} come
 * first. Equal scores: the higher prior, then the lower action.
 */
final class Puct implements Selection {

  private final double cPuct;
  private final double cPuctLog;
  private final double cPuctBase;
  private final int virtualLoss;
  private final double fpuReduction;
  private final double rootFpuReduction;
  private final double forcedPlayouts;
  private final boolean solver;

  Puct(SearchConfig config) {
    cPuct = config.cPuct();
    cPuctLog = config.cPuctLog();
    cPuctBase = config.cPuctBase();
    virtualLoss = config.virtualLoss();
    fpuReduction = config.fpuReduction();
    rootFpuReduction = config.rootFpuReduction();
    forcedPlayouts = config.forcedPlayouts();
    solver = config.solver();
  }

  @Override
  public int select(Tree tree, int node) {
    int tried = tree.tried(node);
    int first = tree.firstEdge(node);
    EdgePage page = tree.edgePage(first);
    int base = first & EdgePage.MASK;
    // Visits of the node are one more than its edges', and so are simulations in flight.
    long counts = tree.counts(node);
    int total = Tree.visits(counts) - 1 + virtualLoss * (Tree.inFlight(counts) - 1);
    double exploration = exploration(total);
    double forced = node == Tree.ROOT ? forcedPlayouts * total : 0;

    boolean proofs = solver && Proof.anyBelow(tree, node);

    int best = Tree.NONE;
    double bestScore = Double.NEGATIVE_INFINITY;
    int unvisited = tried < tree.edgeCount(node) ? base + tried : Tree.NONE;
    double visitedPrior = 0;
    double visitedValue = 0;
    int visitedCount = 0;
    for (int i = base; i < base + tried; i++) {
      int child = page.child[i];
      double sum = tree.valueSum(child);
      long ofChild = tree.counts(child);
      int visits = Tree.visits(ofChild);
      int lost = virtualLoss * Tree.inFlight(ofChild);
      int count = visits + lost;
      if (count == 0) {
        unvisited = preferred(page, i, unvisited);
        continue;
      }
      float prior = page.prior[i];
      visitedPrior += prior;
      visitedValue += sum;
      visitedCount += visits;
      if (proofs) {
        byte proof = Proof.of(tree, child);
        if (proof == Proof.LOSS) {
          return first + i - base;
        }
        if (proof == Proof.WIN) {
          continue;
        }
      }
      double score = (sum - lost) / count + exploration * prior / (1 + count);
      if (forced > 0 && ForcedPlayouts.due(forced, prior, count)) {
        score += ForcedPlayouts.FORCED;
      }
      if (score >= bestScore && (score > bestScore || preferred(page, i, best) == i)) {
        best = i;
        bestScore = score;
      }
    }
    if (unvisited != Tree.NONE) {
      double mean = (tree.rawValue(node) + visitedValue) / (1 + visitedCount);
      double reduction = node == Tree.ROOT ? rootFpuReduction : fpuReduction;
      double urgency = Math.max(-1, mean - reduction * Math.sqrt(visitedPrior));
      double score = urgency + exploration * page.prior[unvisited];
      if (score >= bestScore
          && (score > bestScore || preferred(page, unvisited, best) == unvisited)) {
        best = unvisited;
      }
    }
    return best == Tree.NONE ? first : first + best - base; // NONE if all are proven to lose
  }

  /** What U(a) is for a prior of 1 without visits. */
  double exploration(int total) {
    double c = cPuctLog == 0 ? cPuct : cPuct + cPuctLog * Math.log1p(total / cPuctBase);
    return c * Math.sqrt(total);
  }

  /** Of two edges of a page the one with the higher prior, then the lower action; b may be NONE. */
  private static int preferred(EdgePage page, int a, int b) {
    if (b == Tree.NONE || page.prior[a] > page.prior[b]) {
      return a;
    }
    return page.prior[a] == page.prior[b] && page.action[a] < page.action[b] ? a : b;
  }
}
