package dev.tengen.mcts;

/**
 * The improved policy {@code pi' = softmax(logits + sigma(completed q))} of a node, and selection
 * by it (Danihelka et al. 2022, sections 4 and 5; the formulas are at {@link Gumbel}).
 *
 * <p>A prior is the softmax of the logits, so {@code pi'(a)} is {@code prior(a) *
 * exp(sigma(q(a)))}, normalised. All actions without visits share one completed q; hence one edge
 * stands for them all. A simulation in flight counts as {@code virtualLoss} visits that lost.
 */
final class ImprovedPolicy implements Selection {

  private final double cVisit;
  private final double cScale;
  private final int virtualLoss;
  private final double[] weights;

  // Of the node measured last.
  private int totalVisits;
  private double visitedPrior;
  private double mixedValue;
  private double highestValue;
  private double scale;

  ImprovedPolicy(Gumbel gumbel, int virtualLoss, int actionCount) {
    this.cVisit = gumbel.cVisit();
    this.cScale = gumbel.cScale();
    this.virtualLoss = virtualLoss;
    this.weights = new double[actionCount];
  }

  /** Takes in the statistics of a node, for {@link #sigma}. */
  void measure(Tree tree, int node) {
    totalVisits = 0;
    visitedPrior = 0;
    highestValue = -1;
    int maxVisits = 0;
    double weightedValue = 0;
    int first = tree.firstEdge[node];
    for (int e = first; e < first + tree.triedCount[node]; e++) {
      int visits = visits(tree, e);
      if (visits > 0) {
        double q = value(tree, e, visits);
        totalVisits += visits;
        maxVisits = Math.max(maxVisits, visits);
        visitedPrior += tree.prior[e];
        weightedValue += tree.prior[e] * q;
        highestValue = Math.max(highestValue, q);
      }
    }
    double mean = visitedPrior > 0 ? weightedValue / visitedPrior : 0;
    mixedValue = (tree.rawValue[node] + totalVisits * mean) / (1 + totalVisits);
    highestValue = Math.max(highestValue, mixedValue);
    scale = (cVisit + maxVisits) * cScale / 2;
  }

  private int visits(Tree tree, int triedEdge) {
    int child = tree.child[triedEdge];
    return tree.visits[child] + virtualLoss * tree.inFlight[child];
  }

  private double value(Tree tree, int triedEdge, int visits) {
    int child = tree.child[triedEdge];
    return (tree.valueSum[child] - virtualLoss * tree.inFlight[child]) / visits;
  }

  /** Sigma of the completed q of a tried edge of the measured node, less that of the highest q. */
  double sigma(Tree tree, int triedEdge) {
    int visits = visits(tree, triedEdge);
    return visits == 0 ? sigmaUnvisited() : sigma(value(tree, triedEdge, visits));
  }

  /** The same for an edge without visits. */
  double sigmaUnvisited() {
    return sigma(mixedValue);
  }

  private double sigma(double q) {
    return scale * (q - highestValue);
  }

  @Override
  public int select(Tree tree, int node) {
    measure(tree, node);
    int first = tree.firstEdge[node];
    int tried = tree.triedCount[node];
    double unvisitedFactor = Math.exp(sigmaUnvisited());
    double sum = Math.max(0, 1 - visitedPrior) * unvisitedFactor;
    for (int i = 0; i < tried; i++) {
      int visits = visits(tree, first + i);
      if (visits > 0) {
        weights[i] = tree.prior[first + i] * Math.exp(sigma(value(tree, first + i, visits)));
        sum += weights[i];
      } else {
        weights[i] = tree.prior[first + i] * unvisitedFactor;
      }
    }
    int best = Tree.NONE;
    double bestScore = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < tried; i++) {
      double score = weights[i] / sum - visits(tree, first + i) / (1.0 + totalVisits);
      if (score > bestScore) {
        best = first + i;
        bestScore = score;
      }
    }
    boolean untriedLeft = tried < tree.edgeCount[node];
    if (untriedLeft && tree.prior[first + tried] * unvisitedFactor / sum > bestScore) {
      best = first + tried;
    }
    return best;
  }

  /** Writes the improved policy of an expanded node by action; 0 for actions that are not legal. */
  void write(Tree tree, int node, float[] into) {
    measure(tree, node);
    int first = tree.firstEdge[node];
    int count = tree.edgeCount[node];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      double sigma = i < tree.triedCount[node] ? sigma(tree, first + i) : sigmaUnvisited();
      weights[i] = tree.prior[first + i] * StrictMath.exp(sigma);
      sum += weights[i];
    }
    for (int i = 0; i < count; i++) {
      into[tree.action[first + i]] = (float) (weights[i] / sum);
    }
  }
}
