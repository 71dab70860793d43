package dev.tengen.mcts;

import java.util.Arrays;

/** A principal variation: an action of the root and the most visited ones after it. */
@SuppressWarnings("ArrayRecordComponent") // handed on at once
record Line(int[] actions, int[] visits) {

  /** The line that begins with an action of the root, tried or not. */
  static Line from(Tree tree, int firstAction) {
    int[] actions = new int[8];
    int[] visits = new int[8];
    int length = 1;
    actions[0] = firstAction;
    int edge = tree.triedEdge(Tree.ROOT, firstAction);
    visits[0] = edge == Tree.NONE ? 0 : tree.visits(tree.child(edge));
    while (edge != Tree.NONE) {
      edge = mostVisited(tree, tree.child(edge));
      if (edge != Tree.NONE) {
        if (length == actions.length) {
          actions = Arrays.copyOf(actions, 2 * length);
          visits = Arrays.copyOf(visits, 2 * length);
        }
        actions[length] = tree.action(edge);
        visits[length++] = tree.visits(tree.child(edge));
      }
    }
    return new Line(Arrays.copyOf(actions, length), Arrays.copyOf(visits, length));
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
