package dev.tengen.mcts;

/** How a simulation chooses its way at a node. */
interface Selection {

  /**
   * The edge to follow from an expanded node: a tried one, or the first untried one. The choosing
   * simulation is already counted in flight at {@code node}.
   */
  int select(Tree tree, int node);
}
