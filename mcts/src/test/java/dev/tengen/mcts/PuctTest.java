package dev.tengen.mcts;

import static dev.tengen.mcts.GameTree.black;
import static dev.tengen.mcts.GameTree.end;
import static dev.tengen.mcts.GameTree.white;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tengen.game.Outcome;
import dev.tengen.game.Player;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PUCT against the formula written out, and first-play urgency at its thresholds. */
class PuctTest {

  /** Where the edges of the first expanded node begin, behind their head. */
  private static final int FIRST = 1;

  /** The tree's shortcut (tried edges and one more) chooses as a search of all edges would. */
  @Test
  void choosesTheEdgeThatTheFormulaChooses() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 5000; round++) {
      SearchConfig config =
          SearchConfig.standard()
              .withCPuct(2 * random.nextDouble())
              .withCPuctGrowth(random.nextInt(2) * 5 * random.nextDouble(), random.nextInt(1, 9))
              .withFpuReduction(random.nextDouble())
              .withRootFpuReduction(random.nextDouble())
              .withVirtualLoss(1 + random.nextInt(3));
      int edges = 1 + random.nextInt(12);
      Tree tree = RandomNode.root(random, edges, random.nextInt(edges + 1));
      int chosen = new Puct(config).select(tree, Tree.ROOT);
      assertThat((int) tree.action(chosen)).isEqualTo(byFormula(tree, config));
    }
  }

  private static int byFormula(Tree tree, SearchConfig config) {
    int edges = tree.edgeCount(Tree.ROOT);
    double total = 0;
    double visitedPrior = 0;
    double valueSum = tree.rawValue(Tree.ROOT);
    int valueCount = 1;
    double[] n = new double[edges];
    double[] w = new double[edges];
    for (int e = 0; e < tree.tried(Tree.ROOT); e++) {
      int child = tree.child(FIRST + e);
      double lost = config.virtualLoss() * (double) tree.inFlight(child);
      n[e] = tree.visits(child) + lost;
      w[e] = tree.valueSum(child) - lost;
      total += n[e];
      visitedPrior += n[e] > 0 ? tree.prior(FIRST + e) : 0;
      valueSum += tree.valueSum(child);
      valueCount += tree.visits(child);
    }
    double reduction = config.rootFpuReduction() * Math.sqrt(visitedPrior);
    double urgency = Math.max(-1, valueSum / valueCount - reduction);
    double c =
        config.cPuct()
            + config.cPuctLog() * Math.log((total + config.cPuctBase()) / config.cPuctBase());
    int best = -1;
    double bestScore = 0;
    for (int e = 0; e < edges; e++) {
      double q = n[e] > 0 ? w[e] / n[e] : urgency;
      double score = q + c * tree.prior(FIRST + e) * Math.sqrt(total) / (1 + n[e]);
      boolean wins =
          best < 0
              || score > bestScore + 1e-12
              || (score > bestScore - 1e-12
                  && (tree.prior(FIRST + e) > tree.prior(FIRST + best)
                      || (tree.prior(FIRST + e) == tree.prior(FIRST + best)
                          && tree.action(FIRST + e) < tree.action(FIRST + best))));
      if (wins) {
        best = e;
        bestScore = score;
      }
    }
    return tree.action(FIRST + best);
  }

  /**
   * No exploration, raw value 0.5, priors 0.64 and 0.36. The first visit goes to the higher prior
   * and finds q; the mean is then (0.5 + q) / 2 and the unvisited action worth that less reduction
   * * 0.8.
   */
  @ParameterizedTest
  @CsvSource({
    "0.0, 0.49, 1", // 0.495 for the unvisited beats 0.49
    "0.0, 0.51, 0",
    "0.5, 0.00, 0", // 0.25 - 0.4 loses to 0
    "0.2, 0.00, 1", // 0.25 - 0.16 beats 0
    "0.5, -0.29, 0", // 0.105 - 0.4 = -0.295
    "0.5, -0.31, 1", // 0.095 - 0.4 = -0.305
  })
  void theRootsUnvisitedActionIsWorthTheMeanLessTheReduction(double reduction, float q, int next) {
    SearchConfig config =
        SearchConfig.standard().withCPuct(0).withRootFpuReduction(reduction).withFpuReduction(2);
    assertThat(secondChoice(decision(q), config, 3).visits()[next]).isEqualTo(next == 0 ? 2 : 1);
  }

  @ParameterizedTest
  @CsvSource({"0.5, -0.29, 0", "0.5, -0.31, 1"})
  void belowTheRootTheOtherReductionCounts(double reduction, float q, int next) {
    SearchConfig config =
        SearchConfig.standard().withCPuct(0).withFpuReduction(reduction).withRootFpuReduction(2);
    // One forced move above, so the decision is White's reply.
    GameTree root = black(0, decision(q));
    Search search = new Search(config, root, 1);
    search.run(GameTree.EVALUATOR, Budget.visits(4), 1);
    search.advance(0);
    assertThat(search.result().visits()[next]).isEqualTo(next == 0 ? 2 : 1);
  }

  private static GameTree decision(float q) {
    GameTree end = end(Player.WHITE, Outcome.DRAW);
    // Long enough lines that the second visit of an action does not meet an end.
    GameTree visited = black(-q, white(q, black(-q, end)));
    GameTree other = black(0, white(0, black(0, end)));
    return white(0.5, visited, other).withPriors(0.64, 0.36);
  }

  private static SearchResult secondChoice(GameTree root, SearchConfig config, int visits) {
    Search search = new Search(config, root, 1);
    search.run(GameTree.EVALUATOR, Budget.visits(visits), 1);
    return search.result();
  }

  /**
   * AlphaZero's constants: 1.25 at first, log 2 more at 19,652 visits, log 11 more at ten times.
   */
  @ParameterizedTest
  @CsvSource({"0, 1.25", "19652, 1.9431472", "196520, 3.6478953"})
  void explorationGrowsWithVisits(int visits, double c) {
    Puct puct = new Puct(SearchConfig.standard().withCPuct(1.25).withCPuctGrowth(1, 19_652));
    assertThat(puct.exploration(visits)).isCloseTo(c * Math.sqrt(visits), within(1e-3));
    Puct constant = new Puct(SearchConfig.standard().withCPuct(1.25));
    assertThat(constant.exploration(visits)).isEqualTo(1.25 * Math.sqrt(visits));
  }

  @Test
  void urgencyIsNeverBelowALoss() {
    // The visited action loses for certain; the others count as no worse and are tried in turn.
    GameTree lost = end(Player.WHITE, Outcome.WHITE_WINS);
    GameTree won = end(Player.WHITE, Outcome.BLACK_WINS);
    GameTree root = black(-1, lost, lost, won).withPriors(0.6, 0.3, 0.1);
    SearchConfig config = SearchConfig.standard().withRootFpuReduction(2);
    assertThat(secondChoice(root, config, 40).bestAction()).isEqualTo(2);
  }
}
