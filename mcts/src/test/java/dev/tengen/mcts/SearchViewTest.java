package dev.tengen.mcts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.game.Outcome;
import dev.tengen.game.Player;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Candidates with their values, bounds and lines. */
class SearchViewTest {

  private static SearchView view(Search search) {
    return search.view().orElseThrow();
  }

  @Test
  void nothingIsKnownBeforeTheRootIsEvaluatedAndNoCandidateBeforeOneIsVisited() {
    Search search = new Search(SearchConfig.standard(), TicTacToe.START, 1);
    assertThat(search.view()).isEmpty();
    search.run(Evaluators.HASHED, Budget.visits(1), 1);
    assertThat(view(search).candidates()).isEmpty();
    assertThat(view(search).result().rootVisits()).isEqualTo(1);
    search.run(Evaluators.HASHED, Budget.visits(2), 1);
    assertThat(view(search).candidates()).hasSize(1);
    assertThat(view(search).root()).isSameAs(TicTacToe.START);
  }

  @Test
  void candidatesAreTheVisitedActionsBestFirst() {
    Search search = new Search(SearchConfig.standard().withLcbStdevs(5), TicTacToe.START, 1);
    search.run(Evaluators.HASHED, Budget.visits(400), 4);
    SearchView view = view(search);
    SearchResult result = view.result();
    List<SearchView.Candidate> candidates = view.candidates();
    assertThat(candidates.get(0).action()).isEqualTo(result.bestAction());
    assertThat(candidates.get(0).line()).containsExactly(result.bestLine());
    assertThat(candidates.stream().skip(1).map(c -> -c.visits()).toList()).isSorted();
    assertThat(candidates.stream().mapToInt(SearchView.Candidate::visits).sum()).isEqualTo(399);
    for (SearchView.Candidate candidate : candidates) {
      int a = candidate.action();
      assertThat(candidate.visits()).isEqualTo(result.visits()[a]);
      assertThat(candidate.value()).isEqualTo(result.q()[a]);
      assertThat(candidate.prior()).isEqualTo(result.priors()[a]);
    }
  }

  /** Two moves of Black's; White's answers to the first are known to the evaluator. */
  @Test
  void linesFollowTheMostVisitedReplies() {
    GameTree end = GameTree.end(Player.BLACK, Outcome.DRAW);
    GameTree root =
        GameTree.black(
                0,
                GameTree.white(0, end, GameTree.black(-0.9, end)).withPriors(0.01, 0.99),
                GameTree.white(0.5, end))
            .withPriors(0.6, 0.4);
    Search search = new Search(SearchConfig.standard(), root, 1);
    search.run(GameTree.EVALUATOR, Budget.visits(10), 1);
    for (SearchView.Candidate candidate : view(search).candidates()) {
      int visits = candidate.visits();
      if (candidate.action() == 0) {
        // All visits but the first of a position go on to the reply with nearly all of the prior.
        assertThat(candidate.line()).containsExactly(0, 1, 0);
        assertThat(candidate.lineVisits()).containsExactly(visits, visits - 1, visits - 2);
      } else {
        assertThat(candidate.line()).startsWith(1);
        assertThat(candidate.lineVisits()).startsWith(visits);
      }
    }
    assertThat(view(search).candidates()).hasSize(2);
  }

  @Test
  void boundsAreCautiousWhereLittleIsKnown() {
    Search search = new Search(SearchConfig.standard(), TicTacToe.START, 1);
    search.run(Evaluators.HASHED, Budget.visits(300), 1);
    SearchResult result = view(search).result();
    boolean single = false;
    for (SearchView.Candidate candidate : view(search).candidates()) {
      if (candidate.visits() == 1) {
        single = true;
        assertThat(candidate.lowerBound()).isEqualTo(-1);
      } else {
        double error = Math.sqrt(result.variance()[candidate.action()] / candidate.visits());
        assertThat(candidate.lowerBound())
            .isEqualTo((float) Math.max(-1, candidate.value() - 5 * error));
      }
    }
    search.reset(TicTacToe.START);
    search.run(Evaluators.HASHED, Budget.visits(3), 1);
    for (SearchView.Candidate candidate : view(search).candidates()) {
      single |= candidate.visits() == 1;
      assertThat(candidate.visits() > 1 || candidate.lowerBound() == -1).isTrue();
    }
    assertThat(single).isTrue();
  }
}
