package dev.tengen.mcts;

import java.util.Arrays;

/**
 * The search tree as a struct of arrays: data only, worked on by the phases.
 *
 * <p>A <b>node</b> is a position, an <b>edge</b> one of its legal actions. A node's edges lie next
 * to each other, from {@code firstEdge[node]}, the tried ones before the untried ones. Trying an
 * edge makes the node that it leads to; the statistics of a tried edge lie at that node's index, so
 * that an untried edge costs no more than its action, prior and child:
 *
 * <pre>
 *   node n      firstEdge ------+                            statistics of the edge into n:
 *               edgeCount = 5   |                            visits, valueSum, inFlight
 *               triedCount = 2  v
 *   edges  ...  | e0 | e1 | e2 | e3 | e4 |  ...              action, prior, child
 *                 |    |    ^
 *              child child  the best prior of the untried edges
 * </pre>
 *
 * <p>The first untried edge always is the one with the highest prior of the untried (of equals, the
 * lowest action). As untried edges differ in nothing else, selection looks at the tried edges and
 * one more, however many actions are legal.
 *
 * <p>Node 0 is the root. A parent's index is less than its children's.
 */
final class Tree {

  static final int ROOT = 0;
  static final int NONE = -1;

  // What a node's state may be.
  /** Never evaluated. */
  static final byte NEW = 0;

  /** Collected, its evaluation not yet handed back. */
  static final byte PENDING = 1;

  /** Evaluated, but without edges because the tree was full. */
  static final byte LEAF = 2;

  /** Evaluated, with edges. */
  static final byte EXPANDED = 3;

  /** The end of the game. */
  static final byte TERMINAL = 4;

  private static final int INITIAL_NODES = 64;
  private static final int INITIAL_EDGES = 1024;

  int nodeCount;
  int expandedCount;
  byte[] state = new byte[INITIAL_NODES];
  int[] parent = new int[INITIAL_NODES];

  /** The evaluator's value, or the final one, for the player to move at the node. */
  float[] rawValue = new float[INITIAL_NODES];

  int[] firstEdge = new int[INITIAL_NODES];
  char[] edgeCount = new char[INITIAL_NODES];
  char[] triedCount = new char[INITIAL_NODES];

  /** Visits of the edge into the node; for the root, of the root. */
  int[] visits = new int[INITIAL_NODES];

  /** Sum of the values of those visits, for the player who chose the edge: the parent's. */
  double[] valueSum = new double[INITIAL_NODES];

  /** Simulations that went through the node and are not backed up yet. */
  int[] inFlight = new int[INITIAL_NODES];

  int edgeTotal;
  char[] action = new char[INITIAL_EDGES];
  float[] prior = new float[INITIAL_EDGES];

  /** The node that a tried edge leads to; undefined for untried edges. */
  int[] child = new int[INITIAL_EDGES];

  /** Empties the tree but for a root that was never visited. */
  void reset() {
    nodeCount = 0;
    expandedCount = 0;
    edgeTotal = 0;
    addNode(NONE);
  }

  private int addNode(int parentNode) {
    if (nodeCount == state.length) {
      growNodes();
    }
    int node = nodeCount++;
    state[node] = NEW;
    parent[node] = parentNode;
    rawValue[node] = 0;
    edgeCount[node] = 0;
    triedCount[node] = 0;
    visits[node] = 0;
    valueSum[node] = 0;
    inFlight[node] = 0;
    return node;
  }

  /** Gives {@code node} room for edges, to be filled in by the caller from {@code firstEdge}. */
  void addEdges(int node, int count) {
    if (edgeTotal + count > action.length) {
      growEdges(edgeTotal + count);
    }
    firstEdge[node] = edgeTotal;
    edgeCount[node] = (char) count;
    edgeTotal += count;
  }

  /** Takes back the edges of a node that gave up its evaluation. */
  void dropEdges(int node) {
    if (firstEdge[node] + edgeCount[node] == edgeTotal) {
      edgeTotal = firstEdge[node];
    }
    edgeCount[node] = 0;
  }

  /** Tries an untried edge: makes the node that it leads to and returns it. */
  int tryEdge(int node, int edge) {
    int first = firstEdge[node] + triedCount[node];
    if (edge != first) {
      swapEdges(edge, first);
    }
    int made = addNode(node);
    child[first] = made;
    triedCount[node]++;
    bringBestForward(node);
    return made;
  }

  /** Puts the untried edge with the highest prior before the other untried ones. */
  void bringBestForward(int node) {
    int first = firstEdge[node] + triedCount[node];
    int end = firstEdge[node] + edgeCount[node];
    int best = first;
    for (int e = first + 1; e < end; e++) {
      if (prior[e] >= prior[best] && (prior[e] > prior[best] || action[e] < action[best])) {
        best = e;
      }
    }
    if (best != first) {
      swapEdges(best, first);
    }
  }

  private void swapEdges(int a, int b) {
    char actionOfA = action[a];
    action[a] = action[b];
    action[b] = actionOfA;
    float priorOfA = prior[a];
    prior[a] = prior[b];
    prior[b] = priorOfA;
  }

  /** The tried edge of {@code node} with this action, or NONE. */
  int triedEdge(int node, int wanted) {
    int first = firstEdge[node];
    for (int e = first; e < first + triedCount[node]; e++) {
      if (action[e] == wanted) {
        return e;
      }
    }
    return NONE;
  }

  /**
   * The mean value of a node for its player to move: of its own evaluation and of all visits below.
   */
  double meanValue(int node) {
    double sum = rawValue[node];
    int count = 1;
    int first = firstEdge[node];
    for (int e = first; e < first + triedCount[node]; e++) {
      sum += valueSum[child[e]];
      count += visits[child[e]];
    }
    return sum / count;
  }

  /**
   * Fills {@code into} with the subtree below {@code from}, which becomes its root. Breadth first,
   * so siblings lie together. Nothing may be in flight.
   */
  void copySubtree(int from, Tree into) {
    into.reset();
    // Until a copied node gets its own edges, firstEdge tells which node it is a copy of.
    into.firstEdge[ROOT] = from;
    for (int to = 0; to < into.nodeCount; to++) {
      int source = into.firstEdge[to];
      into.state[to] = state[source];
      into.rawValue[to] = rawValue[source];
      into.visits[to] = visits[source];
      into.valueSum[to] = valueSum[source];
      if (state[source] == EXPANDED) {
        copyEdges(source, into, to);
      }
    }
  }

  private void copyEdges(int source, Tree into, int to) {
    into.expandedCount++;
    into.addEdges(to, edgeCount[source]);
    into.triedCount[to] = triedCount[source];
    int first = into.firstEdge[to];
    System.arraycopy(action, firstEdge[source], into.action, first, edgeCount[source]);
    System.arraycopy(prior, firstEdge[source], into.prior, first, edgeCount[source]);
    for (int i = 0; i < triedCount[source]; i++) {
      int node = into.addNode(to);
      into.firstEdge[node] = child[firstEdge[source] + i];
      into.child[first + i] = node;
    }
  }

  /** A hash of every node's actions, visits and values. */
  long fingerprint() {
    long hash = nodeCount;
    for (int n = 0; n < nodeCount; n++) {
      hash = mixed(hash, visits[n]);
      hash = mixed(hash, Double.doubleToLongBits(valueSum[n]));
      for (int e = firstEdge[n]; e < firstEdge[n] + triedCount[n]; e++) {
        hash = mixed(hash, (long) action[e] << 32 | child[e]);
      }
    }
    return hash;
  }

  private static long mixed(long hash, long value) {
    long h = (hash ^ value) * 0x9E3779B97F4A7C15L; // 2^64 over the golden ratio: spreads the bits
    return h ^ (h >>> 32);
  }

  /** Bytes held by the arrays. */
  long memoryBytes() {
    return (long) state.length * (1 + 4 + 4 + 4 + 2 + 2 + 4 + 8 + 4)
        + (long) action.length * (2 + 4 + 4);
  }

  private void growNodes() {
    int length = grown(state.length, nodeCount + 1);
    state = Arrays.copyOf(state, length);
    parent = Arrays.copyOf(parent, length);
    rawValue = Arrays.copyOf(rawValue, length);
    firstEdge = Arrays.copyOf(firstEdge, length);
    edgeCount = Arrays.copyOf(edgeCount, length);
    triedCount = Arrays.copyOf(triedCount, length);
    visits = Arrays.copyOf(visits, length);
    valueSum = Arrays.copyOf(valueSum, length);
    inFlight = Arrays.copyOf(inFlight, length);
  }

  private void growEdges(int needed) {
    int length = grown(action.length, needed);
    action = Arrays.copyOf(action, length);
    prior = Arrays.copyOf(prior, length);
    child = Arrays.copyOf(child, length);
  }

  private static int grown(int length, int needed) {
    long wanted = Math.max(needed, length + (length >> 1));
    return (int) Math.min(wanted, Integer.MAX_VALUE - 8);
  }
}
