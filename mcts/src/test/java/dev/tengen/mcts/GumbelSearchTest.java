package dev.tengen.mcts;

import static dev.tengen.mcts.GameTree.black;
import static dev.tengen.mcts.GameTree.white;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.Evaluator;
import dev.tengen.game.Outcome;
import dev.tengen.game.Player;
import dev.tengen.game.Snapshot;
import dev.tengen.game.UserError;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sequential halving at the root, and what it learns. */
class GumbelSearchTest {

  private static final SearchConfig SELF_PLAY =
      SearchConfig.standard().withGumbel(Gumbel.standard());
  private static final SearchConfig PLAY =
      SearchConfig.standard().withGumbel(Gumbel.standard().withNoiseScale(0));

  /** Black has one action per value, which is worth that to Black, for many plies. */
  private static GameTree bandit(double... values) {
    GameTree[] arms = new GameTree[values.length];
    for (int i = 0; i < arms.length; i++) {
      GameTree line = GameTree.end(Player.BLACK, Outcome.DRAW);
      for (int ply = 0; ply < 100; ply++) {
        line = ply % 2 == 0 ? black(values[i], line) : white(-values[i], line);
      }
      arms[i] = line;
    }
    return black(0, arms);
  }

  private static SearchResult search(
      SearchConfig config, GameTree root, int simulations, int batchSize) {
    Search search = new Search(config, root, 1);
    search.run(GameTree.EVALUATOR, Budget.visits(1 + simulations), batchSize);
    assertThat(search.visits()).isEqualTo(1 + simulations);
    TreeChecks.check(search.tree(), true);
    return search.result();
  }

  /** Better actions last longer; the schedule does not depend on the batch. */
  @ParameterizedTest
  @CsvSource({
    "48, 8, 14 14 6 6 2 2 2 2, 0", // 8 x 2, 4 x 4, 2 x 8
    "24, 8, 7 7 3 3 1 1 1 1, 0", // 8 x 1, 4 x 2, 2 x 4
    "16, 8, 4 4 2 2 1 1 1 1, 0", // 8 x 1, 4 x 1, 2 x 2
    "11, 8, 2 2 2 1 1 1 1 1, 0", // 8 x 1, 3 of 4 x 1
    "10, 4, 0 0 0 0 4 4 1 1, 4", // 4 x 1, 2 x 2, 2 left over
    "3, 8, 0 0 0 0 0 1 1 1, 5",
    "5, 1, 0 0 0 0 0 0 0 5, 7",
  })
  void simulationsAreHalvedDownToTheBest(int simulations, int considered, String visits, int best) {
    // The worse an action, the higher its prior.
    GameTree root =
        bandit(0.35, 0.3, 0.25, 0.2, 0.15, 0.1, 0.05, 0)
            .withPriors(0.09, 0.1, 0.11, 0.12, 0.13, 0.14, 0.15, 0.16);
    Gumbel gumbel = Gumbel.standard().withMaxConsidered(considered).withNoiseScale(0);
    int[] expected = Arrays.stream(visits.split(" ")).mapToInt(Integer::parseInt).toArray();
    for (int batchSize : new int[] {1, 3, 8, 64}) {
      SearchResult result = search(PLAY.withGumbel(gumbel), root, simulations, batchSize);
      assertThat(Arrays.copyOf(result.visits(), 8)).as("batch %d", batchSize).isEqualTo(expected);
      assertThat(result.bestAction()).isEqualTo(best);
    }
  }

  @Test
  void findsTheBestActionAgainstThePrior() {
    GameTree root = bandit(-0.2, -0.1, 0.3, 0).withPriors(0.7, 0.2, 0.05, 0.05);
    SearchResult result = search(PLAY, root, 12, 1);
    assertThat(result.bestAction()).isEqualTo(2);
    assertThat(result.bestLine()).startsWith(2);
    float[] improved = result.improvedPolicy();
    assertThat(improved[2]).isGreaterThan(0.9f);
    assertThat(improved[0] + improved[1] + improved[2] + improved[3]).isBetween(0.999f, 1.001f);
    assertThat(improved[4]).isZero();
  }

  /** With nothing to choose between the values, the move played is a sample of the policy. */
  @Test
  void noiseSamplesFromThePolicy() {
    double[] priors = {0.5, 0.3, 0.15, 0.05};
    GameTree root = bandit(0, 0, 0, 0).withPriors(priors);
    Search search = new Search(SELF_PLAY, root, 9);
    int rounds = 4000;
    int[] chosen = new int[4];
    for (int i = 0; i < rounds; i++) {
      search.reset(root);
      search.run(GameTree.EVALUATOR, Budget.visits(7), 2);
      chosen[search.result().bestAction()]++;
    }
    for (int a = 0; a < 4; a++) {
      double sigma = Math.sqrt(priors[a] * (1 - priors[a]) / rounds);
      assertThat(chosen[a] / (double) rounds)
          .isBetween(priors[a] - 5 * sigma, priors[a] + 5 * sigma);
    }
  }

  /** The promise of the method: even with few simulations no worse than the prior on average. */
  @Test
  void twoSimulationsImproveOnThePrior() {
    SplittableRandom random = new SplittableRandom(5);
    double gain = 0;
    for (int i = 0; i < 500; i++) {
      double[] values = new double[8];
      double[] priors = new double[8];
      double sum = 0;
      for (int a = 0; a < 8; a++) {
        values[a] = 1.6 * random.nextDouble() - 0.8;
        priors[a] = 0.05 + random.nextDouble();
        sum += priors[a];
      }
      double expected = 0;
      for (int a = 0; a < 8; a++) {
        priors[a] /= sum;
        expected += priors[a] * values[a];
      }
      Search search = new Search(SELF_PLAY, bandit(values).withPriors(priors), i);
      search.run(GameTree.EVALUATOR, Budget.visits(3), 1);
      gain += values[search.result().bestAction()] - expected;
    }
    assertThat(gain / 500).isGreaterThan(0.1);
  }

  @Test
  void withoutNoiseTheSeedDoesNotMatter() {
    SearchConfig config = PLAY.withRandomSymmetry(false);
    Search one = new Search(config, TicTacToe.START, 1);
    Search two = new Search(config, TicTacToe.START, 2);
    one.run(Evaluators.HASHED, Budget.visits(100), 1);
    two.run(Evaluators.HASHED, Budget.visits(100), 1);
    assertThat(one.fingerprint()).isEqualTo(two.fingerprint());
    Search noisy = new Search(SELF_PLAY, TicTacToe.START, 1);
    Search other = new Search(SELF_PLAY, TicTacToe.START, 2);
    noisy.run(Evaluators.HASHED, Budget.visits(100), 1);
    other.run(Evaluators.HASHED, Budget.visits(100), 1);
    assertThat(noisy.fingerprint()).isNotEqualTo(other.fingerprint());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 16})
  void invariantsHoldOverWholeGamesWithReuse(int batchSize) {
    for (SearchConfig config : new SearchConfig[] {PLAY, SELF_PLAY.withVirtualLoss(2)}) {
      Search search = new Search(config, TicTacToe.START, 3);
      while (!search.root().isTerminal()) {
        int visits = search.visits() + 60;
        search.run(Evaluators.HASHED, Budget.visits(visits), batchSize);
        assertThat(search.visits()).isEqualTo(visits);
        TreeChecks.check(search.tree(), true);
        search.advance(search.result().bestAction());
        TreeChecks.check(search.tree(), true);
      }
    }
  }

  @Test
  void neverPlaysALosingMoveInTicTacToe() {
    Search search = new Search(PLAY, TicTacToe.START, 1);
    SplittableRandom random = new SplittableRandom(8);
    for (int game = 0; game < 30; game++) {
      TicTacToe position = TicTacToe.START;
      while (!position.isTerminal()) {
        search.reset(position);
        search.run(Evaluators.UNIFORM, Budget.visits(4000), 1);
        int best = search.result().bestAction();
        assertThat(-position.play(best).minimax()).as("%s", position).isEqualTo(position.minimax());
        int action = random.nextInt(9);
        while (!position.isLegal(action)) {
          action = random.nextInt(9);
        }
        position = position.play(action);
      }
    }
  }

  @Test
  void withoutALimitOnVisitsItHalvesAgainAndAgain() {
    Search search = new Search(PLAY, bandit(0, 0.1, 0.2, 0.3, 0.25, 0.1, 0, 0), 1);
    search.begin(Budget.unlimited());
    Snapshot[] batch = {search.root().newWalker().newSnapshot()};
    float[] logits = new float[10];
    float[] values = new float[1];
    for (int i = 0; i < 1 + 24 + 48 + 96; i++) {
      int count = search.collect(batch, 0, 1);
      GameTree.EVALUATOR.evaluate(batch, count, logits, values);
      search.handBack(logits, values, 0, count);
    }
    assertThat(search.result().bestAction()).isEqualTo(3);
    // 24, 48 and 96 simulations: every action was considered three times.
    assertThat(Arrays.copyOf(search.result().visits(), 8))
        .containsExactlyInAnyOrder(7, 7, 7, 7, 21, 21, 49, 49);
  }

  @Test
  void aFailedSearchCanBeBegunAgain() {
    Search search = new Search(SELF_PLAY, TicTacToe.START, 1);
    int[] calls = {0};
    Evaluator failing =
        (batch, count, logits, values) -> {
          if (++calls[0] == 3) {
            throw new IllegalStateException("gone");
          }
          Evaluators.HASHED.evaluate(batch, count, logits, values);
        };
    assertThatThrownBy(() -> search.run(failing, Budget.visits(64), 4)).hasMessage("gone");
    search.run(Evaluators.HASHED, Budget.visits(64), 4);
    assertThat(search.visits()).isEqualTo(64);
    TreeChecks.check(search.tree(), true);
  }

  @Test
  void oneVisitIsTheSampledPolicyItself() {
    Search search = new Search(PLAY, bandit(0, 0).withPriors(0.3, 0.7), 1);
    search.run(GameTree.EVALUATOR, Budget.visits(1), 1);
    assertThat(search.result().bestAction()).isEqualTo(1);
    assertThat(search.result().improvedPolicy()[1]).isBetween(0.699f, 0.701f);
  }

  @Test
  void dirichletNoiseOnTopIsRefused() {
    assertThatThrownBy(() -> SELF_PLAY.withDirichletFraction(0.25)).isInstanceOf(UserError.class);
    assertThatThrownBy(() -> Gumbel.standard().withMaxConsidered(0))
        .isInstanceOf(UserError.class)
        .hasMessage("gumbel setting maxConsidered must be at least 1, not 0");
    assertThatThrownBy(() -> Gumbel.standard().withCScale(0)).isInstanceOf(UserError.class);
    assertThatThrownBy(() -> Gumbel.standard().withNoiseScale(-1)).isInstanceOf(UserError.class);
  }
}
