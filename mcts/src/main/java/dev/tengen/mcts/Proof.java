package dev.tengen.mcts;

/**
 * Proven values, backed up from the ends of games (MCTS-Solver: Winands, Björnsson and Saito 2008,
 * "Monte-Carlo Tree Search Solver"; here with exact draws).
 *
 * <p>A node is proven for its player to move: the end of a game by its outcome; any other node as a
 * win as soon as one child is a loss for the opponent, and as the best of its children once all are
 * tried and proven. What is proven never changes, so threads may prove at the same time: whoever
 * proves a child last sees all the others.
 */
final class Proof {

  // What is known about a node.
  static final byte NONE = 0;
  static final byte WIN = 1;
  static final byte LOSS = 2;
  static final byte DRAW = 3;

  private static final byte VALUE = 3;

  /** Beside the node's own: whether a child of it is proven. */
  private static final byte BELOW = 4;

  private Proof() {}

  /** What is proven about a node. */
  static byte of(Tree tree, int node) {
    return (byte) (tree.proof(node) & VALUE);
  }

  /** Whether anything is proven about a node's children. */
  static boolean anyBelow(Tree tree, int node) {
    return (tree.proof(node) & BELOW) != 0;
  }

  /** The value for the player to move of a node that is proven. */
  static float value(byte proof) {
    return proof == DRAW ? 0 : proof == WIN ? 1 : -1;
  }

  /**
   * Takes note of the end of a game, and of all that follows from it.
   *
   * @param value for the player to move at the end
   */
  static void ended(Tree tree, int end, float value) {
    int node = end;
    byte proof = value == 0 ? DRAW : value > 0 ? WIN : LOSS;
    while (proof != NONE && (tree.addProof(node, proof) & VALUE) == NONE) {
      int parent = tree.parent(node);
      if (parent == Tree.NONE) {
        return;
      }
      tree.addProof(parent, BELOW);
      node = parent;
      proof = proof == LOSS ? WIN : bestOfChildren(tree, parent);
    }
  }

  /** What the children prove about a node; the opponent moves there. */
  private static byte bestOfChildren(Tree tree, int node) {
    int tried = tree.tried(node);
    if (tried < tree.edgeCount(node)) {
      return NONE;
    }
    byte best = LOSS;
    int first = tree.firstEdge(node);
    for (int e = first; e < first + tried; e++) {
      byte child = of(tree, tree.child(e));
      if (child == NONE || child == LOSS) {
        return child == LOSS ? WIN : NONE;
      }
      best = child == DRAW ? DRAW : best;
    }
    return best;
  }
}
