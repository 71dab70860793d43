package dev.tengen.mcts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.Player;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches that may think of some actions only. */
class RestrictionTest {

  /** Keeps a player from some actions in the first plies. */
  private record Avoid(Player who, Set<Integer> actions, int untilDepth) implements Restriction {
    @Override
    public boolean allows(Player player, int action, int depth) {
      return player != who || depth > untilDepth || !actions.contains(action);
    }
  }

  /** Black wins at once by 2. */
  private static final TicTacToe WINNING = TicTacToe.parse("XX. OO. ...");

  private static Search search(Restriction restriction, SearchConfig config, int threads) {
    Search search = new Search(config, WINNING, 1);
    search.restrict(restriction);
    search.run(Evaluators.HASHED, Budget.visits(300), 4, threads);
    search.close();
    return search;
  }

  /** The actions of a player in the tree, at one depth. */
  private static Set<Integer> thoughtOf(Search search, int depth) {
    Tree tree = search.tree();
    Set<Integer> actions = new TreeSet<>();
    for (int n = 0; n < tree.nodeCount(); n++) {
      int plies = 1;
      for (int above = tree.parent(n); above != Tree.NONE; above = tree.parent(above)) {
        plies++;
      }
      for (int e = 0; plies == depth && e < tree.edgeCount(n); e++) {
        actions.add((int) tree.action(tree.firstEdge(n) + e));
      }
    }
    return actions;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void whatIsForbiddenIsNeitherSearchedNorChosen(int threads) {
    for (boolean gumbel : new boolean[] {false, true}) {
      SearchConfig config =
          SearchConfig.standard().withGumbel(gumbel ? Gumbel.standard() : null).withSolver(true);
      Search search = search(new Avoid(Player.BLACK, Set.of(2, 5), 1), config, threads);
      SearchResult result = search.result();
      assertThat(thoughtOf(search, 1)).containsExactly(6, 7, 8);
      assertThat(thoughtOf(search, 2)).contains(2, 5);
      assertThat(thoughtOf(search, 3)).contains(2);
      assertThat(result.bestAction()).isIn(6, 7, 8);
      assertThat(result.priors()[2]).isZero();
      assertThat(result.visits()[2]).isZero();
      assertThat(result.improvedPolicy()[5]).isZero();
      for (int draw = 0; draw < 20; draw++) {
        assertThat(result.choose(2, new SplittableRandom(draw))).isIn(6, 7, 8);
      }
      TreeChecks.check(search.tree(), false);
    }
  }

  @Test
  void holdsForItsPlayerDownToItsDepth() {
    Search search = search(new Avoid(Player.WHITE, Set.of(2, 5), 2), SearchConfig.standard(), 1);
    assertThat(thoughtOf(search, 1)).containsExactly(2, 5, 6, 7, 8);
    assertThat(thoughtOf(search, 2)).containsExactly(6, 7, 8);
    assertThat(thoughtOf(search, 4)).contains(2, 5);
  }

  @Test
  void aPositionWithNothingAllowedKeepsAllItsActions() {
    Restriction nothing = new Avoid(Player.WHITE, Set.of(0, 1, 2, 3, 4, 5, 6, 7, 8), 2);
    assertThat(thoughtOf(search(nothing, SearchConfig.standard(), 1), 2))
        .containsExactly(2, 5, 6, 7, 8);
  }

  @Test
  void theRootMustKeepAnAction() {
    Search search = new Search(SearchConfig.standard(), WINNING, 1);
    assertThatThrownBy(() -> search.restrict(new Avoid(Player.BLACK, Set.of(2, 5, 6, 7, 8), 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no legal action is allowed");
    search.run(Evaluators.HASHED, Budget.visits(20), 1);
    assertThat(thoughtOf(search, 1)).as("as before").containsExactly(2, 5, 6, 7, 8);
  }

  @Test
  void anEqualRestrictionKeepsTheTreeAnotherDoesNot() {
    Search search = search(new Avoid(Player.BLACK, Set.of(2), 1), SearchConfig.standard(), 1);
    search.restrict(new Avoid(Player.BLACK, Set.of(2), 1));
    assertThat(search.visits()).isEqualTo(300);
    search.restrict(new Avoid(Player.BLACK, Set.of(2), 3));
    assertThat(search.visits()).isZero();
    search.run(Evaluators.HASHED, Budget.visits(50), 1);
    search.restrict(Restriction.NONE);
    assertThat(search.visits()).isZero();
    search.restrict(Restriction.NONE);
    search.run(Evaluators.HASHED, Budget.visits(50), 1);
    search.restrict(Restriction.NONE);
    assertThat(search.visits()).isEqualTo(50);
  }

  @Test
  void playingOnLiftsARestrictionAndForgetsWhatWasSearchedUnderIt() {
    Search search = search(new Avoid(Player.WHITE, Set.of(5), 2), SearchConfig.standard(), 1);
    search.advance(6);
    assertThat(search.visits()).isZero();
    search.run(Evaluators.HASHED, Budget.visits(50), 1);
    assertThat(thoughtOf(search, 1)).containsExactly(2, 5, 7, 8);
    search.restrict(new Avoid(Player.WHITE, Set.of(5), 1));
    search.reset(WINNING);
    search.run(Evaluators.HASHED, Budget.visits(50), 1);
    assertThat(thoughtOf(search, 1)).containsExactly(2, 5, 6, 7, 8);
  }

  /** A pass would win at once, and the guard would play it; but it may not. */
  @Test
  void aForbiddenPassIsNotPlayedEvenIfItWins() {
    GoPosition won = GoPosition.start(3, Rules.TROMP_TAYLOR, 0.5).play(4).play(9);
    SearchConfig guarded = SearchConfig.standard().withGuardPass(true);
    Search search = new Search(guarded, won, 1);
    search.run(Evaluators.UNIFORM, Budget.visits(1), 1);
    assertThat(search.result().bestAction()).isEqualTo(9);
    search.restrict((player, action, depth) -> action != 9);
    search.run(Evaluators.UNIFORM, Budget.visits(1), 1);
    assertThat(search.result().bestAction()).isNotEqualTo(9);
  }
}
