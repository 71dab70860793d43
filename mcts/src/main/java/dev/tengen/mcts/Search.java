package dev.tengen.mcts;

import dev.tengen.game.Evaluator;
import dev.tengen.game.Position;
import dev.tengen.game.Snapshot;
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

  private final Simulations simulations;
  private final RootNoise rootNoise;

  /** The evaluator's priors of the root by action; valid if the next is true. */
  private final float[] rootPriors;

  private boolean rootPriorsKnown;

  private SearchConfig config;
  private ImprovedPolicy improvedPolicy;

  /** What chooses at the root; null in a search with PUCT. */
  private SequentialHalving halving;

  private SplittableRandom random;
  private Position root;
  private Tree tree = new Tree();
  private Tree spare = new Tree();

  /** Of the search under way; null if there is none. */
  private Budget budget;

  private long started;

  private Snapshot[] runBatch = new Snapshot[0];
  private float[] runLogits = new float[0];
  private float[] runValues = new float[0];

  /**
   * A search of {@code root} that has not begun.
   *
   * @param seed of everything random in the search: noise and symmetries
   */
  public Search(SearchConfig config, Position root, long seed) {
    simulations = new Simulations(root);
    rootNoise = new RootNoise(root.actionCount());
    rootPriors = new float[root.actionCount()];
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
    requireNothingWaiting();
    simulations.standAt(position);
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
    requireNothingWaiting();
    root = root.play(action);
    simulations.standAt(root);
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
    rootPriorsKnown = false;
    if (halving != null) {
      halving.reset();
    }
    if (root.isTerminal()) {
      tree.state[Tree.ROOT] = Tree.TERMINAL;
    }
  }

  /**
   * Searches with other settings from the next {@link #begin} on; the tree stays. So one move of a
   * game may be searched with noise and many visits, the next without and with few.
   */
  public void configure(SearchConfig newConfig) {
    requireNothingWaiting();
    budget = null;
    config = newConfig;
    boolean puct = newConfig.gumbel() == null;
    Gumbel gumbel = puct ? Gumbel.standard() : newConfig.gumbel();
    improvedPolicy = new ImprovedPolicy(gumbel, newConfig.virtualLoss(), rootPriors.length);
    halving = puct ? null : new SequentialHalving(gumbel, improvedPolicy, rootPriors.length);
    simulations.configure(newConfig, puct ? new Puct(newConfig) : improvedPolicy, halving);
  }

  // ---------------------------------------------------------------------------------- one search

  /**
   * Begins a search of the root. Noise, if the settings ask for it, is drawn now, or as soon as the
   * root is evaluated; that of an earlier search of this root goes.
   */
  public void begin(Budget newBudget) {
    requireNothingWaiting();
    budget = newBudget;
    started = System.nanoTime();
    if (tree.state[Tree.ROOT] == Tree.EXPANDED) {
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
      int left = Math.max(0, budget.visits() - tree.visits[Tree.ROOT]);
      halving.begin(tree, budget.limitsVisits() ? left : -1, random);
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
   * Whether there is nothing more to collect: the budget is used up, the game is over at the root,
   * or no search is under way here. Never before the root is evaluated, however short the time.
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
    int most = 0;
    int second = 0;
    int first = tree.firstEdge[Tree.ROOT];
    for (int e = first; e < first + tree.triedCount[Tree.ROOT]; e++) {
      int visits = tree.visits[tree.child[e]];
      second = Math.max(second, Math.min(most, visits));
      most = Math.max(most, visits);
    }
    return most > second + visitsLeft || tree.edgeCount[Tree.ROOT] == 1;
  }

  /**
   * Descends the tree and writes the leaves that need an evaluation to {@code batch[from]} and
   * after. Simulations that end where the value is known are backed up at once. A leaf is collected
   * once: a simulation that meets one already collected is taken back, but keeps its virtual loss
   * until this call ends, so that the next ones look elsewhere.
   *
   * <p>Returns fewer than {@code max} leaves, or none, when the budget, counting what was
   * collected, has no room for more; when the tree offers no more different leaves, or sequential
   * halving must know those collected first; or when many simulations needed no evaluation. May be
   * called again before the leaves are handed back.
   *
   * @param batch snapshots of this game and size, from {@link dev.tengen.game.Walker#newSnapshot}
   * @return how many leaves were written
   */
  public int collect(Snapshot[] batch, int from, int max) {
    return done() ? 0 : simulations.collect(tree, budget.visits(), batch, from, max, random);
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
    boolean rootWaits = tree.state[Tree.ROOT] == Tree.PENDING;
    simulations.handBack(tree, logits, values, from, count);
    if (rootWaits && tree.state[Tree.ROOT] == Tree.EXPANDED) {
      prepareRoot();
    }
  }

  /**
   * Gives up the leaves that were collected and not handed back, as if they had never been
   * collected, and ends the search. Evaluations of them must not be handed back any more. What was
   * backed up stays.
   */
  public void abandon() {
    budget = null;
    simulations.abandon(tree);
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
        runBatch[i] = simulations.newSnapshot();
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
    return simulations.waiting();
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

  private void requireNothingWaiting() {
    if (simulations.waiting() > 0) {
      throw new IllegalStateException(
          simulations.waiting() + " leaves are still to be handed back or abandoned");
    }
  }
}
