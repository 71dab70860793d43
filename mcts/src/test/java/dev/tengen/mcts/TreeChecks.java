package dev.tengen.mcts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;

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
    for (int n = 0; n < tree.nodeCount(); n++) {
      assertThat(tree.inFlight(n)).as("in flight at %d", n).isZero();
      assertThat(tree.state(n)).as("state of %d", n).isNotEqualTo(Tree.PENDING);
      assertThat(tree.state(n)).as("state of %d", n).isBetween(Tree.NEW, Tree.TERMINAL);
      assertThat(tree.rawValue(n)).isBetween(-1f, 1f);
      assertThat(Math.abs(tree.valueSum(n))).isLessThanOrEqualTo(tree.visits(n));
      assertThat(tree.squareSum(n)).isBetween(0.0, (double) tree.visits(n));
      if (n != Tree.ROOT) {
        assertThat(tree.parent(n)).isLessThan(n);
      }
      checkEdges(tree, n, everyVisitBelow);
    }
  }

  private static void checkEdges(Tree tree, int n, boolean everyVisitBelow) {
    int first = tree.firstEdge(n);
    int untried = first + tree.tried(n);
    int below = 0;
    assertThat(tree.tried(n)).isBetween(0, tree.edgeCount(n));
    for (int e = first; e < untried; e++) {
      assertThat(tree.child(e)).isBetween(n + 1, tree.nodeCount() - 1);
      assertThat(tree.parent(tree.child(e))).isEqualTo(n);
      below += tree.visits(tree.child(e));
    }
    if (tree.state(n) != Tree.EXPANDED) {
      assertThat(tree.edgeCount(n)).isZero();
      return;
    }
    assertThat(first + tree.edgeCount(n)).isLessThanOrEqualTo(tree.edgeEnd());
    assertThat(tree.child(first - 1)).as("owner of the edges").isEqualTo(n);
    assertThat((int) tree.action(first - 1)).isEqualTo(tree.edgeCount(n));
    double priors = 0;
    BitSet actions = new BitSet();
    for (int e = first; e < first + tree.edgeCount(n); e++) {
      priors += tree.prior(e);
      actions.set(tree.action(e));
      assertThat(e <= untried || tree.prior(e) <= tree.prior(untried)).as("order").isTrue();
    }
    assertThat(actions.cardinality()).as("actions, none twice").isEqualTo(tree.edgeCount(n));
    assertThat(priors).isBetween(0.9999, 1.0001);
    if (everyVisitBelow) {
      assertThat(below).as("visits below %d", n).isEqualTo(tree.visits(n) - 1);
    } else {
      assertThat(below).as("visits below %d", n).isLessThan(tree.visits(n));
    }
  }

  /** Expanded nodes. */
  static int expanded(Tree tree) {
    int count = 0;
    for (int n = 0; n < tree.nodeCount(); n++) {
      count += tree.state(n) == Tree.EXPANDED ? 1 : 0;
    }
    return count;
  }
}
