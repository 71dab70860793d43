package dev.tengen.mcts;

/**
 * Makes a node the root of its tree: what is not below it goes, the rest closes ranks in place, in
 * the order it has. So a tree may fill all memory that it is allowed.
 *
 * <pre>
 *   nodes   0 1 2 3 4 5 6        keep 2 and what is below it: 2 -> 0, 4 -> 1, 6 -> 2
 *             . r . x . x
 * </pre>
 *
 * <p>Nothing may be in flight and nobody else may look. While it works, the in-flight half of a
 * node's counts is the node's new index and one more; 0 for a node that goes. New indices are never
 * above the old ones, so moving in ascending order overwrites only what was moved.
 */
final class Compaction {

  private final Tree tree;

  private Compaction(Tree tree) {
    this.tree = tree;
  }

  /** Makes {@code root} the root. */
  static void keepBelow(Tree tree, int root) {
    Compaction compaction = new Compaction(tree);
    int nodes = compaction.chooseNodes(root);
    int edges = compaction.moveEdges();
    compaction.moveNodes(root);
    tree.shrinkTo(nodes, edges);
  }

  /** Gives the nodes that stay their new indices, and their parents'. */
  private int chooseNodes(int root) {
    int kept = 0;
    for (int n = root; n < tree.nodeCount(); n++) {
      int parent = n == root ? 0 : newIndex(tree.parent(n), root) + 1;
      if (n == root || parent > 0) {
        NodePage page = tree.nodePage(n);
        page.parent[n & NodePage.MASK] = parent - 1;
        page.stats[NodePage.STATS * (n & NodePage.MASK)] += (kept + 1L) << 32;
        kept++;
      }
    }
    return kept;
  }

  /** NONE if the node goes. */
  private int newIndex(int node, int root) {
    return node < root ? Tree.NONE : tree.inFlight(node) - 1;
  }

  private int moveEdges() {
    int to = 0;
    int end = tree.edgeEnd();
    for (int from = 0; from < end; ) {
      int owner = tree.child(from);
      int count = tree.action(from);
      if (count == 0) {
        from = (from | EdgePage.MASK) + 1;
        continue;
      }
      int size = count + 1;
      if (tree.inFlight(owner) > 0) {
        if ((to & EdgePage.MASK) + size > EdgePage.SIZE) {
          tree.edgePage(to).action[to & EdgePage.MASK] = 0;
          to = (to | EdgePage.MASK) + 1;
        }
        moveBlock(owner, from, to, size);
        to += size;
      }
      from += size;
    }
    return to;
  }

  private void moveBlock(int owner, int from, int to, int size) {
    EdgePage source = tree.edgePage(from);
    EdgePage target = tree.edgePage(to);
    int i = from & EdgePage.MASK;
    int j = to & EdgePage.MASK;
    System.arraycopy(source.action, i, target.action, j, size);
    System.arraycopy(source.prior, i, target.prior, j, size);
    for (int e = 1; e <= tree.tried(owner); e++) {
      target.child[j + e] = tree.inFlight(source.child[i + e]) - 1;
    }
    tree.placeEdges(owner, to, size - 1);
    target.child[j] = tree.inFlight(owner) - 1;
  }

  private void moveNodes(int root) {
    for (int n = root; n < tree.nodeCount(); n++) {
      int to = tree.inFlight(n) - 1;
      if (to != Tree.NONE) {
        move(tree.nodePage(n), n & NodePage.MASK, tree.nodePage(to), to & NodePage.MASK);
      }
    }
  }

  private static void move(NodePage source, int i, NodePage target, int j) {
    long counts = source.stats[NodePage.STATS * i];
    System.arraycopy(
        source.stats, NodePage.STATS * i, target.stats, NodePage.STATS * j, NodePage.STATS);
    target.stats[NodePage.STATS * j] = Tree.visits(counts);
    target.parent[j] = source.parent[i];
    target.rawValue[j] = source.rawValue[i];
    target.firstEdge[j] = source.firstEdge[i];
    target.edgeCount[j] = source.edgeCount[i];
    target.tried[j] = source.tried[i];
    target.state[j] = source.state[i];
    target.proof[j] = source.proof[i];
  }
}
