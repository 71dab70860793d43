package dev.tengen.mcts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The improved policy against its formulas written out over all actions. */
class ImprovedPolicyTest {

  /** Where the edges of the first expanded node begin, behind their head. */
  private static final int FIRST = 1;

  private static final Gumbel GUMBEL = Gumbel.standard();

  @Test
  void selectsAndWritesWhatTheFormulasSay() {
    SplittableRandom random = new SplittableRandom(11);
    for (int round = 0; round < 5000; round++) {
      int edges = 1 + random.nextInt(12);
      Tree tree = RandomNode.root(random, edges, random.nextInt(edges + 1));
      int virtualLoss = 1 + random.nextInt(3);
      ImprovedPolicy policy = new ImprovedPolicy(GUMBEL, virtualLoss, edges);

      double[] n = new double[edges];
      double[] expected = byFormula(tree, virtualLoss, n);
      float[] written = new float[edges];
      policy.write(tree, RandomNode.priors(tree), written);
      double sum = 0;
      double total = 0;
      for (int e = 0; e < edges; e++) {
        assertThat((double) written[tree.action(FIRST + e)]).isCloseTo(expected[e], within(1e-5));
        sum += written[e];
        total += n[e];
      }
      assertThat(sum).isCloseTo(1, within(1e-5));

      int chosen = policy.select(tree, Tree.ROOT);
      double best = Double.NEGATIVE_INFINITY;
      for (int e = 0; e < edges; e++) {
        best = Math.max(best, expected[e] - n[e] / (1 + total));
      }
      assertThat(expected[chosen - FIRST] - n[chosen - FIRST] / (1 + total))
          .isCloseTo(best, within(1e-6));
    }
  }

  /** The policy by edge; fills n with effective visits. */
  private static double[] byFormula(Tree tree, int virtualLoss, double[] n) {
    int edges = n.length;
    double[] q = new double[edges];
    double total = 0;
    double max = 0;
    double priors = 0;
    double weighted = 0;
    for (int e = 0; e < tree.tried(Tree.ROOT); e++) {
      int child = tree.child(FIRST + e);
      n[e] = tree.visits(child) + virtualLoss * tree.inFlight(child);
      if (n[e] > 0) {
        q[e] = (tree.valueSum(child) - virtualLoss * tree.inFlight(child)) / n[e];
        total += n[e];
        max = Math.max(max, n[e]);
        priors += tree.prior(FIRST + e);
        weighted += tree.prior(FIRST + e) * q[e];
      }
    }
    double mean = priors > 0 ? weighted / priors : 0;
    double mixed = (tree.rawValue(Tree.ROOT) + total * mean) / (1 + total);
    double[] policy = new double[edges];
    double sum = 0;
    for (int e = 0; e < edges; e++) {
      double completed = n[e] > 0 ? q[e] : mixed;
      policy[e] = tree.prior(FIRST + e) * Math.exp((50 + max) * 1.0 * (completed + 1) / 2);
      sum += policy[e];
    }
    for (int e = 0; e < edges; e++) {
      policy[e] /= sum;
    }
    return policy;
  }

  @Test
  void aNodeWithoutVisitsKeepsItsPriors() {
    Tree tree = RandomNode.root(new SplittableRandom(1), 8, 0);
    float[] written = new float[8];
    new ImprovedPolicy(GUMBEL, 1, 8).write(tree, RandomNode.priors(tree), written);
    for (int e = 0; e < 8; e++) {
      assertThat(written[tree.action(FIRST + e)]).isCloseTo(tree.prior(FIRST + e), within(1e-6f));
    }
  }
}
