package dev.tengen.mcts;

import java.util.SplittableRandom;

/** Trees of one expanded node, for tests of what chooses among its edges. */
final class RandomNode {

  private RandomNode() {}

  /** An expanded root with some tried edges, all numbers random, some equal. */
  static Tree root(SplittableRandom random, int edges, int tried) {
    Tree tree = new Tree();
    tree.reset();
    tree.state[Tree.ROOT] = Tree.EXPANDED;
    tree.rawValue[Tree.ROOT] = (float) (2 * random.nextDouble() - 1);
    tree.addEdges(Tree.ROOT, edges);
    float[] weights = new float[edges];
    float total = 0;
    for (int e = 0; e < edges; e++) {
      weights[e] = random.nextInt(1, 20);
      total += weights[e];
    }
    for (int e = 0; e < edges; e++) {
      tree.action[e] = (char) e;
      tree.prior[e] = weights[e] / total;
    }
    tree.bringBestForward(Tree.ROOT);
    int visits = 1;
    int inFlight = 1;
    for (int i = 0; i < tried; i++) {
      int node = tree.tryEdge(Tree.ROOT, tree.triedCount[Tree.ROOT]);
      tree.visits[node] = random.nextInt(4);
      tree.valueSum[node] = tree.visits[node] * (2 * random.nextDouble() - 1);
      tree.inFlight[node] = random.nextInt(2);
      visits += tree.visits[node];
      inFlight += tree.inFlight[node];
    }
    tree.visits[Tree.ROOT] = visits;
    tree.inFlight[Tree.ROOT] = inFlight;
    return tree;
  }
}
