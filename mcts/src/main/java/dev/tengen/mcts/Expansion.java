package dev.tengen.mcts;

import dev.tengen.game.Policy;
import dev.tengen.game.Walker;

/**
 * Gives a leaf its edges: the legal actions when it is collected, because then a walker stands
 * there, and the priors when its evaluation comes.
 */
final class Expansion {

  private final int[] actions;

  Expansion(int actionCount) {
    actions = new int[actionCount];
  }

  /** Adds an edge for each legal action, without priors. */
  void addEdges(Tree tree, int leaf, Walker walker) {
    int count = walker.legalActions(actions);
    if (count == 0) {
      throw new IllegalStateException("a position that is not terminal has no legal action");
    }
    tree.addEdges(leaf, count);
    int first = tree.firstEdge[leaf];
    for (int i = 0; i < count; i++) {
      tree.action[first + i] = (char) actions[i];
    }
  }

  /**
   * Gives the edges their priors: the softmax over the legal actions' logits.
   *
   * @param offset where the leaf's row of logits begins
   * @throws IllegalStateException if a logit is not a number
   */
  void setPriors(Tree tree, int leaf, float[] logits, int offset) {
    int first = tree.firstEdge[leaf];
    int count = tree.edgeCount[leaf];
    for (int i = 0; i < count; i++) {
      actions[i] = tree.action[first + i];
    }
    Policy.softmax(logits, offset, actions, count, tree.prior, first);
    if (Float.isNaN(tree.prior[first])) {
      throw new IllegalStateException("the evaluator answered with logits that are not numbers");
    }
    tree.bringBestForward(leaf);
    tree.expandedCount++;
  }
}
