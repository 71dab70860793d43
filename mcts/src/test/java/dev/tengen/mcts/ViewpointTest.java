package dev.tengen.mcts;

import static dev.tengen.game.Outcome.BLACK_WINS;
import static dev.tengen.game.Outcome.DRAW;
import static dev.tengen.game.Outcome.WHITE_WINS;
import static dev.tengen.game.Player.BLACK;
import static dev.tengen.game.Player.WHITE;
import static dev.tengen.mcts.GameTree.black;
import static dev.tengen.mcts.GameTree.end;
import static dev.tengen.mcts.GameTree.white;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** A value belongs to the player to move at its position; Q to the player who chooses the edge. */
class ViewpointTest {

  private static SearchResult search(GameTree root, int visits) {
    Search search = new Search(SearchConfig.standard(), root, 1);
    search.run(GameTree.EVALUATOR, Budget.visits(visits), 1);
    TreeChecks.check(search.tree(), true);
    return search.result();
  }

  @Test
  void anEvaluationCountsForThePlayerToMoveThere() {
    // After Black's only move White, to move, is thought to be at 0.6; a ply later Black at 0.2.
    GameTree leaf = black(0.2, end(WHITE, DRAW));
    GameTree root = black(0.5, white(0.6, leaf));

    SearchResult one = search(root, 2);
    assertThat(one.q()[0]).isEqualTo(-0.6f);
    assertThat(one.rawValue()).isEqualTo(0.5f);
    assertThat(one.value()).isCloseTo((0.5f - 0.6f) / 2, within(1e-6f));

    SearchResult two = search(root, 3);
    assertThat(two.q()[0]).isCloseTo((-0.6f + 0.2f) / 2, within(1e-6f));
    assertThat(two.value()).isCloseTo((0.5f - 0.6f + 0.2f) / 3, within(1e-6f));
  }

  @Test
  void anEndCountsForWhoeverWon() {
    GameTree root = black(0, end(WHITE, BLACK_WINS), end(WHITE, WHITE_WINS), end(WHITE, DRAW));
    SearchResult result = search(root, 50);
    assertThat(result.bestAction()).isZero();
    assertThat(result.q()).startsWith(1f, -1f, 0f);

    GameTree mirrored = white(0, end(BLACK, BLACK_WINS), end(BLACK, WHITE_WINS), end(BLACK, DRAW));
    assertThat(search(mirrored, 50).q()).startsWith(-1f, 1f, 0f);
  }

  @Test
  void theOpponentChoosesForItself() {
    // 0: White may win or lose; 1: whatever White does is a draw.
    GameTree root =
        black(
            0,
            white(0, end(BLACK, BLACK_WINS), end(BLACK, WHITE_WINS)),
            white(0, end(BLACK, DRAW), end(BLACK, DRAW)));
    SearchResult result = search(root, 400);
    assertThat(result.bestAction()).isEqualTo(1);
    assertThat(result.q()[0]).isLessThan(-0.6f);
    assertThat(result.q()[1]).isZero();
    assertThat(result.bestLine()).startsWith(1);
  }
}
