package dev.tengen.agents.dqn;

/**
 * Non-negative weights, drawn in proportion: a binary tree whose nodes hold the sums of their
 * children (Schaul et al. 2016, appendix B.2.1). Both operations take logarithmic time.
 */
final class SumTree {

  private final int leaves;
  private final double[] sums;

  SumTree(int size) {
    leaves = size == 1 ? 1 : Integer.highestOneBit(size - 1) << 1;
    sums = new double[2 * leaves];
  }

  void set(int index, double weight) {
    int node = leaves + index;
    sums[node] = weight;
    // From the children, not by differences: rounding does not pile up.
    for (node >>= 1; node >= 1; node >>= 1) {
      sums[node] = sums[2 * node] + sums[2 * node + 1];
    }
  }

  double get(int index) {
    return sums[leaves + index];
  }

  double total() {
    return sums[1];
  }

  /**
   * The index at which the running sum of weights passes a mass.
   *
   * @param mass from 0 to {@link #total}, exclusive
   */
  int find(double mass) {
    double rest = mass;
    int node = 1;
    while (node < leaves) {
      node *= 2;
      // An empty right side is never entered, whatever rounding left over.
      if (rest >= sums[node] && sums[node + 1] > 0) {
        rest -= sums[node];
        node++;
      }
    }
    return node - leaves;
  }
}
