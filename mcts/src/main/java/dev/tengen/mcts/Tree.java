package dev.tengen.mcts;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The search tree as a struct of arrays: data only, worked on by the phases, by one thread or by
 * several at once.
 *
 * <p>A <b>node</b> is a position, an <b>edge</b> one of its legal actions. A node's edges lie next
 * to each other, from {@link #firstEdge}, the tried ones before the untried ones. Trying an edge
 * makes the node that it leads to; the statistics of a tried edge lie at that node's index, so that
 * an untried edge costs no more than its action, prior and child:
 *
 * <pre>
 *   node n      firstEdge ------+                            statistics of the edge into n:
 *               edgeCount = 5   |                            visits, in flight, values, squares
 *               tried = 2       v
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
 *
 * <p><b>Memory.</b> Arrays come in pages, so that growing moves nothing that another thread reads.
 * All pages together stay within {@link #limit}; when no page can be added the tree is {@link
 * #full}: {@link #follow} and {@link #addEdges} then refuse.
 *
 * <p><b>Threads.</b> A simulation changes statistics by atomic additions only. What else it reads
 * was written before one of two releases, and read after the matching acquire:
 *
 * <ul>
 *   <li>state: who moves it from NEW to PENDING by compare-and-set owns the node's evaluation, and
 *       writes its raw value and edges before the state becomes EXPANDED;
 *   <li>tried: who sets its sign bit by compare-and-set makes the next child; the bit goes when the
 *       number grows. Edges up to and including the first untried one never change after that.
 * </ul>
 *
 * <p>{@link #reset}, {@link #shrinkTo}, {@link #setPrior} and {@link #bringForward} need the tree
 * for themselves.
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

  // Of the root only, if it was evaluated under fewer symmetries than asked for.
  /** Expanded; no simulation passes before it is evaluated again. */
  static final byte STALE = 5;

  /** Collected for that, and not handed back. */
  static final byte RENEWING = 6;

  /**
   * Values are summed in units of 2^-31: sums of up to 2^31 values fit a long, do not depend on the
   * order of the additions, and lose nothing of a float of 2^-7 or more.
   */
  private static final double UNITS = 0x1p31;

  /** A simulation in flight; visits are the low half of the same long. */
  private static final long IN_FLIGHT = 1L << 32;

  /** The sign bit of tried: a thread is making a child. */
  private static final int CLAIMED = 1 << 31;

  private static final VarHandle LONGS = MethodHandles.arrayElementVarHandle(long[].class);
  private static final VarHandle INTS = MethodHandles.arrayElementVarHandle(int[].class);
  private static final VarHandle BYTES = MethodHandles.arrayElementVarHandle(byte[].class);

  private volatile NodePage[] nodePages = {};
  private volatile EdgePage[] edgePages = {};
  private final AtomicInteger nodeTop = new AtomicInteger();
  private final AtomicInteger edgeTop = new AtomicInteger();
  private volatile long limit = Long.MAX_VALUE;
  private volatile boolean full;

  // -------------------------------------------------------------------------------------- memory

  /** Empties the tree but for a root that was never visited. */
  void reset() {
    shrinkTo(0, 0);
    addNode(NONE);
  }

  /** Cuts off what lies past these numbers of nodes and edges. */
  void shrinkTo(int nodes, int edges) {
    nodeTop.set(nodes);
    edgeTop.set(edges);
    full = false;
  }

  /** Sets how many bytes all pages together may take; one page of each kind is always allowed. */
  void setLimit(long bytes) {
    limit = bytes;
    full = false;
  }

  /** Whether memory was refused since the tree was last reset, advanced or given a limit. */
  boolean full() {
    return full;
  }

  /** Bytes held by the pages. */
  long memoryBytes() {
    return nodePages.length * NodePage.BYTES + edgePages.length * EdgePage.BYTES;
  }

  int nodeCount() {
    return nodeTop.get();
  }

  /** The end of the edges, of those of heads and unused ends of pages too. */
  int edgeEnd() {
    return edgeTop.get();
  }

  NodePage nodePage(int node) {
    return nodePages[node >>> NodePage.BITS];
  }

  EdgePage edgePage(int edge) {
    return edgePages[edge >>> EdgePage.BITS];
  }

  /** Makes a node; NONE if there is no room. */
  private int addNode(int parentNode) {
    int node;
    do {
      node = nodeTop.get();
      if (!haveNodePage(node >>> NodePage.BITS)) {
        return NONE;
      }
    } while (!nodeTop.compareAndSet(node, node + 1));
    NodePage page = nodePage(node);
    int i = node & NodePage.MASK;
    Arrays.fill(page.stats, NodePage.STATS * i, NodePage.STATS * (i + 1), 0);
    page.state[i] = NEW;
    page.proof[i] = Proof.NONE;
    page.parent[i] = parentNode;
    page.rawValue[i] = 0;
    page.firstEdge[i] = 0;
    page.edgeCount[i] = 0;
    page.tried[i] = 0;
    return node;
  }

  /**
   * Gives {@code node} room for edges, to be filled in by the caller from {@link #firstEdge}.
   *
   * @return whether there was room
   */
  boolean addEdges(int node, int count) {
    int size = count + 1;
    int top;
    int head;
    do {
      top = edgeTop.get();
      head = (top & EdgePage.MASK) + size <= EdgePage.SIZE ? top : (top | EdgePage.MASK) + 1;
      if (!haveEdgePage(head >>> EdgePage.BITS)) {
        return false;
      }
    } while (!edgeTop.compareAndSet(top, head + size));
    if (head != top) {
      edgePage(top).action[top & EdgePage.MASK] = 0;
    }
    placeEdges(node, head, count);
    return true;
  }

  /** Writes the head of a block and lets its node know. */
  void placeEdges(int node, int head, int count) {
    EdgePage page = edgePage(head);
    page.action[head & EdgePage.MASK] = (char) count;
    page.child[head & EdgePage.MASK] = node;
    nodePage(node).firstEdge[node & NodePage.MASK] = head + 1;
    nodePage(node).edgeCount[node & NodePage.MASK] = (char) count;
  }

  private boolean haveNodePage(int page) {
    return page < nodePages.length || growNodes(page);
  }

  private boolean haveEdgePage(int page) {
    return page < edgePages.length || growEdges(page);
  }

  private synchronized boolean growNodes(int page) {
    int had = nodePages.length;
    if (page < had) {
      return true;
    }
    try {
      if (had == 0 || hasRoom(NodePage.BYTES)) {
        NodePage[] more = Arrays.copyOf(nodePages, had + 1);
        more[had] = new NodePage();
        nodePages = more;
        return true;
      }
    } catch (OutOfMemoryError e) {
      // A heap that ends before the limit is a limit too.
    }
    full = true;
    return false;
  }

  private synchronized boolean growEdges(int page) {
    int had = edgePages.length;
    if (page < had) {
      return true;
    }
    try {
      if (had == 0 || hasRoom(EdgePage.BYTES)) {
        EdgePage[] more = Arrays.copyOf(edgePages, had + 1);
        more[had] = new EdgePage();
        edgePages = more;
        return true;
      }
    } catch (OutOfMemoryError e) {
      // A heap that ends before the limit is a limit too.
    }
    full = true;
    return false;
  }

  private boolean hasRoom(long bytes) {
    return memoryBytes() + bytes <= limit;
  }

  // --------------------------------------------------------------------------------------- nodes

  byte state(int node) {
    return (byte) BYTES.getAcquire(nodePage(node).state, node & NodePage.MASK);
  }

  /** Publishes what was written to the node before. */
  void setState(int node, byte state) {
    BYTES.setRelease(nodePage(node).state, node & NodePage.MASK, state);
  }

  /**
   * Takes a node from {@code expected} to PENDING, or RENEWING; false if another thread was faster.
   */
  boolean claim(int node, byte expected) {
    byte claimed = expected == STALE ? RENEWING : PENDING;
    return BYTES.compareAndSet(nodePage(node).state, node & NodePage.MASK, expected, claimed);
  }

  /** What {@link Proof} knows about a node. */
  byte proof(int node) {
    return (byte) BYTES.getAcquire(nodePage(node).proof, node & NodePage.MASK);
  }

  /** Adds to that; what was known before. */
  byte addProof(int node, byte proof) {
    return (byte) BYTES.getAndBitwiseOr(nodePage(node).proof, node & NodePage.MASK, proof);
  }

  int parent(int node) {
    return nodePage(node).parent[node & NodePage.MASK];
  }

  /** The evaluator's value, or the final one, for the player to move at the node. */
  float rawValue(int node) {
    return nodePage(node).rawValue[node & NodePage.MASK];
  }

  void setRawValue(int node, float value) {
    nodePage(node).rawValue[node & NodePage.MASK] = value;
  }

  /** Where the edges of an expanded node begin. They all lie in one page. */
  int firstEdge(int node) {
    return nodePage(node).firstEdge[node & NodePage.MASK];
  }

  int edgeCount(int node) {
    return nodePage(node).edgeCount[node & NodePage.MASK];
  }

  /** How many edges, the first ones, were tried. */
  int tried(int node) {
    return (int) INTS.getAcquire(nodePage(node).tried, node & NodePage.MASK) & ~CLAIMED;
  }

  // ---------------------------------------------------------------------------------- statistics

  /** Visits of the edge into the node; for the root, of the root. */
  int visits(int node) {
    return (int) counts(node);
  }

  /** Simulations that went through the node and are not backed up yet. */
  int inFlight(int node) {
    return inFlight(counts(node));
  }

  /** Visits and simulations in flight of one moment: see {@link #visits(long)}. */
  long counts(int node) {
    return stat(node, 0);
  }

  static int visits(long counts) {
    return (int) counts;
  }

  static int inFlight(long counts) {
    return (int) (counts >>> 32);
  }

  /** Sum of the values of the visits, for the player who chose the edge: the parent's. */
  double valueSum(int node) {
    return stat(node, 1) / UNITS;
  }

  /** Sum of the squares of those values. */
  double squareSum(int node) {
    return stat(node, 2) / UNITS;
  }

  private long stat(int node, int which) {
    return (long)
        LONGS.getOpaque(nodePage(node).stats, NodePage.STATS * (node & NodePage.MASK) + which);
  }

  /** A value, or its square, as {@link #addVisit} takes it. */
  static long units(double value) {
    return (long) Math.rint(value * UNITS);
  }

  /** Puts a simulation in flight. */
  void enter(int node) {
    addToStat(node, 0, IN_FLIGHT);
  }

  /** Takes a simulation out of flight. */
  void leave(int node) {
    addToStat(node, 0, -IN_FLIGHT);
  }

  /** Takes a simulation out of flight and counts it as a visit. */
  void addVisit(int node, long valueUnits, long squareUnits) {
    addToStat(node, 0, 1 - IN_FLIGHT);
    addToStat(node, 1, valueUnits);
    addToStat(node, 2, squareUnits);
  }

  private void addToStat(int node, int which, long amount) {
    long before =
        (long)
            LONGS.getAndAdd(
                nodePage(node).stats, NodePage.STATS * (node & NodePage.MASK) + which, amount);
    assert which > 0 || inFlight(before + amount) >= 0;
  }

  /**
   * The mean value of a node for its player to move: of its own evaluation and of all visits below.
   */
  double meanValue(int node) {
    double sum = rawValue(node);
    int count = 1;
    int end = firstEdge(node) + tried(node);
    for (int e = firstEdge(node); e < end; e++) {
      sum += valueSum(child(e));
      count += visits(child(e));
    }
    return sum / count;
  }

  // --------------------------------------------------------------------------------------- edges

  char action(int edge) {
    return edgePage(edge).action[edge & EdgePage.MASK];
  }

  float prior(int edge) {
    return edgePage(edge).prior[edge & EdgePage.MASK];
  }

  /** The node that a tried edge leads to. */
  int child(int edge) {
    return edgePage(edge).child[edge & EdgePage.MASK];
  }

  void setAction(int edge, int action) {
    edgePage(edge).action[edge & EdgePage.MASK] = (char) action;
  }

  void setPrior(int edge, float prior) {
    edgePage(edge).prior[edge & EdgePage.MASK] = prior;
  }

  /**
   * The node that an edge leads to, a tried one or the first untried one, which is tried now.
   *
   * @return NONE if another thread is trying an edge of the node, or there is no room
   */
  int follow(int node, int edge) {
    int[] tried = nodePage(node).tried;
    int at = node & NodePage.MASK;
    int seen = (int) INTS.getAcquire(tried, at);
    int index = edge - firstEdge(node);
    if (index < (seen & ~CLAIMED)) {
      return child(edge);
    }
    if (index != seen || !INTS.compareAndSet(tried, at, seen, seen | CLAIMED)) {
      return NONE;
    }
    int made = addNode(node);
    if (made != NONE) {
      edgePage(edge).child[edge & EdgePage.MASK] = made;
      seen++;
      bringBestForward(node, seen);
    }
    INTS.setRelease(tried, at, seen);
    return made;
  }

  /** Puts the untried edge with the highest prior before the other untried ones. */
  void bringBestForward(int node) {
    bringBestForward(node, tried(node));
  }

  private void bringBestForward(int node, int tried) {
    EdgePage page = edgePage(firstEdge(node));
    float[] prior = page.prior;
    int first = (firstEdge(node) & EdgePage.MASK) + tried;
    int end = first - tried + edgeCount(node);
    int best = first;
    for (int i = first + 1; i < end; i++) {
      if (prior[i] >= prior[best]
          && (prior[i] > prior[best] || page.action[i] < page.action[best])) {
        best = i;
      }
    }
    if (best != first) {
      swap(page, best, first);
    }
  }

  /** Puts an untried edge before the other untried ones, and says where it lies now. */
  int bringForward(int node, int edge) {
    int first = firstEdge(node) + tried(node);
    if (edge != first) {
      swap(edgePage(edge), edge & EdgePage.MASK, first & EdgePage.MASK);
    }
    return first;
  }

  private static void swap(EdgePage page, int i, int j) {
    char actionOfI = page.action[i];
    page.action[i] = page.action[j];
    page.action[j] = actionOfI;
    float priorOfI = page.prior[i];
    page.prior[i] = page.prior[j];
    page.prior[j] = priorOfI;
  }

  /** The tried edge of {@code node} with this action, or NONE. */
  int triedEdge(int node, int wanted) {
    int end = firstEdge(node) + tried(node);
    for (int e = firstEdge(node); e < end; e++) {
      if (action(e) == wanted) {
        return e;
      }
    }
    return NONE;
  }
}
