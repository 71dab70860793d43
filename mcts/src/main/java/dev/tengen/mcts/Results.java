package dev.tengen.mcts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Reads a {@link SearchResult} off a tree, which others may be working on. */
final class Results {

  /** KataGo's, for a bound to show where moves are not chosen by it. */
  private static final double USUAL_STDEVS = 5;

  private Results() {}

  /**
   * The result of the tree, whose root is expanded.
   *
   * @param choice the action to play, or -1 for the one that the statistics speak for
   * @param pass what the last action certainly leads to, as in {@link Proof}
   * @param config how to choose it
   * @param priors the evaluator's priors of the root by action; kept
   * @param improvedPolicy of the root by action; kept
   */
  static SearchResult of(
      Tree tree,
      int choice,
      byte pass,
      SearchConfig config,
      float[] priors,
      float[] improvedPolicy) {
    int[] visits = new int[priors.length];
    float[] q = new float[priors.length];
    Arrays.fill(q, Float.NaN);
    float[] variance = new float[priors.length];
    Arrays.fill(variance, Float.NaN);
    int tried = tree.tried(Tree.ROOT);
    int first = tree.firstEdge(Tree.ROOT);
    for (int e = first; e < first + tried; e++) {
      int child = tree.child(e);
      // In this order, so that visits counted in between are in the count if in any of them.
      double sum = tree.valueSum(child);
      double squares = tree.squareSum(child);
      int count = tree.visits(child);
      int action = tree.action(e);
      visits[action] = count;
      if (count > 0) {
        double mean = sum / count;
        q[action] = (float) mean;
        if (count > 1) {
          variance[action] =
              (float) (Math.max(0, squares / count - mean * mean) * count / (count - 1));
        }
      }
    }
    byte[] certain = new byte[priors.length];
    if (config.solver()) {
      for (int e = first; e < first + tried; e++) {
        certain[tree.action(e)] = forParent(Proof.of(tree, tree.child(e)));
      }
    }
    if (pass != Proof.NONE) {
      certain[certain.length - 1] = pass;
    }
    int best =
        MoveChoice.best(choice, config, visits, q, variance, priors, certain, improvedPolicy);
    return new SearchResult(
        best,
        visits,
        MoveChoice.notLost(certain, priors),
        config.forcedPlayouts() > 0 ? ForcedPlayouts.pruned(tree, config, visits, q) : visits,
        q,
        variance,
        priors,
        (float) tree.meanValue(Tree.ROOT),
        tree.rawValue(Tree.ROOT),
        tree.visits(Tree.ROOT),
        improvedPolicy,
        Line.from(tree, best).actions(),
        tree.nodeCount(),
        tree.full());
  }

  private static byte forParent(byte proof) {
    return switch (proof) {
      case Proof.WIN -> Proof.LOSS;
      case Proof.LOSS -> Proof.WIN;
      default -> proof;
    };
  }

  /** The actions of the root that were visited, best first; see {@link SearchView}. */
  static List<SearchView.Candidate> candidates(
      Tree tree, SearchConfig config, SearchResult result) {
    double stdevs = config.lcbStdevs() > 0 ? config.lcbStdevs() : USUAL_STDEVS;
    List<SearchView.Candidate> candidates = new ArrayList<>();
    int first = tree.firstEdge(Tree.ROOT);
    for (int e = first; e < first + tree.tried(Tree.ROOT); e++) {
      int a = tree.action(e);
      int visits = result.visits()[a];
      if (visits > 0) {
        Line line = Line.along(tree, e);
        candidates.add(
            new SearchView.Candidate(
                a,
                visits,
                result.q()[a],
                result.priors()[a],
                lowerBound(result, a, stdevs),
                line.actions(),
                line.visits()));
      }
    }
    candidates.sort(
        Comparator.comparing((SearchView.Candidate c) -> c.action() != result.bestAction())
            .thenComparing(c -> -c.visits())
            .thenComparing(c -> -c.prior())
            .thenComparing(SearchView.Candidate::action));
    return candidates;
  }

  private static float lowerBound(SearchResult result, int action, double stdevs) {
    if (result.visits()[action] < 2) {
      return -1;
    }
    return (float)
        Math.max(
            -1,
            MoveChoice.lowerBound(result.visits(), result.q(), result.variance(), action, stdevs));
  }
}
