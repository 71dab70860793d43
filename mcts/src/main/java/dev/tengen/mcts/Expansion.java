package dev.tengen.mcts;

import dev.tengen.game.Policy;

/** Gives an evaluated leaf its edges, with the evaluator's policy as their priors. */
final class Expansion {

  private final float[] priors;

  Expansion(int actionCount) {
    priors = new float[actionCount];
  }

  /**
   * The softmax over the legal actions' logits, for a moment: the next call overwrites it.
   *
   * @param actions the legal actions, {@code count} of them
   * @param offset where the leaf's row of logits begins
   * @return the priors in the order of the actions
   * @throws IllegalStateException if a logit is not a number
   */
  float[] priors(int[] actions, int count, float[] logits, int offset) {
    Policy.softmax(logits, offset, actions, count, priors, 0);
    if (Float.isNaN(priors[0])) {
      throw new IllegalStateException("the evaluator answered with logits that are not numbers");
    }
    return priors;
  }

  /**
   * Adds an edge for each legal action.
   *
   * @param actions the legal actions, {@code count} of them
   * @param priors in the same order
   * @return whether the tree had room
   */
  static boolean expand(Tree tree, int leaf, int[] actions, int count, float[] priors) {
    if (!tree.addEdges(leaf, count)) {
      return false;
    }
    int first = tree.firstEdge(leaf) & EdgePage.MASK;
    EdgePage page = tree.edgePage(tree.firstEdge(leaf));
    System.arraycopy(priors, 0, page.prior, first, count);
    for (int i = 0; i < count; i++) {
      page.action[first + i] = (char) actions[i];
    }
    tree.bringBestForward(leaf);
    return true;
  }
}
