package dev.tengen.mcts;

import static org.assertj.core.api.Assertions.assertThat;

/** What must hold in any tree with nothing in flight. */
final class TreeChecks {

  private TreeChecks() {}

  /**
   * Checks every node.
   *
   * @param everyVisitBelow whether each expanded node was visited once for itself and then only
   *     through its edges: so unless the memory limit was ever reached
   */
  static void check(Tree tree, boolean everyVisitBelow) {
    for (int n = 0; n < tree.nodeCount; n++) {
      assertThat(tree.inFlight[n]).as("in flight at %d", n).isZero();
      assertThat(tree.state[n]).as("state of %d", n).isNotEqualTo(Tree.PENDING);
      assertThat(tree.rawValue[n]).isBetween(-1f, 1f);
      if (n != Tree.ROOT) {
        assertThat(tree.parent[n]).isLessThan(n);
        assertThat(Math.abs(tree.valueSum[n])).isLessThanOrEqualTo(tree.visits[n]);
      }
      checkEdges(tree, n, everyVisitBelow);
    }
  }

  private static void checkEdges(Tree tree, int n, boolean everyVisitBelow) {
    int first = tree.firstEdge[n];
    int untried = first + tree.triedCount[n];
    int below = 0;
    for (int e = first; e < untried; e++) {
      assertThat(tree.parent[tree.child[e]]).isEqualTo(n);
      below += tree.visits[tree.child[e]];
    }
    double priors = 0;
    for (int e = first; e < first + tree.edgeCount[n]; e++) {
      priors += tree.prior[e];
      assertThat(e <= untried || tree.prior[e] <= tree.prior[untried]).as("order").isTrue();
    }
    if (tree.state[n] == Tree.EXPANDED) {
      assertThat(priors).isBetween(0.9999, 1.0001);
      if (everyVisitBelow) {
        assertThat(below).as("visits below %d", n).isEqualTo(tree.visits[n] - 1);
      } else {
        assertThat(below).as("visits below %d", n).isLessThan(tree.visits[n]);
      }
    } else {
      assertThat(tree.edgeCount[n]).isEqualTo((char) 0);
    }
  }
}
