package dev.tengen.mcts;

/** A hash of a tree: the visits, values and tried actions of every node, wherever they lie. */
final class Fingerprint {

  private Fingerprint() {}

  static long of(Tree tree) {
    long[] hashes = new long[tree.nodeCount()];
    for (int n = hashes.length - 1; n >= 0; n--) { // children before their parents
      long hash = mixed(tree.visits(n), Double.doubleToLongBits(tree.valueSum(n)));
      int end = tree.firstEdge(n) + tree.tried(n);
      for (int e = tree.firstEdge(n); e < end; e++) {
        hash = mixed(mixed(hash, tree.action(e)), hashes[tree.child(e)]);
      }
      hashes[n] = hash;
    }
    return hashes[Tree.ROOT];
  }

  private static long mixed(long hash, long value) {
    long h = (hash ^ value) * 0x9E3779B97F4A7C15L; // 2^64 over the golden ratio: spreads the bits
    return h ^ (h >>> 32);
  }
}
