package dev.tengen.mcts;

import java.util.Arrays;

/** A principal variation: an action of the root and the most visited ones after it. */
@SuppressWarnings("ArrayRecordComponent") // handed on at once
record Line(int[] actions, int[] visits) {

  /** The line that begins with an action of the root, tried or not. */
  static Line from(Tree tree, int firstAction) {
    int edge = tree.triedEdge(Tree.ROOT, firstAction);
    return edge == Tree.NONE ? new Line(new int[] {firstAction}, new int[] {0}) : along(tree, edge);
  }

  /** The line that begins with a tried edge of the root. */
  static Line along(Tree tree, int firstEdge) {
    int[] actions = new int[8];
    int[] visits = new int[8];
    int length = 0;
    for (int edge = firstEdge; edge != Tree.NONE; edge = mostVisited(tree, tree.child(edge))) {
      if (length == actions.length) {
        actions = Arrays.copyOf(actions, 2 * length);
        visits = Arrays.copyOf(visits, 2 * length);
      }
      actions[length] = tree.action(edge);
      visits[length++] = tree.visits(tree.child(edge));
    }
    return new Line(Arrays.copyOf(actions, length), Arrays.copyOf(visits, length));
  }

  /** The most visited edge of a node, of equals the one with the higher prior; NONE if none was. */
  private static int mostVisited(Tree tree, int node) {
    int tried = tree.tried(node);
    if (tried == 0) {
      return Tree.NONE;
    }
    int best = Tree.NONE;
    int bestVisits = 0;
    int left = tree.visits(node) - 1; // of edges not looked at yet, at most
    int first = tree.firstEdge(node);
    EdgePage page = tree.edgePage(first);
    int base = first & EdgePage.MASK;
    for (int i = base; i < base + tried && left >= bestVisits; i++) {
      int visits = tree.visits(page.child[i]);
      left -= visits;
      if (visits > bestVisits
          || (visits == bestVisits && visits > 0 && page.prior[i] > page.prior[best])) {
        best = i;
        bestVisits = visits;
      }
    }
    return best == Tree.NONE ? Tree.NONE : first + best - base;
  }
}
