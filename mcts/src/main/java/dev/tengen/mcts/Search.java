package dev.tengen.mcts;

import dev.tengen.game.Evaluator;
import dev.tengen.game.Position;
import dev.tengen.game.Snapshot;
import dev.tengen.game.Symmetry;
import dev.tengen.game.Walker;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A search of one game: a tree below a root position, which moves along with the game.
 *
 * <p>{@link #begin} starts a search of the root; {@link #collect} and {@link #handBack} take it
 * forward, alternating with whatever evaluates the leaves, until it is {@link #done}; {@link
 * #result} may be asked at any time once the root is evaluated. {@link #run} does all that with one
 * evaluator. Then {@link #advance} plays an action and keeps what the tree knows below it.
 *
 * <p>Belongs to one thread at a time. Allocates nothing per simulation once its arrays have grown
 * to the size of its trees.
 */
public final class Search {

  /** Simulations that {@link #collect} may end without a leaf, per leaf asked for. */
  private static final int FRUITLESS_PER_LEAF = 8;

  private final Walker walker;
  private final Expansion expansion;
  private final RootNoise rootNoise;

  /** The evaluator's priors of the root by action; valid if the next is true. */
  private final float[] rootPriors;

  private boolean rootPriorsKnown;

  private SearchConfig config;
  private Selection selection;
  private ImprovedPolicy improvedPolicy;

  /** What chooses at the root; null if selection does, as everywhere else. */
  private SequentialHalving halving;

  private SplittableRandom random;
  private Position root;
  private Tree tree = new Tree();
  private Tree spare = new Tree();

  /** Of the search under way; null if none was begun at this root. */
  private Budget budget;

  private long started;

  /** Leaves collected and not handed back, oldest first. */
  private int[] pending = new int[16];

  private int pendingCount;

  /** Where this collection met leaves that were pending already. */
  private int[] collisions = new int[16];

  private int collisionCount;

  private Snapshot[] runBatch = new Snapshot[0];
  private float[] runLogits = new float[0];
  private float[] runValues = new float[0];

  /**
   * A search of {@code root} that has not begun.
   *
   * @param seed of everything random in the search: noise and symmetries
   */
  public Search(SearchConfig config, Position root, long seed) {
    int actionCount = root.actionCount();
    walker = root.newWalker();
    expansion = new Expansion(actionCount);
    rootNoise = new RootNoise(actionCount);
    rootPriors = new float[actionCount];
    configure(config);
    reset(root, seed);
  }

  // ---------------------------------------------------------------- which position, which settings

  /** The position that is searched. */
  public Position root() {
    return root;
  }

  /** Forgets the tree and stands at {@code position}, of the same game and size. */
  public void reset(Position position) {
    requireNothingPending();
    walker.reset(position);
    root = position;
    tree.reset();
    atNewRoot();
  }

  /** Forgets the tree and the state of the random generator too: as if newly made. */
  public void reset(Position position, long seed) {
    reset(position);
    random = new SplittableRandom(seed);
  }

  /**
   * Plays {@code action} at the root. The tree keeps what it knows below it; the rest goes.
   *
   * @throws IllegalArgumentException if the action is not legal
   */
  public void advance(int action) {
    requireNothingPending();
    root = root.play(action);
    walker.reset(root);
    int edge = tree.triedEdge(Tree.ROOT, action);
    if (edge != Tree.NONE && tree.state[tree.child[edge]] == Tree.EXPANDED) {
      tree.copySubtree(tree.child[edge], spare);
      Tree old = tree;
      tree = spare;
      spare = old;
    } else {
      tree.reset();
    }
    atNewRoot();
  }

  private void atNewRoot() {
    budget = null;
    if (halving != null) {
      halving.reset();
    }
    rootPriorsKnown = false;
    if (root.isTerminal()) {
      tree.state[Tree.ROOT] = Tree.TERMINAL;
    }
  }

  /** Searches with other settings from the next {@link #begin} on; the tree stays. */
  public void configure(SearchConfig newConfig) {
    requireNothingPending();
    budget = null;
    config = newConfig;
    boolean puct = newConfig.gumbel() == null;
    Gumbel gumbel = puct ? Gumbel.standard() : newConfig.gumbel();
    improvedPolicy = new ImprovedPolicy(gumbel, newConfig.virtualLoss(), rootPriors.length);
    selection = puct ? new Puct(newConfig) : improvedPolicy;
    halving = puct ? null : new SequentialHalving(gumbel, improvedPolicy, rootPriors.length);
  }

  // ---------------------------------------------------------------------------------- one search

  /**
   * Begins a search of the root. If the settings ask for noise, the root's priors get a fresh
   * sample, now or as soon as the root is evaluated; noise of an earlier search of it goes.
   */
  public void begin(Budget newBudget) {
    requireNothingPending();
    budget = newBudget;
    started = System.nanoTime();
    if (tree.state[Tree.ROOT] == Tree.EXPANDED) {
      prepareRoot();
    }
  }

  /**
   * Whether there is nothing more to collect: the budget is used up, the game is over at the root,
   * or no search was begun here. Never before the root is evaluated, however short the time.
   */
  public boolean done() {
    if (budget == null || tree.state[Tree.ROOT] == Tree.TERMINAL) {
      return true;
    }
    int visits = tree.visits[Tree.ROOT];
    if (visits == 0) {
      return false;
    }
    return visits >= budget.visits()
        || (budget.limitsTime() && System.nanoTime() - started >= budget.nanos())
        || (config.earlyStop() && leaderIsSafe(budget.visits() - visits));
  }

  private boolean leaderIsSafe(int visitsLeft) {
    if (halving != null || !budget.limitsVisits()) {
      return false;
    }
    int first = 0;
    int second = 0;
    int edge = tree.firstEdge[Tree.ROOT];
    for (int e = edge; e < edge + tree.triedCount[Tree.ROOT]; e++) {
      int visits = tree.visits[tree.child[e]];
      second = Math.max(second, Math.min(first, visits));
      first = Math.max(first, visits);
    }
    return first > second + visitsLeft || tree.edgeCount[Tree.ROOT] == 1;
  }

  /**
   * Descends the tree and writes the leaves that need an evaluation to {@code batch[from]} and
   * after. Simulations that end where the value is known are backed up at once. A leaf is collected
   * once: a simulation that meets one already collected is taken back, but keeps its virtual loss
   * until this call ends, so that the next ones look elsewhere.
   *
   * <p>Returns fewer than {@code max} leaves, or none, when the budget, counting what was
   * collected, has no room for more; when the tree offers no more different leaves; or when many
   * simulations needed no evaluation.
   *
   * @param batch snapshots of this game and size, from {@link Walker#newSnapshot}
   * @return how many leaves were written
   */
  public int collect(Snapshot[] batch, int from, int max) {
    if (done()) {
      return 0;
    }
    int collected = 0;
    int fruitless = 0;
    while (collected < max
        && collisionCount < max
        && fruitless < FRUITLESS_PER_LEAF * max
        && (long) tree.visits[Tree.ROOT] + pendingCount < budget.visits()) {
      int leaf = descend();
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
      } else if (needsEvaluation(leaf)) {
        collectLeaf(leaf, batch[from + collected]);
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
   * the root cannot choose before leaves are handed back.
   */
  private int descend() {
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
  private boolean needsEvaluation(int leaf) {
    if (tree.state[leaf] == Tree.NEW && walker.isTerminal()) {
      tree.state[leaf] = Tree.TERMINAL;
      tree.rawValue[leaf] = walker.terminalValue();
    }
    return tree.state[leaf] == Tree.NEW || (tree.state[leaf] == Tree.LEAF && hasRoom());
  }

  private boolean hasRoom() {
    return tree.expandedCount + pendingCount < config.maxNodes();
  }

  private void collectLeaf(int leaf, Snapshot snapshot) {
    if (hasRoom()) {
      expansion.addEdges(tree, leaf, walker);
    }
    walker.capture(snapshot);
    if (config.randomSymmetry()) {
      snapshot.setSymmetry(Symmetry.of(random.nextInt(8)));
    }
    tree.state[leaf] = Tree.PENDING;
    pending = with(pending, pendingCount++, leaf);
  }

  /**
   * Takes the evaluations of the {@code count} leaves that were collected first and not yet handed
   * back, in the order in which they were collected; expands them and backs their values up.
   *
   * @param logits policy logits; those of the first leaf begin at {@code from * actionCount()}
   * @param values the value of the first leaf is at {@code from}
   * @throws IllegalStateException if an evaluation is not a number or a value is not in [-1, 1];
   *     the leaf and those after it then still wait
   */
  public void handBack(float[] logits, float[] values, int from, int count) {
    if (count > pendingCount) {
      throw new IllegalStateException(
          count + " leaves handed back, " + pendingCount + " collected");
    }
    int handed = 0;
    try {
      while (handed < count) {
        int row = from + handed;
        evaluated(pending[handed], logits, row * rootPriors.length, values[row]);
        handed++;
      }
    } finally {
      pendingCount -= handed;
      System.arraycopy(pending, handed, pending, 0, pendingCount);
    }
  }

  private void evaluated(int leaf, float[] logits, int offset, float value) {
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
    if (leaf == Tree.ROOT) {
      prepareRoot();
    }
  }

  private void prepareRoot() {
    learnRootPriors();
    if (config.dirichletFraction() > 0) {
      rootNoise.mix(tree, rootPriors, config, random);
    } else {
      RootNoise.clear(tree, rootPriors);
    }
    tree.bringBestForward(Tree.ROOT);
    if (halving != null) {
      int simulations = Math.max(0, budget.visits() - tree.visits[Tree.ROOT]);
      halving.begin(tree, budget.limitsVisits() ? simulations : -1, random);
    }
  }

  private void learnRootPriors() {
    if (!rootPriorsKnown) {
      Arrays.fill(rootPriors, 0);
      int first = tree.firstEdge[Tree.ROOT];
      for (int e = first; e < first + tree.edgeCount[Tree.ROOT]; e++) {
        rootPriors[tree.action[e]] = tree.prior[e];
      }
      rootPriorsKnown = true;
    }
  }

  /**
   * Gives up the leaves that were collected and not handed back, as if they had never been
   * collected, and ends the search. Evaluations of them must not be handed back any more. What was
   * backed up stays.
   */
  public void abandon() {
    budget = null;
    while (pendingCount > 0) {
      int leaf = pending[--pendingCount];
      tree.dropEdges(leaf);
      tree.state[leaf] = Tree.NEW;
      Backup.takeBack(tree, leaf);
    }
  }

  /**
   * Searches the root with one evaluator until the budget is used up.
   *
   * @param batchSize most leaves evaluated at once, at least 1. More than 1 lets the evaluator work
   *     faster and the search choose a little worse: it then does not know the latest values.
   */
  public void run(Evaluator evaluator, Budget newBudget, int batchSize) {
    growRunBatch(batchSize);
    begin(newBudget);
    try {
      while (!done()) {
        int count = collect(runBatch, 0, batchSize);
        if (count > 0) {
          evaluator.evaluate(runBatch, count, runLogits, runValues);
          handBack(runLogits, runValues, 0, count);
        }
      }
    } finally {
      abandon();
    }
  }

  private void growRunBatch(int size) {
    if (size < 1) {
      throw new IllegalArgumentException("batch size " + size);
    }
    int had = runBatch.length;
    if (size > had) {
      runBatch = Arrays.copyOf(runBatch, size);
      for (int i = had; i < size; i++) {
        runBatch[i] = walker.newSnapshot();
      }
      runLogits = new float[size * rootPriors.length];
      runValues = new float[size];
    }
  }

  // ------------------------------------------------------------------------ what the search knows

  /** Visits of the root so far. */
  public int visits() {
    return tree.visits[Tree.ROOT];
  }

  /** Leaves collected and not handed back. */
  public int pendingLeaves() {
    return pendingCount;
  }

  /** Bytes that the trees' arrays hold. */
  public long memoryBytes() {
    return tree.memoryBytes() + spare.memoryBytes();
  }

  /**
   * What the search knows now.
   *
   * @throws IllegalStateException if the root is not evaluated yet, or the game is over there
   */
  public SearchResult result() {
    if (tree.state[Tree.ROOT] != Tree.EXPANDED) {
      throw new IllegalStateException("no result: the root was not evaluated");
    }
    learnRootPriors();
    float[] improved = new float[rootPriors.length];
    improvedPolicy.write(tree, Tree.ROOT, improved);
    int choice = halving == null ? -1 : halving.choice(tree);
    return Results.of(tree, choice, rootPriors.clone(), improved);
  }

  /** A hash of the tree: actions, visits and values of every node. */
  public long fingerprint() {
    return tree.fingerprint();
  }

  /** For the tests. */
  Tree tree() {
    return tree;
  }

  private void requireNothingPending() {
    if (pendingCount > 0) {
      throw new IllegalStateException(
          pendingCount + " leaves are still to be handed back or abandoned");
    }
  }

  private static int[] with(int[] array, int index, int element) {
    int[] large = index < array.length ? array : Arrays.copyOf(array, 2 * array.length);
    large[index] = element;
    return large;
  }
}
