package dev.tengen.mcts;

import dev.tengen.game.Position;
import dev.tengen.game.Snapshot;
import dev.tengen.game.Symmetry;
import dev.tengen.game.Walker;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * One thread's simulations: takes them from the root down to leaves, keeps those whose leaf waits
 * for an evaluation, and takes them back up when it comes. Several of these may work on one tree.
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

  /** How often to look again for a child that another thread makes before giving up the core. */
  private static final int SPINS = 64;

  /** A leaf that waits for its evaluation, and its legal actions. */
  private static final class Leaf {
    private final int[] actions;
    private int node;
    private int actionCount;

    Leaf(int actionCount) {
      actions = new int[actionCount];
    }
  }

  /** Who hears of the root's evaluation, before anybody sees what comes of it. */
  interface RootOwner {
    /** The root has got its edges. */
    void expanded();

    /**
     * The root, which has its edges, was evaluated anew.
     *
     * @param actions of all its edges, {@code count} of them
     * @param priors in the same order
     */
    void renewed(int[] actions, int count, float[] priors);
  }

  private final Tree tree;
  private final Quota quota;
  private final RootOwner rootOwner;
  private final Walker walker;
  private final Expansion expansion;
  private final int actionCount;
  private Position stand;

  private SearchConfig config;
  private Selection selection;
  private SequentialHalving halving;
  private int collisionsAllowed;
  private Restriction restriction = Restriction.NONE;

  /** Leaves collected and not handed back, oldest first. */
  private final Deque<Leaf> waiting = new ArrayDeque<>();

  private final Deque<Leaf> unused = new ArrayDeque<>();

  /**
   * The root's leaf while it is evaluated under several symmetries, else null. It waits once for
   * each of those that were collected and not handed back.
   */
  private Leaf averaged;

  /** Made when first needed. */
  private RootMean mean;

  /** Where the collection under way met leaves that wait already. */
  private int[] collisions = new int[16];

  private int collisionCount;

  /** What sequential halving chose for the simulation under way; NONE if it was not asked. */
  private int rootEdge;

  /** Plies from the root to where the walker stands. */
  private int depth;

  private boolean stuck;

  /**
   * @param rootOwner hears of the root's evaluation
   */
  Simulations(Tree tree, Quota quota, Position root, RootOwner rootOwner) {
    this.tree = tree;
    this.quota = quota;
    this.rootOwner = rootOwner;
    this.walker = root.newWalker();
    this.stand = root;
    this.actionCount = root.actionCount();
    this.expansion = new Expansion(actionCount);
  }

  /**
   * Simulates in this way from now on.
   *
   * @param newSelection for this object alone
   * @param newHalving chooses at the root; null if selection does, as everywhere else
   */
  void configure(SearchConfig newConfig, Selection newSelection, SequentialHalving newHalving) {
    config = newConfig;
    selection = newSelection;
    halving = newHalving;
  }

  /** Works from now on beside so many other threads. */
  void shareWith(int others) {
    // Others' leaves are met by chance: that is no sign that there are no more different ones.
    collisionsAllowed = 4 * others;
  }

  /** Expands only with what is allowed from now on. */
  void restrict(Restriction newRestriction) {
    restriction = newRestriction;
  }

  /** Starts from {@code position}, that of the tree's root, from now on. */
  void standAt(Position position) {
    if (position != stand) {
      walker.reset(position);
      stand = position;
    }
  }

  int actionCount() {
    return actionCount;
  }

  Snapshot newSnapshot() {
    return walker.newSnapshot();
  }

  /** Leaves collected and not handed back. */
  int waiting() {
    return waiting.size();
  }

  /** Whether the root's evaluation was begun and is not complete. */
  boolean averagesRoot() {
    return averaged != null;
  }

  /** Whether the last collection neither found a leaf nor backed anything up. */
  boolean isStuck() {
    return stuck;
  }

  /** See {@link Search#collect}. */
  int collect(Snapshot[] batch, int from, int max, RandomGenerator random) {
    int collected = collectSymmetries(batch, from, max);
    int fruitless = 0;
    stuck = collected == 0;
    while (collected < max
        && collisionCount < max + collisionsAllowed
        && fruitless < FRUITLESS_PER_LEAF * max
        && quota.take()) {
      int leaf = descend();
      if (leaf == Tree.NONE) {
        quota.giveBack();
        break;
      }
      if (claimed(leaf)) {
        stuck = false;
        if (leaf == Tree.ROOT && config.rootSymmetries() > 1) {
          averageRoot(random);
          collected += collectSymmetries(batch, from + collected, max - collected);
          continue;
        }
        Snapshot snapshot = batch[from + collected];
        waiting.addLast(newLeaf(leaf));
        walker.capture(snapshot);
        if (config.randomSymmetry()) {
          snapshot.setSymmetry(Symmetry.of(random.nextInt(8)));
        }
        collected++;
        continue;
      }
      byte state = tree.state(leaf);
      byte proof = config.solver() && leaf != Tree.ROOT ? Proof.of(tree, leaf) : Proof.NONE;
      if (state == Tree.TERMINAL || state == Tree.LEAF || proof != Proof.NONE) {
        if (state == Tree.TERMINAL && config.solver() && proof == Proof.NONE) {
          Proof.ended(tree, leaf, tree.rawValue(leaf));
        }
        Backup.visit(tree, leaf, proof == Proof.NONE ? tree.rawValue(leaf) : Proof.value(proof));
        quota.giveBack();
        stuck = false;
      } else {
        collisions = with(collisions, collisionCount++, leaf);
        quota.giveBack();
        if (leaf == Tree.ROOT) {
          break;
        }
        takeRootEdgeBack();
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
   * sequential halving must know the leaves that wait first, or the tree is full.
   */
  private int descend() {
    rootEdge = Tree.NONE;
    if (halving != null && tree.state(Tree.ROOT) == Tree.EXPANDED) {
      rootEdge = halving.next(tree);
      if (rootEdge == Tree.NONE) {
        return Tree.NONE;
      }
    } else {
      tree.enter(Tree.ROOT);
    }
    walker.rewind();
    int node = Tree.ROOT;
    depth = 0;
    int attempts = 0;
    while (tree.state(node) == Tree.EXPANDED && !endsAt(node)) {
      boolean chosen = node == Tree.ROOT && rootEdge != Tree.NONE;
      int edge = chosen ? rootEdge : selection.select(tree, node);
      int next = tree.follow(node, edge);
      if (next != Tree.NONE) {
        walker.play(tree.action(edge));
        node = next;
        depth++;
        tree.enter(node);
      } else if (tree.full()) {
        Backup.takeBack(tree, node);
        takeRootEdgeBack();
        return Tree.NONE;
      } else {
        awaitChild(++attempts); // another thread is making one here: choose again
      }
    }
    return node;
  }

  /** Whether a simulation goes no further as the value is proven; the root's always does. */
  private boolean endsAt(int node) {
    return config.solver() && node != Tree.ROOT && Proof.of(tree, node) != Proof.NONE;
  }

  /** Making a child takes less than a microsecond, unless the thread that does so lost its core. */
  private static void awaitChild(int attempts) {
    if (attempts % SPINS == 0) {
      LockSupport.parkNanos(1000);
    } else {
      Thread.onSpinWait();
    }
  }

  private void takeRootEdgeBack() {
    if (rootEdge != Tree.NONE) {
      halving.takeBack(rootEdge);
    }
  }

  /**
   * Takes on the evaluation of the node without edges where the walker stands, if its value is not
   * known yet and nobody else has.
   */
  private boolean claimed(int leaf) {
    byte state = tree.state(leaf);
    if (state == Tree.NEW && walker.isTerminal()) {
      tree.setRawValue(leaf, walker.terminalValue());
      tree.setState(leaf, Tree.TERMINAL);
      return false;
    }
    boolean wanted =
        state == Tree.NEW || state == Tree.STALE || (state == Tree.LEAF && !tree.full());
    return wanted && tree.claim(leaf, state);
  }

  /** A leaf of the node where the walker stands. */
  private Leaf newLeaf(int node) {
    Leaf leaf = unused.isEmpty() ? new Leaf(actionCount) : unused.removeLast();
    leaf.node = node;
    leaf.actionCount = walker.legalActions(leaf.actions);
    if (leaf.actionCount == 0) {
      throw new IllegalStateException("a position that is not terminal has no legal action");
    }
    if (restriction != Restriction.NONE) {
      leaf.actionCount = allowedFirst(leaf.actions, leaf.actionCount);
    }
    return leaf;
  }

  /** Begins the evaluation of the root, which was just claimed, under several symmetries. */
  private void averageRoot(RandomGenerator random) {
    if (mean == null) {
      mean = new RootMean(actionCount);
    }
    averaged = newLeaf(Tree.ROOT);
    mean.begin(config.rootSymmetries(), config.randomSymmetry() ? random : null);
  }

  /** Collects the root under symmetries that are still to be asked for. */
  private int collectSymmetries(Snapshot[] batch, int from, int max) {
    int collected = 0;
    while (averaged != null && mean.hasNext() && collected < max) {
      Snapshot snapshot = batch[from + collected++];
      walker.rewind();
      walker.capture(snapshot);
      snapshot.setSymmetry(mean.next());
      waiting.addLast(averaged);
    }
    return collected;
  }

  /** Moves the allowed ones of the legal actions to the front: how many stay, at least one. */
  private int allowedFirst(int[] actions, int count) {
    int allowed = 0;
    for (int i = 0; i < count; i++) {
      if (restriction.allows(walker.toMove(), actions[i], depth + 1)) {
        actions[allowed++] = actions[i];
      }
    }
    return allowed == 0 ? count : allowed; // none: nothing was moved
  }

  /** See {@link Search#handBack}. */
  void handBack(float[] logits, float[] values, int from, int count) {
    if (count > waiting.size()) {
      throw new IllegalStateException(
          count + " leaves handed back, " + waiting.size() + " collected");
    }
    for (int row = from; row < from + count; row++) {
      Leaf leaf = waiting.getFirst();
      boolean complete = evaluated(leaf, logits, row * actionCount, values[row]);
      waiting.removeFirst();
      if (complete) {
        unused.addLast(leaf);
        quota.giveBack();
      }
    }
  }

  /** Whether the evaluation of the leaf is complete. */
  private boolean evaluated(Leaf leaf, float[] logits, int offset, float value) {
    if (!(value >= -1 && value <= 1)) {
      throw new IllegalStateException("the evaluator answered with the value " + value);
    }
    float[] priors = expansion.priors(leaf.actions, leaf.actionCount, logits, offset);
    if (leaf != averaged) {
      expand(leaf, priors, value);
    } else if (mean.add(priors, leaf.actionCount, value)) {
      averaged = null;
      if (tree.state(Tree.ROOT) == Tree.RENEWING) {
        renew(leaf, mean.priors(), mean.value());
      } else {
        expand(leaf, mean.priors(), mean.value());
      }
    } else {
      return false;
    }
    return true;
  }

  private void expand(Leaf leaf, float[] priors, float value) {
    int node = leaf.node;
    boolean expanded = Expansion.expand(tree, node, leaf.actions, leaf.actionCount, priors);
    tree.setRawValue(node, value);
    if (node == Tree.ROOT) {
      rootOwner.expanded();
    }
    tree.setState(node, expanded ? Tree.EXPANDED : Tree.LEAF);
    Backup.visit(tree, node, value);
  }

  private void renew(Leaf root, float[] priors, float value) {
    tree.setRawValue(Tree.ROOT, value);
    rootOwner.renewed(root.actions, root.actionCount, priors);
    tree.setState(Tree.ROOT, Tree.EXPANDED);
    Backup.takeBack(tree, Tree.ROOT);
  }

  /** See {@link Search#abandon}. */
  void abandon() {
    while (!waiting.isEmpty()) {
      Leaf leaf = waiting.removeLast();
      if (leaf != averaged) {
        abandon(leaf, Tree.NEW);
      }
    }
    if (averaged != null) {
      boolean renewing = tree.state(Tree.ROOT) == Tree.RENEWING;
      abandon(averaged, renewing ? Tree.EXPANDED : Tree.NEW);
      averaged = null;
    }
  }

  private void abandon(Leaf leaf, byte state) {
    tree.setState(leaf.node, state);
    Backup.takeBack(tree, leaf.node);
    quota.giveBack();
    unused.addLast(leaf);
  }

  private static int[] with(int[] array, int index, int element) {
    int[] large = index < array.length ? array : Arrays.copyOf(array, 2 * array.length);
    large[index] = element;
    return large;
  }
}
