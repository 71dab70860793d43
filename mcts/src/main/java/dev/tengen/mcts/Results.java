package dev.tengen.mcts;

import java.util.Arrays;

/** Reads a {@link SearchResult} off a tree. */
final class Results {

  private Results() {}

  /**
   * The result of the tree, whose root is expanded.
   *
   * @param choice the action to play, or -1 for the most visited one
   * @param priors the evaluator's priors of the root by action; kept
   * @param improvedPolicy of the root by action; kept
   */
  static SearchResult of(Tree tree, int choice, float[] priors, float[] improvedPolicy) {
    int[] visits = new int[priors.length];
    float[] q = new float[priors.length];
    Arrays.fill(q, Float.NaN);
    int first = tree.firstEdge[Tree.ROOT];
    for (int e = first; e < first + tree.triedCount[Tree.ROOT]; e++) {
      int child = tree.child[e];
      if (tree.visits[child] > 0) {
        visits[tree.action[e]] = tree.visits[child];
        q[tree.action[e]] = (float) (tree.valueSum[child] / tree.visits[child]);
      }
    }
    int best = choice >= 0 ? choice : MoveChoice.mostVisited(visits, priors);
    return new SearchResult(
        best,
        visits,
        q,
        priors,
        (float) tree.meanValue(Tree.ROOT),
        tree.rawValue[Tree.ROOT],
        tree.visits[Tree.ROOT],
        improvedPolicy,
        line(tree, best),
        tree.nodeCount);
  }

  private static int[] line(Tree tree, int firstAction) {
    int[] line = {firstAction};
    int edge = tree.triedEdge(Tree.ROOT, firstAction);
    while (edge != Tree.NONE) {
      edge = mostVisited(tree, tree.child[edge]);
      if (edge != Tree.NONE) {
        line = Arrays.copyOf(line, line.length + 1);
        line[line.length - 1] = tree.action[edge];
      }
    }
    return line;
  }

  /** The most visited edge of a node, of equals the one with the higher prior; NONE if none was. */
  private static int mostVisited(Tree tree, int node) {
    int best = Tree.NONE;
    int bestVisits = 0;
    int first = tree.firstEdge[node];
    for (int e = first; e < first + tree.triedCount[node]; e++) {
      int visits = tree.visits[tree.child[e]];
      if (visits > bestVisits
          || (visits == bestVisits && visits > 0 && tree.prior[e] > tree.prior[best])) {
        best = e;
        bestVisits = visits;
      }
    }
    return best;
  }
}
