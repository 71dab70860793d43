package dev.tengen.mcts;

import static dev.tengen.mcts.GameTree.black;
import static dev.tengen.mcts.GameTree.end;
import static dev.tengen.mcts.GameTree.white;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.game.Outcome;
import dev.tengen.game.Player;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proven wins, losses and draws: by hand, and on all of tic-tac-toe against minimax. */
class ProofTest {

  private static final SearchConfig SOLVER = SearchConfig.standard().withSolver(true);

  /** After a move of Black's. */
  private static GameTree won() {
    return end(Player.WHITE, Outcome.BLACK_WINS);
  }

  /** After a move of White's. */
  private static GameTree thrownAway() {
    return end(Player.BLACK, Outcome.BLACK_WINS);
  }

  private static GameTree lost() {
    return end(Player.BLACK, Outcome.WHITE_WINS);
  }

  private static GameTree drawn() {
    return end(Player.BLACK, Outcome.DRAW);
  }

  /** A line without an end in reach. */
  private static GameTree open(double valueForWhite) {
    GameTree next = end(Player.WHITE, Outcome.DRAW);
    for (int i = 0; i < 300; i++) {
      next = white(valueForWhite, black(-valueForWhite, next));
    }
    return next;
  }

  private static Search searched(GameTree root, SearchConfig config, int visits) {
    Search search = new Search(config, root, 1);
    search.run(GameTree.EVALUATOR, Budget.visits(visits), 1);
    return search;
  }

  private static byte proofOfRoot(GameTree root) {
    Search search = searched(root, SOLVER, 60);
    return Proof.of(search.tree(), Tree.ROOT);
  }

  @Test
  void oneWinningMoveProvesAWinAndAllLosingOnesALoss() {
    assertThat(proofOfRoot(black(-1, open(0.5), won()))).isEqualTo(Proof.WIN);
    assertThat(proofOfRoot(black(1, white(0, lost()), white(0, lost(), thrownAway()))))
        .isEqualTo(Proof.LOSS);
    assertThat(proofOfRoot(black(0, white(0, lost()), white(0, drawn(), thrownAway()))))
        .isEqualTo(Proof.DRAW);
  }

  @Test
  void anOpenLineLeavesLossesAndDrawsUnproven() {
    assertThat(proofOfRoot(black(0, white(0, lost()), open(0.5)))).isEqualTo(Proof.NONE);
    assertThat(proofOfRoot(black(0, white(0, drawn()), open(0.5)))).isEqualTo(Proof.NONE);
  }

  /** White refutes move 0, which the network loves so much that PUCT keeps on visiting it. */
  @Test
  void aMoveThatIsProvenToLoseIsNeitherVisitedAgainNorPlayed() {
    GameTree root = black(0, white(-1, lost()), open(0.9)).withPriors(0.99, 0.01);
    SearchResult plain = searched(root, SearchConfig.standard(), 20).result();
    assertThat(plain.visits()[0]).isGreaterThan(10);
    assertThat(plain.bestAction()).isZero();
    SearchResult solved = searched(root, SOLVER, 20).result();
    assertThat(solved.visits()[0]).isLessThan(5);
    assertThat(solved.bestAction()).isEqualTo(1);
    assertThat(solved.open()[0]).isFalse();
    assertThat(solved.policy(1)[0]).isZero();
  }

  /** The visits came before the proof: what is proven outweighs them. */
  @Test
  void provenWinsArePlayedHoweverFewTheirVisits() {
    GameTree root = black(0, open(-0.3), white(0, black(0, won()))).withPriors(0.7, 0.3);
    for (int visits = 6; visits < 40; visits++) {
      Search search = searched(root, SOLVER, visits);
      if (Proof.of(search.tree(), Tree.ROOT) == Proof.WIN) {
        assertThat(search.result().visits()[0]).isGreaterThan(search.result().visits()[1]);
        assertThat(search.result().bestAction()).isEqualTo(1);
        return;
      }
    }
    throw new AssertionError("the win was not found");
  }

  @Test
  void whereAllLosesSomethingIsPlayed() {
    GameTree root = black(0, white(0, lost()), white(0, lost())).withPriors(0.3, 0.7);
    SearchResult result = searched(root, SOLVER, 30).result();
    assertThat(result.bestAction()).isEqualTo(1);
    assertThat(result.policy(1)[0] + result.policy(1)[1]).isEqualTo(1);
    assertThat(result.rootVisits()).isEqualTo(30);
  }

  @Test
  void aProvenRootEndsASearchWithoutALimitOfVisits() {
    GameTree root = black(0, open(-0.5), won());
    Search search = new Search(SOLVER, root, 1);
    search.run(GameTree.EVALUATOR, Budget.time(Duration.ofHours(1)), 1);
    assertThat(search.result().bestAction()).isEqualTo(1);
    search.reset(root);
    search.run(GameTree.EVALUATOR, Budget.visits(50), 1);
    assertThat(search.visits()).isEqualTo(50);
  }

  @Test
  void proofsAreKeptWhenTheGameGoesOn() {
    GameTree root = black(0, white(0, lost(), thrownAway()), open(0.5));
    Search search = searched(root, SOLVER, 30);
    search.advance(0);
    assertThat(Proof.of(search.tree(), Tree.ROOT)).isEqualTo(Proof.WIN);
    assertThat(search.result().bestAction()).isZero();
  }

  /** All that is proven is true, by one thread, by several and with Gumbel noise. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4})
  void whatIsProvenIsTrue(int threads) {
    SearchConfig config = threads > 0 ? SOLVER : SOLVER.withGumbel(Gumbel.standard());
    Set<TicTacToe> positions = new HashSet<>();
    gather(TicTacToe.START, positions);
    int proven = 0;
    int checked = 0;
    try (Search search = new Search(config, TicTacToe.START, 1)) {
      for (TicTacToe position : positions) {
        if (checked++ % 9 == 0) {
          search.reset(position);
          search.run(Evaluators.HASHED, Budget.visits(300), 2, Math.max(1, threads));
          byte proof = Proof.of(search.tree(), Tree.ROOT);
          if (proof != Proof.NONE) {
            assertThat(Proof.value(proof)).as("%s", position).isEqualTo(position.minimax());
            int best = search.result().bestAction();
            assertThat(-position.play(best).minimax()).isEqualTo(position.minimax());
            proven++;
          }
        }
      }
    }
    assertThat(proven).isGreaterThan(checked / 9 / 2);
  }

  private static void gather(TicTacToe position, Set<TicTacToe> into) {
    if (!position.isTerminal() && into.add(position)) {
      for (int a = 0; a < 9; a++) {
        if (position.isLegal(a)) {
          gather(position.play(a), into);
        }
      }
    }
  }
}
