package dev.tengen.mcts;

import dev.tengen.game.Position;
import dev.tengen.game.Snapshot;
import dev.tengen.game.Symmetry;
import dev.tengen.game.Walker;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The simulations of a search: takes them from the root down to leaves, keeps those whose leaf
 * waits for an evaluation, and takes them back up when it comes.
 *
 * <pre>
 *   descend --> end of the game, or value known ----------------------> Backup
 *           --> leaf to evaluate --> waiting (in flight) --> handBack --> Expansion, Backup
 *           --> leaf that waits already: a collision ----------------> taken back
 * </pre>
 */
final class Simulations {

  /** Simulations that may end without a leaf, per leaf asked for. */
  private static final int FRUITLESS_PER_LEAF = 8;

  private final Walker walker;
  private final Expansion expansion;
  private final int actionCount;

  private SearchConfig config;
  private Selection selection;
  private SequentialHalving halving;

  /** Leaves collected and not handed back, oldest first. */
  private int[] waiting = new int[16];

  private int waitingCount;

  /** Where the collection under way met leaves that wait already. */
  private int[] collisions = new int[16];

  private int collisionCount;

  Simulations(Position root) {
    walker = root.newWalker();
    actionCount = root.actionCount();
    expansion = new Expansion(actionCount);
  }

  /**
   * Simulates in this way from now on.
   *
   * @param newHalving chooses at the root; null if selection does, as everywhere else
   */
  void configure(SearchConfig newConfig, Selection newSelection, SequentialHalving newHalving) {
    config = newConfig;
    selection = newSelection;
    halving = newHalving;
  }

  /** Starts from {@code position}, that of the tree's root, from now on. */
  void standAt(Position position) {
    walker.reset(position);
  }

  Snapshot newSnapshot() {
    return walker.newSnapshot();
  }

  /** Leaves collected and not handed back. */
  int waiting() {
    return waitingCount;
  }

  /**
   * See {@link Search#collect}.
   *
   * @param visitLimit visits of the root at which to stop
   */
  int collect(
      Tree tree, int visitLimit, Snapshot[] batch, int from, int max, RandomGenerator random) {
    int collected = 0;
    int fruitless = 0;
    while (collected < max
        && collisionCount < max
        && fruitless < FRUITLESS_PER_LEAF * max
        && (long) tree.visits[Tree.ROOT] + waitingCount < visitLimit) {
      int leaf = descend(tree);
      if (leaf == Tree.NONE) {
        break;
      }
      if (tree.state[leaf] == Tree.PENDING) {
        collisions = with(collisions, collisionCount++, leaf);
        if (leaf == Tree.ROOT) {
          break;
        }
        if (halving != null) {
          halving.takeBack();
        }
      } else if (needsEvaluation(tree, leaf)) {
        Snapshot snapshot = batch[from + collected];
        collectLeaf(tree, leaf, snapshot);
        if (config.randomSymmetry()) {
          snapshot.setSymmetry(Symmetry.of(random.nextInt(8)));
        }
        collected++;
        continue;
      } else {
        Backup.visit(tree, leaf, tree.rawValue[leaf]);
      }
      fruitless++;
    }
    while (collisionCount > 0) {
      Backup.takeBack(tree, collisions[--collisionCount]);
    }
    return collected;
  }

  /**
   * Walks from the root to a node without edges and puts a simulation in flight on the way. NONE if
   * sequential halving must know the leaves that wait first.
   */
  private int descend(Tree tree) {
    int rootEdge = Tree.NONE;
    if (halving != null && tree.state[Tree.ROOT] == Tree.EXPANDED) {
      rootEdge = halving.next(tree);
      if (rootEdge == Tree.NONE) {
        return Tree.NONE;
      }
    }
    walker.rewind();
    int node = Tree.ROOT;
    tree.inFlight[node]++;
    while (tree.state[node] == Tree.EXPANDED) {
      boolean chosen = node == Tree.ROOT && rootEdge != Tree.NONE;
      int edge = chosen ? rootEdge : selection.select(tree, node);
      walker.play(tree.action[edge]);
      boolean tried = edge < tree.firstEdge[node] + tree.triedCount[node];
      node = tried ? tree.child[edge] : tree.tryEdge(node, edge);
      tree.inFlight[node]++;
    }
    return node;
  }

  /** Whether the value of a node without edges, where the walker stands, is not known yet. */
  private boolean needsEvaluation(Tree tree, int leaf) {
    if (tree.state[leaf] == Tree.NEW && walker.isTerminal()) {
      tree.state[leaf] = Tree.TERMINAL;
      tree.rawValue[leaf] = walker.terminalValue();
    }
    return tree.state[leaf] == Tree.NEW || (tree.state[leaf] == Tree.LEAF && hasRoom(tree));
  }

  private boolean hasRoom(Tree tree) {
    return tree.expandedCount + waitingCount < config.maxNodes();
  }

  private void collectLeaf(Tree tree, int leaf, Snapshot snapshot) {
    if (hasRoom(tree)) {
      expansion.addEdges(tree, leaf, walker);
    }
    walker.capture(snapshot);
    tree.state[leaf] = Tree.PENDING;
    waiting = with(waiting, waitingCount++, leaf);
  }

  /** See {@link Search#handBack}. */
  void handBack(Tree tree, float[] logits, float[] values, int from, int count) {
    if (count > waitingCount) {
      throw new IllegalStateException(
          count + " leaves handed back, " + waitingCount + " collected");
    }
    int handed = 0;
    try {
      while (handed < count) {
        int row = from + handed;
        evaluated(tree, waiting[handed], logits, row * actionCount, values[row]);
        handed++;
      }
    } finally {
      waitingCount -= handed;
      System.arraycopy(waiting, handed, waiting, 0, waitingCount);
    }
  }

  private void evaluated(Tree tree, int leaf, float[] logits, int offset, float value) {
    if (!(value >= -1 && value <= 1)) {
      throw new IllegalStateException("the evaluator answered with the value " + value);
    }
    if (tree.edgeCount[leaf] > 0) {
      expansion.setPriors(tree, leaf, logits, offset);
      tree.state[leaf] = Tree.EXPANDED;
    } else {
      tree.state[leaf] = Tree.LEAF;
    }
    tree.rawValue[leaf] = value;
    Backup.visit(tree, leaf, value);
  }

  /** See {@link Search#abandon}. */
  void abandon(Tree tree) {
    while (waitingCount > 0) {
      int leaf = waiting[--waitingCount];
      tree.dropEdges(leaf);
      tree.state[leaf] = Tree.NEW;
      Backup.takeBack(tree, leaf);
    }
  }

  private static int[] with(int[] array, int index, int element) {
    int[] large = index < array.length ? array : Arrays.copyOf(array, 2 * array.length);
    large[index] = element;
    return large;
  }
}
