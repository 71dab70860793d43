package dev.tengen.mcts;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Spends the simulations of one search on the root's actions (Danihelka et al. 2022, section 3.3,
 * algorithm 2; the schedule as in google-deepmind/mctx).
 *
 * <p>With n simulations and m candidates there are {@code ceil(log2 m)} phases. In each, every
 * candidate left gets an equal number of simulations, then the worse half goes:
 *
 * <pre>
 *   n = 64, m = 16:    16 candidates x 1,   8 x 2,   4 x 4,   2 x 8
 * </pre>
 *
 * <p>What rounding leaves over goes to the last two. Within a phase simulations may be under way
 * together; between phases all of them must be backed up. A search without a limit on visits halves
 * again and again, starting from all candidates with twice the simulations each time.
 *
 * <p>May be asked by several threads at once: its methods exclude each other.
 */
final class SequentialHalving {

  /** Keeps the logarithm of a prior finite. */
  private static final double LEAST_PRIOR = 1e-38;

  private final Gumbel gumbel;
  private final ImprovedPolicy policy;

  /** By action. */
  private final double[] noise;

  private final double[] scores;

  /** Root edges, those still in the running first; and how many simulations each got. */
  private final int[] candidates;

  private final int[] simulations;
  private int candidateCount;

  private int planned;
  private int spent;
  private int inPhase;
  private int roundsInPhase;

  /** Simulations of the phase under way, all together and by candidate. */
  private int spentInPhase;

  private final int[] simulationsInPhase;

  SequentialHalving(Gumbel gumbel, ImprovedPolicy policy, int actionCount) {
    this.gumbel = gumbel;
    this.policy = policy;
    noise = new double[actionCount];
    scores = new double[actionCount];
    candidates = new int[Math.min(gumbel.maxConsidered(), actionCount)];
    simulations = new int[candidates.length];
    simulationsInPhase = new int[candidates.length];
  }

  /** Forgets the search. */
  synchronized void reset() {
    candidateCount = 0;
  }

  /**
   * Begins a search of the root, which is expanded: draws the noise, chooses the candidates and
   * tries their edges.
   *
   * @param budget simulations, or -1 if there is no limit
   */
  synchronized void begin(Tree tree, int budget, RandomGenerator random) {
    policy.measure(tree, Tree.ROOT);
    int first = tree.firstEdge(Tree.ROOT);
    int edges = tree.edgeCount(Tree.ROOT);
    for (int e = first; e < first + edges; e++) {
      double u = 1 - random.nextDouble();
      // A standard Gumbel sample; u = 1 would be infinite.
      double sample = -StrictMath.log(-StrictMath.log(Math.min(u, 1 - 0x1p-53)));
      noise[tree.action(e)] = gumbel.noiseScale() * sample;
    }
    for (int e = first; e < first + edges; e++) {
      scores[tree.action(e)] = score(tree, e);
    }
    int limit = budget < 0 ? Integer.MAX_VALUE : Math.max(1, budget);
    candidateCount = Math.min(Math.min(candidates.length, edges), limit);
    for (int i = 0; i < candidateCount; i++) {
      int best = bestEdge(tree);
      scores[tree.action(best)] = Double.NEGATIVE_INFINITY;
      if (best >= first + tree.tried(Tree.ROOT)) {
        best = tree.bringForward(Tree.ROOT, best);
        if (tree.follow(Tree.ROOT, best) == Tree.NONE) {
          candidateCount = i; // no room for more
          break;
        }
      }
      candidates[i] = best;
    }
    if (candidateCount == 0) {
      return;
    }
    Arrays.fill(simulations, 0);
    planned = budget < 0 ? candidateCount * phases() : budget;
    spent = 0;
    beginPhase(candidateCount);
  }

  private int bestEdge(Tree tree) {
    int first = tree.firstEdge(Tree.ROOT);
    int best = first;
    for (int e = first + 1; e < first + tree.edgeCount(Tree.ROOT); e++) {
      double margin = scores[tree.action(e)] - scores[tree.action(best)];
      if (margin > 0 || (margin == 0 && tree.action(e) < tree.action(best))) {
        best = e;
      }
    }
    return best;
  }

  /** What candidates are ranked by; the policy has measured the root. */
  private double score(Tree tree, int edge) {
    return noise[tree.action(edge)]
        + StrictMath.log(Math.max(LEAST_PRIOR, tree.prior(edge)))
        + policy.sigma(edge);
  }

  private int phases() {
    return Math.max(1, 32 - Integer.numberOfLeadingZeros(candidateCount - 1));
  }

  private void beginPhase(int considered) {
    inPhase = considered;
    roundsInPhase = Math.max(1, planned / (phases() * considered));
    spentInPhase = 0;
    Arrays.fill(simulationsInPhase, 0);
  }

  /**
   * The root edge for the next simulation, which is put in flight at the root; or NONE if those
   * under way must be backed up first.
   */
  synchronized int next(Tree tree) {
    if (candidateCount == 0) {
      return Tree.NONE;
    }
    if (spentInPhase == inPhase * roundsInPhase) {
      if (tree.inFlight(Tree.ROOT) > 0) {
        return Tree.NONE;
      }
      if (spent >= planned) {
        rank(tree, candidateCount);
        planned = Math.max(planned, 2 * planned); // at the end of the integers it stays
        spent = 0;
        beginPhase(candidateCount);
      } else {
        rank(tree, inPhase);
        beginPhase(Math.min(inPhase, Math.max(2, inPhase / 2)));
      }
    }
    int candidate = 0;
    for (int i = 1; i < inPhase; i++) {
      candidate = simulationsInPhase[i] < simulationsInPhase[candidate] ? i : candidate;
    }
    count(candidate, 1);
    tree.enter(Tree.ROOT);
    return candidates[candidate];
  }

  /** Takes back a simulation of the phase under way that came to nothing. */
  synchronized void takeBack(int edge) {
    for (int i = 0; i < inPhase; i++) {
      if (candidates[i] == edge) {
        count(i, -1);
      }
    }
  }

  private void count(int candidate, int change) {
    simulations[candidate] += change;
    simulationsInPhase[candidate] += change;
    spentInPhase += change;
    spent += change;
  }

  /** Sorts the first candidates, best first. */
  private void rank(Tree tree, int count) {
    policy.measure(tree, Tree.ROOT);
    for (int i = 0; i < count; i++) {
      scores[i] = score(tree, candidates[i]);
    }
    for (int i = 1; i < count; i++) {
      for (int j = i; j > 0 && scores[j] > scores[j - 1]; j--) {
        swap(j, j - 1);
      }
    }
  }

  private void swap(int a, int b) {
    double scoreOfA = scores[a];
    scores[a] = scores[b];
    scores[b] = scoreOfA;
    int candidateOfA = candidates[a];
    candidates[a] = candidates[b];
    candidates[b] = candidateOfA;
    int simulationsOfA = simulations[a];
    simulations[a] = simulations[b];
    simulations[b] = simulationsOfA;
  }

  /**
   * The action to play: the best of the candidates that came furthest, which are those with more
   * than half as many simulations as any. -1 if no search was begun.
   */
  synchronized int choice(Tree tree) {
    if (candidateCount == 0) {
      return -1;
    }
    policy.measure(tree, Tree.ROOT);
    int most = 0;
    for (int i = 0; i < candidateCount; i++) {
      most = Math.max(most, simulations[i]);
    }
    int best = Tree.NONE;
    double bestScore = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < candidateCount; i++) {
      double score = score(tree, candidates[i]);
      boolean cameFar = most == 0 || 2 * simulations[i] > most;
      if (cameFar && score > bestScore) {
        best = candidates[i];
        bestScore = score;
      }
    }
    return tree.action(best);
  }
}
