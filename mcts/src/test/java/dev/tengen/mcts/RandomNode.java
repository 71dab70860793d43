package dev.tengen.mcts;

import java.util.SplittableRandom;

/** Trees of one expanded node, for tests of what chooses among its edges. */
final class RandomNode {

  private RandomNode() {}

  /** An expanded root with some tried edges, all numbers random, some equal. */
  static Tree root(SplittableRandom random, int edges, int tried) {
    Tree tree = new Tree();
    tree.reset();
    tree.setRawValue(Tree.ROOT, (float) (2 * random.nextDouble() - 1));
    tree.addEdges(Tree.ROOT, edges);
    float[] weights = new float[edges];
    float total = 0;
    for (int e = 0; e < edges; e++) {
      weights[e] = random.nextInt(1, 20);
      total += weights[e];
    }
    for (int e = 0; e < edges; e++) {
      tree.setAction(tree.firstEdge(Tree.ROOT) + e, e);
      tree.setPrior(tree.firstEdge(Tree.ROOT) + e, weights[e] / total);
    }
    tree.bringBestForward(Tree.ROOT);
    tree.setState(Tree.ROOT, Tree.EXPANDED);
    tree.enter(Tree.ROOT);
    tree.addVisit(Tree.ROOT, 0, 0);
    for (int i = 0; i < tried; i++) {
      int node = tree.follow(Tree.ROOT, tree.firstEdge(Tree.ROOT) + i);
      double value = 2 * random.nextDouble() - 1;
      for (int visits = random.nextInt(4); visits > 0; visits--) {
        tree.enter(Tree.ROOT);
        tree.enter(node);
        tree.addVisit(node, Tree.units(value), Tree.units(value * value));
        tree.addVisit(Tree.ROOT, Tree.units(-value), Tree.units(value * value));
      }
      if (random.nextBoolean()) {
        tree.enter(Tree.ROOT);
        tree.enter(node);
      }
    }
    tree.enter(Tree.ROOT); // the simulation that is choosing
    return tree;
  }

  /** The priors of the root by action. */
  static float[] priors(Tree tree) {
    float[] priors = new float[tree.edgeCount(Tree.ROOT)];
    for (int i = 0; i < priors.length; i++) {
      int edge = tree.firstEdge(Tree.ROOT) + i;
      priors[tree.action(edge)] = tree.prior(edge);
    }
    return priors;
  }
}
