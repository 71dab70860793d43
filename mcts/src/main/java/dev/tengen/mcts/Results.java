package dev.tengen.mcts;

import java.util.Arrays;

/** Reads a {@link SearchResult} off a tree, which others may be working on. */
final class Results {

  private Results() {}

  /**
   * The result of the tree, whose root is expanded.
   *
   * @param choice the action to play, or -1 for the one that the statistics speak for
   * @param pass what the last action certainly leads to, as in {@link Proof}
   * @param config how to choose it
   * @param priors the evaluator's priors of the root by action; kept
   * @param improvedPolicy of the root by action; kept
   */
  static SearchResult of(
      Tree tree,
      int choice,
      byte pass,
      SearchConfig config,
      float[] priors,
      float[] improvedPolicy) {
    int[] visits = new int[priors.length];
    float[] q = new float[priors.length];
    Arrays.fill(q, Float.NaN);
    float[] variance = new float[priors.length];
    Arrays.fill(variance, Float.NaN);
    int tried = tree.tried(Tree.ROOT);
    int first = tree.firstEdge(Tree.ROOT);
    for (int e = first; e < first + tried; e++) {
      int child = tree.child(e);
      // In this order, so that visits counted in between are in the count if in any of them.
      double sum = tree.valueSum(child);
      double squares = tree.squareSum(child);
      int count = tree.visits(child);
      int action = tree.action(e);
      visits[action] = count;
      if (count > 0) {
        double mean = sum / count;
        q[action] = (float) mean;
        if (count > 1) {
          variance[action] =
              (float) (Math.max(0, squares / count - mean * mean) * count / (count - 1));
        }
      }
    }
    byte[] certain = new byte[priors.length];
    if (config.solver()) {
      for (int e = first; e < first + tried; e++) {
        certain[tree.action(e)] = forParent(Proof.of(tree, tree.child(e)));
      }
    }
    if (pass != Proof.NONE) {
      certain[certain.length - 1] = pass;
    }
    int best =
        MoveChoice.best(choice, config, visits, q, variance, priors, certain, improvedPolicy);
    return new SearchResult(
        best,
        visits,
        MoveChoice.notLost(certain, priors),
        config.forcedPlayouts() > 0 ? ForcedPlayouts.pruned(tree, config, visits, q) : visits,
        q,
        variance,
        priors,
        (float) tree.meanValue(Tree.ROOT),
        tree.rawValue(Tree.ROOT),
        tree.visits(Tree.ROOT),
        improvedPolicy,
        line(tree, best),
        tree.nodeCount(),
        tree.full());
  }

  private static byte forParent(byte proof) {
    return switch (proof) {
      case Proof.WIN -> Proof.LOSS;
      case Proof.LOSS -> Proof.WIN;
      default -> proof;
    };
  }

  private static int[] line(Tree tree, int firstAction) {
    int[] line = {firstAction};
    int edge = tree.triedEdge(Tree.ROOT, firstAction);
    while (edge != Tree.NONE) {
      edge = mostVisited(tree, tree.child(edge));
      if (edge != Tree.NONE) {
        line = Arrays.copyOf(line, line.length + 1);
        line[line.length - 1] = tree.action(edge);
      }
    }
    return line;
  }

  /** The most visited edge of a node, of equals the one with the higher prior; NONE if none was. */
  private static int mostVisited(Tree tree, int node) {
    int best = Tree.NONE;
    int bestVisits = 0;
    int tried = tree.tried(node);
    int first = tree.firstEdge(node);
    for (int e = first; e < first + tried; e++) {
      int visits = tree.visits(tree.child(e));
      if (visits > bestVisits
          || (visits == bestVisits && visits > 0 && tree.prior(e) > tree.prior(best))) {
        best = e;
        bestVisits = visits;
      }
    }
    return best;
  }
}
