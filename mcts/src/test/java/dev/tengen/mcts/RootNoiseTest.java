package dev.tengen.mcts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RootNoiseTest {

  /** Where the edges of the first expanded node begin, behind their head. */
  private static final int FIRST = 1;

  private static final SearchConfig NOISY = SearchConfig.standard().withDirichletFraction(0.25);

  /** Mean and variance of one component: 1/n and (n - 1) / (n^2 (n alpha + 1)). */
  @ParameterizedTest
  @CsvSource({"0.03, 9", "0.3, 9", "1.0, 4", "3.0, 2"})
  void noiseHasTheMomentsOfADirichletDistribution(double alpha, int n) {
    SearchConfig config = NOISY.withDirichletFraction(1).withDirichletAlpha(alpha);
    RootNoise noise = new RootNoise(n);
    SplittableRandom random = new SplittableRandom(3);
    Tree tree = root(n);
    int samples = 40_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < samples; i++) {
      noise.mix(tree, new float[n], config, random);
      double total = 0;
      for (int e = 0; e < n; e++) {
        assertThat(tree.prior(FIRST + e)).isBetween(0f, 1f);
        total += tree.prior(FIRST + e);
      }
      assertThat(total).isCloseTo(1, within(1e-5));
      sum += tree.prior(FIRST + 1);
      squares += (double) tree.prior(FIRST + 1) * tree.prior(FIRST + 1);
    }
    double mean = sum / samples;
    double variance = squares / samples - mean * mean;
    double expected = (n - 1) / (n * n * (n * alpha + 1));
    assertThat(mean).isCloseTo(1.0 / n, within(6 * Math.sqrt(expected / samples)));
    assertThat(variance).isCloseTo(expected, within(0.05 * expected));
  }

  @Test
  void temperatureBringsThePriorsCloser() {
    Tree tree = root(4);
    float[] priors = {0.64f, 0.32f, 0.04f, 0};
    RootNoise noise = new RootNoise(4);
    SearchConfig config = SearchConfig.standard();
    noise.apply(tree, priors, config.withRootPolicyTemperature(2), new SplittableRandom(5));
    // Square roots: 0.8, 0.5657, 0.2, which sum to 1.5657.
    assertThat(Arrays.copyOf(byAction(tree), 4))
        .containsExactly(new float[] {0.511f, 0.3613f, 0.1277f, 0}, within(1e-4f));
    noise.apply(tree, priors, config, new SplittableRandom(5));
    assertThat(Arrays.copyOf(byAction(tree), 4)).isEqualTo(priors);
  }

  @Test
  void aSpreadTotalIsSharedOutOverTheLegalActions() {
    Tree tree = root(9);
    Tree same = root(9);
    SearchConfig spread = NOISY.withDirichletTotal(10.83);
    SearchConfig each = NOISY.withDirichletAlpha(10.83 / 9);
    new RootNoise(9).mix(tree, new float[9], spread, new SplittableRandom(5));
    new RootNoise(9).mix(same, new float[9], each, new SplittableRandom(5));
    assertThat(byAction(tree)).isEqualTo(byAction(same));
  }

  private static Tree root(int edges) {
    Tree tree = new Tree();
    tree.reset();
    tree.addEdges(Tree.ROOT, edges);
    for (int e = 0; e < edges; e++) {
      tree.setAction(FIRST + e, e);
    }
    return tree;
  }

  @Test
  void noiseTakesItsFractionOfTheRootsPriorsAndOfNoOthers() {
    Search clean = new Search(SearchConfig.standard(), TicTacToe.START, 1);
    clean.run(Evaluators.HASHED, Budget.visits(1), 1);
    float[] priors = clean.result().priors();

    Search noisy = new Search(NOISY, TicTacToe.START, 1);
    noisy.run(Evaluators.HASHED, Budget.visits(300), 1);
    assertThat(noisy.result().priors()).as("reported without noise").isEqualTo(priors);
    Tree tree = noisy.tree();
    double sum = 0;
    double moved = 0;
    for (int e = 0; e < 9; e++) {
      float prior = priors[tree.action(FIRST + e)];
      assertThat(tree.prior(FIRST + e)).isGreaterThanOrEqualTo(0.75f * prior - 1e-6f);
      sum += tree.prior(FIRST + e);
      moved += Math.abs(tree.prior(FIRST + e) - prior);
    }
    assertThat(sum).isCloseTo(1, within(1e-5));
    assertThat(moved).isBetween(0.01, 0.5);

    // Below the root: a search that starts there without noise sees the same priors.
    int action = noisy.result().bestAction();
    noisy.advance(action);
    Search below = new Search(SearchConfig.standard(), TicTacToe.START.play(action), 1);
    below.run(Evaluators.HASHED, Budget.visits(1), 1);
    assertThat(noisy.result().priors()).isEqualTo(below.result().priors());
  }

  @Test
  void everySearchOfARootGetsFreshNoiseAndOneWithoutNoiseNone() {
    Search search = new Search(NOISY, TicTacToe.START, 1);
    search.run(Evaluators.HASHED, Budget.visits(50), 1);
    float[] first = byAction(search.tree());
    search.begin(Budget.visits(100));
    float[] second = byAction(search.tree());
    search.configure(SearchConfig.standard());
    search.begin(Budget.visits(100));
    float[] third = byAction(search.tree());
    assertThat(second).isNotEqualTo(first);
    assertThat(third).isEqualTo(search.result().priors());
  }

  private static float[] byAction(Tree tree) {
    float[] priors = new float[TicTacToe.ACTIONS];
    for (int e = 0; e < tree.edgeCount(Tree.ROOT); e++) {
      priors[tree.action(FIRST + e)] = tree.prior(FIRST + e);
    }
    return priors;
  }
}
