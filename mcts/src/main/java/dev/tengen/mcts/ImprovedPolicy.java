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

  // Of the node measured last: read once, since other threads may be changing them.
  private int firstEdge;
  private int triedCount;
  private final int[] visits;
  private final double[] values;
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
    this.visits = new int[actionCount];
    this.values = new double[actionCount];
  }

  /** Takes in the statistics of a node, for {@link #sigma}. */
  void measure(Tree tree, int node) {
    triedCount = tree.tried(node);
    firstEdge = tree.firstEdge(node);
    totalVisits = 0;
    visitedPrior = 0;
    highestValue = -1;
    int maxVisits = 0;
    double weightedValue = 0;
    for (int i = 0; i < triedCount; i++) {
      int child = tree.child(firstEdge + i);
      double sum = tree.valueSum(child);
      long counts = tree.counts(child);
      int lost = virtualLoss * Tree.inFlight(counts);
      visits[i] = Tree.visits(counts) + lost;
      if (visits[i] > 0) {
        double q = (sum - lost) / visits[i];
        values[i] = q;
        totalVisits += visits[i];
        maxVisits = Math.max(maxVisits, visits[i]);
        visitedPrior += tree.prior(firstEdge + i);
        weightedValue += tree.prior(firstEdge + i) * q;
        highestValue = Math.max(highestValue, q);
      }
    }
    double mean = visitedPrior > 0 ? weightedValue / visitedPrior : 0;
    mixedValue = (tree.rawValue(node) + totalVisits * mean) / (1 + totalVisits);
    highestValue = Math.max(highestValue, mixedValue);
    scale = (cVisit + maxVisits) * cScale / 2;
  }

  /** Sigma of the completed q of an edge of the measured node, less that of the highest q. */
  double sigma(int edge) {
    int i = edge - firstEdge;
    boolean visited = i < triedCount && visits[i] > 0;
    return scale * ((visited ? values[i] : mixedValue) - highestValue);
  }

  private double sigmaUnvisited() {
    return scale * (mixedValue - highestValue);
  }

  @Override
  public int select(Tree tree, int node) {
    measure(tree, node);
    double unvisitedFactor = Math.exp(sigmaUnvisited());
    double sum = Math.max(0, 1 - visitedPrior) * unvisitedFactor;
    for (int i = 0; i < triedCount; i++) {
      int edge = firstEdge + i;
      if (visits[i] > 0) {
        weights[i] = tree.prior(edge) * Math.exp(sigma(edge));
        sum += weights[i];
      } else {
        weights[i] = tree.prior(edge) * unvisitedFactor;
      }
    }
    int best = Tree.NONE;
    double bestScore = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < triedCount; i++) {
      double score = weights[i] / sum - visits[i] / (1.0 + totalVisits);
      if (score > bestScore) {
        best = firstEdge + i;
        bestScore = score;
      }
    }
    int untried = firstEdge + triedCount;
    boolean untriedLeft = triedCount < tree.edgeCount(node);
    if (untriedLeft && tree.prior(untried) * unvisitedFactor / sum > bestScore) {
      best = untried;
    }
    return best;
  }

  /**
   * Writes the improved policy of the root, which is expanded, by action; 0 for actions that are
   * not legal.
   *
   * @param priors of the root by action
   */
  void write(Tree tree, float[] priors, float[] into) {
    measure(tree, Tree.ROOT);
    double unvisitedFactor = StrictMath.exp(sigmaUnvisited());
    for (int a = 0; a < into.length; a++) {
      weights[a] = priors[a] * unvisitedFactor;
    }
    for (int edge = firstEdge; edge < firstEdge + triedCount; edge++) {
      int action = tree.action(edge);
      weights[action] = priors[action] * StrictMath.exp(sigma(edge));
    }
    double sum = 0;
    for (int a = 0; a < into.length; a++) {
      sum += weights[a];
    }
    for (int a = 0; a < into.length; a++) {
      into[a] = (float) (weights[a] / sum);
    }
  }
}
