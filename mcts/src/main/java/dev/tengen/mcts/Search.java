package dev.tengen.mcts;

import dev.tengen.game.Evaluator;
import dev.tengen.game.Position;
import dev.tengen.game.Snapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/**
 * A search of one game: a tree below a root position, which moves along with the game.
 *
 * <p>{@link #begin} starts a search of the root; {@link #collect} and {@link #handBack} take it
 * forward, alternating with whatever evaluates the leaves, until it is {@link #done}; {@link
 * #result} may be asked at any time once the root is evaluated. {@link #run} does all that with one
 * evaluator. Then {@link #advance} plays an action and keeps what the tree knows below it.
 *
 * <p>Belongs to one thread at a time, but for {@link #stop}, {@link #view}, {@link #result}, {@link
 * #visits} and {@link #memoryBytes}, which others may call while it runs. Allocates nothing per
 * simulation once its arrays have grown to the size of its trees.
 */
public final class Search implements AutoCloseable {

  private final Tree tree = new Tree();
  private final Quota quota = new Quota(tree);

  /** A thread's each; the first is that of the stepped search. */
  private final List<Simulations> simulations = new ArrayList<>();

  private final RootNoise rootNoise;

  /** The evaluator's priors of the root by action; written before the root becomes expanded. */
  private final float[] rootPriors;

  /** Held by whoever moves what is in the tree about, or reads a result. */
  private final Object inOrder = new Object();

  private final Simulations.RootOwner rootOwner =
      new Simulations.RootOwner() {
        @Override
        public void expanded() {
          prepareRoot();
        }

        @Override
        public void renewed(int[] actions, int count, float[] priors) {
          renewRoot(actions, count, priors);
        }
      };

  private SearchConfig config;

  /** For results. */
  private ImprovedPolicy improvedPolicy;

  /** What chooses at the root; null in a search with PUCT. */
  private SequentialHalving halving;

  private SplittableRandom random;
  private Position root;
  private Restriction restriction = Restriction.NONE;

  /** Under how many symmetries the root was evaluated. */
  private int rootSymmetries = 1;

  /** Of the search under way; null if there is none. */
  private volatile Budget budget;

  private final LongSupplier nanoTime;
  private long started;

  /** What the tree brought along when the search under way began. */
  private int visitsAtStart;

  private final Batch runBatch = new Batch();

  /** Made when first needed. */
  private volatile Crew crew;

  /**
   * A search of {@code root} that has not begun.
   *
   * @param seed of everything random in the search: noise and symmetries
   * @throws IllegalArgumentException if the game has more than 4,095 actions
   */
  public Search(SearchConfig config, Position root, long seed) {
    this(config, root, seed, System::nanoTime);
  }

  /** For the tests: a search with another clock. */
  Search(SearchConfig config, Position root, long seed, LongSupplier nanoTime) {
    if (root.actionCount() >= EdgePage.SIZE) {
      throw new IllegalArgumentException("a game of " + root.actionCount() + " actions");
    }
    this.root = root;
    this.config = config;
    this.nanoTime = nanoTime;
    rootNoise = new RootNoise(root.actionCount());
    rootPriors = new float[root.actionCount()];
    simulations.add(newSimulations());
    configure(config);
    reset(root, seed);
  }

  private Simulations newSimulations() {
    return new Simulations(tree, quota, root, rootOwner);
  }

  // ---------------------------------------------------------------- which position, which settings

  /** The position that is searched. */
  public Position root() {
    return root;
  }

  /** Forgets the tree and stands at {@code position}, of the same game and size. */
  public void reset(Position position) {
    requireNothingWaiting();
    simulations.get(0).standAt(position);
    synchronized (inOrder) {
      root = position;
      obey(Restriction.NONE);
      tree.reset();
      atNewRoot();
    }
  }

  /** Forgets the tree and the state of the random generator too: as if newly made. */
  public void reset(Position position, long seed) {
    reset(position);
    random = new SplittableRandom(seed);
  }

  /**
   * Plays {@code action} at the root. The tree keeps what it knows below it; the rest goes, and
   * makes room. If the search was restricted, everything goes, the restriction too.
   *
   * @throws IllegalArgumentException if the action is not legal
   */
  public void advance(int action) {
    requireNothingWaiting();
    Position next = root.play(action);
    simulations.get(0).standAt(next);
    synchronized (inOrder) {
      root = next;
      int edge = restricted() ? Tree.NONE : tree.triedEdge(Tree.ROOT, action);
      obey(Restriction.NONE);
      if (edge != Tree.NONE && tree.state(tree.child(edge)) == Tree.EXPANDED) {
        Compaction.keepBelow(tree, tree.child(edge));
      } else {
        tree.reset();
      }
      atNewRoot();
    }
  }

  private void atNewRoot() {
    budget = null;
    rootSymmetries = 1;
    if (halving != null) {
      halving.reset();
    }
    if (root.isTerminal()) {
      tree.setState(Tree.ROOT, Tree.TERMINAL);
    } else if (tree.state(Tree.ROOT) == Tree.EXPANDED) {
      learnRootPriors();
    }
  }

  /**
   * Thinks only of what is allowed, until the next {@link #advance} or {@link #reset}. The tree
   * stays if the restriction equals the present one, else it is emptied.
   *
   * @throws IllegalArgumentException if no legal action at the root is allowed
   */
  public void restrict(Restriction newRestriction) {
    requireNothingWaiting();
    if (newRestriction.equals(restriction)) {
      return;
    }
    if (!root.isTerminal() && noneAllowed(newRestriction)) {
      throw new IllegalArgumentException("no legal action is allowed");
    }
    synchronized (inOrder) {
      obey(newRestriction);
      tree.reset();
      atNewRoot();
    }
  }

  private boolean noneAllowed(Restriction asked) {
    for (int action = 0; action < root.actionCount(); action++) {
      if (asked.allows(root.toMove(), action, 1) && root.isLegal(action)) {
        return false;
      }
    }
    return true;
  }

  private void obey(Restriction newRestriction) {
    restriction = newRestriction;
    simulations.forEach(simulating -> simulating.restrict(newRestriction));
  }

  private boolean restricted() {
    return restriction != Restriction.NONE;
  }

  /**
   * Searches with other settings from the next {@link #begin} on; the tree stays. So one move of a
   * game may be searched with noise and many visits, the next without and with few.
   */
  public void configure(SearchConfig newConfig) {
    requireNothingWaiting();
    synchronized (inOrder) {
      budget = null;
      config = newConfig;
      tree.setLimit(newConfig.maxTreeBytes());
      improvedPolicy = newImprovedPolicy();
      halving =
          config.gumbel() == null
              ? null
              : new SequentialHalving(config.gumbel(), newImprovedPolicy(), rootPriors.length);
      simulations.forEach(this::configure);
    }
  }

  private void configure(Simulations simulating) {
    simulating.configure(config, halving == null ? new Puct(config) : newImprovedPolicy(), halving);
  }

  /** Has so many threads' simulations ready, and lets them know of each other. */
  private void prepareSimulations(int threads) {
    while (simulations.size() < threads) {
      Simulations more = newSimulations();
      configure(more);
      more.restrict(restriction);
      simulations.add(more);
    }
    for (int i = 0; i < threads; i++) {
      simulations.get(i).standAt(root);
      simulations.get(i).shareWith(threads - 1);
    }
  }

  private ImprovedPolicy newImprovedPolicy() {
    Gumbel gumbel = config.gumbel() == null ? Gumbel.standard() : config.gumbel();
    return new ImprovedPolicy(gumbel, config.virtualLoss(), rootPriors.length);
  }

  // ---------------------------------------------------------------------------------- one search

  /**
   * Begins a search of the root. Noise, if the settings ask for it, is drawn now, or as soon as the
   * root is evaluated; that of an earlier search of this root goes.
   */
  public void begin(Budget newBudget) {
    requireNothingWaiting();
    synchronized (inOrder) {
      budget = newBudget;
      started = nanoTime.getAsLong();
      visitsAtStart = visits();
      tree.setLimit(config.maxTreeBytes());
      quota.open(newBudget.visits());
      if (hasResult() && rootSymmetries < config.rootSymmetries()) {
        tree.setState(Tree.ROOT, Tree.STALE);
        if (halving != null) {
          halving.reset();
        }
      } else if (hasResult()) {
        tree.setState(Tree.ROOT, Tree.EXPANDED);
        chooseAtRoot();
      }
    }
  }

  /** Called when the root was evaluated, before anybody sees its edges. */
  private void prepareRoot() {
    rootSymmetries = config.rootSymmetries();
    learnRootPriors();
    chooseAtRoot();
  }

  /** Called when a root with edges was evaluated anew, while no simulation passes it. */
  private void renewRoot(int[] actions, int count, float[] priors) {
    synchronized (inOrder) {
      Arrays.fill(rootPriors, 0);
      for (int i = 0; i < count; i++) {
        rootPriors[actions[i]] = priors[i];
      }
      rootSymmetries = config.rootSymmetries();
      chooseAtRoot();
    }
  }

  private void chooseAtRoot() {
    rootNoise.apply(tree, rootPriors, config, random);
    tree.bringBestForward(Tree.ROOT);
    if (halving != null) {
      int left = Math.max(0, budget.visits() - Math.max(1, visits()));
      halving.begin(tree, budget.limitsVisits() ? left : -1, random);
    }
  }

  private void learnRootPriors() {
    Arrays.fill(rootPriors, 0);
    int end = tree.firstEdge(Tree.ROOT) + tree.edgeCount(Tree.ROOT);
    for (int e = tree.firstEdge(Tree.ROOT); e < end; e++) {
      rootPriors[tree.action(e)] = tree.prior(e);
    }
  }

  /**
   * Whether there is nothing more to collect: the budget is used up, the tree is full, the game is
   * over at the root, the search was stopped, or none is under way here. Before the root is
   * evaluated only the last three, however short the time.
   */
  public boolean done() {
    Budget until = budget;
    if (until == null || quota.isClosed() || tree.state(Tree.ROOT) == Tree.TERMINAL) {
      return true;
    }
    int visits = visits();
    if (visits == 0) {
      return false;
    }
    long elapsed = until.limitsTime() ? nanoTime.getAsLong() - started : 0;
    return visits >= until.visits()
        || tree.full()
        || (until.limitsTime() && elapsed >= until.nanos())
        || (config.earlyStop()
            && halving == null
            && Leader.isSafe(tree, until, visits, visits - visitsAtStart, elapsed))
        || (config.solver()
            && (config.earlyStop() || !until.limitsVisits())
            && Proof.of(tree, Tree.ROOT) != Proof.NONE);
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
    return done() ? 0 : simulations.get(0).collect(batch, from, max, random);
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
    simulations.get(0).handBack(logits, values, from, count);
  }

  /**
   * Gives up the leaves that were collected and not handed back, as if they had never been
   * collected, and ends the search. Evaluations of them must not be handed back any more. What was
   * backed up stays.
   */
  public void abandon() {
    budget = null;
    simulations.get(0).abandon();
    if (tree.state(Tree.ROOT) == Tree.STALE) {
      tree.setState(Tree.ROOT, Tree.EXPANDED);
    }
  }

  /**
   * Searches the root with one evaluator, in the caller's thread, until the budget is used up. A
   * {@link #stop} takes effect after the evaluation under way.
   *
   * @param batchSize most leaves evaluated at once, at least 1. More than 1 lets the evaluator work
   *     faster and the search choose a little worse: it then does not know the latest values.
   */
  public void run(Evaluator evaluator, Budget newBudget, int batchSize) {
    begin(newBudget);
    proceed(evaluator, batchSize, 0);
  }

  /**
   * Searches the root with threads of its own in one tree until the budget is used up; the caller
   * waits. When the time is up, or at a {@link #stop}, it returns without waiting for evaluations
   * under way: their leaves are as if never collected, their answers ignored when they come. An
   * interruption of the caller is a stop too.
   *
   * <p>On the clock, calls of the evaluator get no more leaves than it can answer in 0.1 s, as far
   * as is known from the last call; so the tree is never much older than that.
   *
   * <p>With one thread and no clock the tree is the same as that of the other {@code run}, bit for
   * bit; with more it depends on who is faster.
   *
   * @param evaluator is called by all threads, by some perhaps still when this has returned
   * @param batchSize most leaves that one thread has evaluated at once
   * @param threads at least 1
   */
  public void run(Evaluator evaluator, Budget newBudget, int batchSize, int threads) {
    requireAtLeastOne("threads", threads);
    begin(newBudget);
    proceed(evaluator, batchSize, threads);
  }

  /**
   * Takes the search that was begun, and not collected from, to its end, as {@code run} does. Who
   * must not lose a {@link #stop} looks for it between the two.
   *
   * @param threads of its own; 0 to search in the caller's
   */
  public void proceed(Evaluator evaluator, int batchSize, int threads) {
    try {
      requireAtLeastOne("batch size", batchSize);
      prepareSimulations(Math.max(1, threads));
      if (threads == 0) {
        proceed(evaluator, batchSize);
      } else if (!done()) {
        proceedTogether(evaluator, batchSize, threads);
      }
    } finally {
      abandon();
    }
  }

  private void proceed(Evaluator evaluator, int batchSize) {
    runBatch.grow(batchSize, simulations.get(0));
    while (!done()) {
      int count = collect(runBatch.snapshots, 0, batchSize);
      if (count > 0) {
        runBatch.evaluate(evaluator, count);
        handBack(runBatch.logits, runBatch.values, 0, count);
      }
    }
  }

  private void proceedTogether(Evaluator evaluator, int batchSize, int threads) {
    List<SplittableRandom> randoms = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      randoms.add(i == 0 ? random : random.split());
    }
    if (crew == null) {
      crew = new Crew(quota, this::done);
    }
    long nanos = budget.limitsTime() ? budget.nanos() : -1;
    crew.run(evaluator, simulations.subList(0, threads), randoms, batchSize, nanos);
  }

  private static void requireAtLeastOne(String what, int number) {
    if (number < 1) {
      throw new IllegalArgumentException(what + " " + number);
    }
  }

  /**
   * Ends the search under way, if there is one; it returns from the tree as it stands, which may be
   * without a result if the root was not evaluated. Any thread may call this.
   */
  public void stop() {
    quota.close();
    Crew working = crew;
    if (working != null) {
      working.stop();
    }
  }

  /**
   * Ends the threads of a search that had any, after the evaluations under way. The tree stays, and
   * the search may be used again.
   */
  @Override
  public void close() {
    if (crew != null) {
      crew.close();
      crew = null;
    }
  }

  // ------------------------------------------------------------------------ what the search knows

  /** Visits of the root so far. */
  public int visits() {
    return tree.visits(Tree.ROOT);
  }

  /** Leaves collected by {@link #collect} and not handed back. */
  public int pendingLeaves() {
    return simulations.get(0).waiting();
  }

  /** Bytes that the tree's arrays hold. */
  public long memoryBytes() {
    return tree.memoryBytes();
  }

  /** Whether there is a {@link #result}: the root is evaluated and the game is not over there. */
  public boolean hasResult() {
    byte state = tree.state(Tree.ROOT);
    return state == Tree.EXPANDED || state == Tree.STALE || state == Tree.RENEWING;
  }

  /**
   * What the search knows now. Any thread may ask while it runs; its threads work on, so that some
   * numbers are a few visits older than others.
   *
   * @throws IllegalStateException if there is none: see {@link #hasResult}
   */
  public SearchResult result() {
    synchronized (inOrder) {
      if (!hasResult()) {
        throw new IllegalStateException("no result: the root was not evaluated");
      }
      float[] improved = new float[rootPriors.length];
      improvedPolicy.write(tree, rootPriors, improved);
      int choice = halving == null ? -1 : halving.choice(tree);
      byte pass = config.guardPass() && mayPass() ? Passing.outcome(root) : Proof.NONE;
      return Results.of(tree, choice, pass, config, rootPriors.clone(), improved);
    }
  }

  private boolean mayPass() {
    return restriction.allows(root.toMove(), root.actionCount() - 1, 1);
  }

  /**
   * What the search knows now, with its candidates' lines, if there is a {@link #result}. Any
   * thread may ask while it runs.
   */
  public Optional<SearchView> view() {
    synchronized (inOrder) {
      if (!hasResult()) {
        return Optional.empty();
      }
      SearchResult result = result();
      return Optional.of(new SearchView(root, result, Results.candidates(tree, config, result)));
    }
  }

  /** A hash of the tree: actions, visits and values of every node. */
  public long fingerprint() {
    return Fingerprint.of(tree);
  }

  /** For the tests. */
  Tree tree() {
    return tree;
  }

  private void requireNothingWaiting() {
    if (pendingLeaves() > 0 || simulations.get(0).averagesRoot()) {
      throw new IllegalStateException(
          Math.max(1, pendingLeaves()) + " leaves are still to be handed back or abandoned");
    }
  }
}
