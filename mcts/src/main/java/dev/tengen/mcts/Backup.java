package dev.tengen.mcts;

/**
 * The last phase of a simulation: takes a value from its leaf to the root. The only place where a
 * value changes its viewpoint.
 */
final class Backup {

  private Backup() {}

  /**
   * Ends the simulation that stands at {@code leaf}: counts one visit, adds the value and takes the
   * simulation out of flight on every edge up to the root.
   *
   * @param value for the player to move at {@code leaf}
   */
  static void visit(Tree tree, int leaf, float value) {
    long edgeValue = Tree.units(value);
    long square = Tree.units((double) value * value);
    for (int node = leaf; node != Tree.NONE; node = tree.parent(node)) {
      edgeValue = -edgeValue; // for the player to move at the node -> for the one who moved there
      tree.addVisit(node, edgeValue, square);
    }
  }

  /** Takes the simulation that stands at {@code leaf} back, as if it had never been. */
  static void takeBack(Tree tree, int leaf) {
    for (int node = leaf; node != Tree.NONE; node = tree.parent(node)) {
      tree.leave(node);
    }
  }
}
