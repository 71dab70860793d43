package dev.tengen.mcts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tree keeps when the game moves on, and what it does when it is full. */
class TreeReuseTest {

  /** Visits, value and priors of every node by the actions that lead to it. */
  private static Map<String, String> contents(Tree tree, int node, String path) {
    Map<String, String> all = new TreeMap<>();
    StringBuilder edges = new StringBuilder();
    for (int i = 0; i < tree.edgeCount[node]; i++) {
      int e = tree.firstEdge[node] + i;
      edges.append(' ').append((int) tree.action[e]).append(':').append(tree.prior[e]);
      if (i < tree.triedCount[node]) {
        all.putAll(contents(tree, tree.child[e], path + (int) tree.action[e]));
      }
    }
    String own = tree.visits[node] + " " + tree.valueSum[node] + " " + tree.rawValue[node];
    all.put(path, own + " " + tree.state[node] + edges);
    return all;
  }

  @Test
  void advanceKeepsTheSubtreeExactly() {
    Search search = new Search(SearchConfig.standard(), TicTacToe.START, 1);
    search.run(Evaluators.HASHED, Budget.visits(3000), 4);
    for (int action : new int[] {4, 0, 8, 2}) {
      Tree before = search.tree();
      int edge = before.triedEdge(Tree.ROOT, action);
      Map<String, String> kept = contents(before, before.child[edge], "");
      int visits = search.result().visits()[action];
      search.advance(action);
      assertThat(contents(search.tree(), Tree.ROOT, "")).isEqualTo(kept);
      assertThat(search.visits()).isEqualTo(visits);
      assertThat(search.tree().nodeCount).isEqualTo(kept.size());
      TreeChecks.check(search.tree(), true);
      search.run(Evaluators.HASHED, Budget.visits(visits + 100), 4);
      assertThat(search.visits()).isEqualTo(visits + 100);
    }
  }

  @Test
  void anActionThatWasNeverTriedStartsAFreshTree() {
    Search search = new Search(SearchConfig.standard(), TicTacToe.START, 1);
    search.run(Evaluators.HASHED, Budget.visits(2), 1);
    int untried = search.result().bestAction() == 0 ? 1 : 0;
    search.advance(untried);
    assertThat(search.visits()).isZero();
    search.run(Evaluators.HASHED, Budget.visits(10), 1);
    Search fresh = new Search(SearchConfig.standard(), TicTacToe.START.play(untried), 1);
    fresh.run(Evaluators.HASHED, Budget.visits(10), 1);
    assertThat(search.fingerprint()).isEqualTo(fresh.fingerprint());
  }

  @Test
  void theArraysAreUsedAgain() {
    Search search = new Search(SearchConfig.standard(), TicTacToe.START, 1);
    long memory = 0;
    for (int game = 0; game < 4; game++) {
      search.reset(TicTacToe.START, 1);
      while (!search.root().isTerminal()) {
        search.run(Evaluators.HASHED, Budget.visits(500), 1);
        search.advance(search.result().bestAction());
      }
      if (game == 1) { // the two trees have changed places by then
        memory = search.memoryBytes();
      }
    }
    assertThat(search.memoryBytes()).isEqualTo(memory);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 40})
  void aFullTreeGoesOnCountingButDoesNotGrow(int maxNodes) {
    SearchConfig config = SearchConfig.standard().withMaxNodes(maxNodes);
    for (int batchSize : new int[] {1, 6}) {
      Search search = new Search(config, TicTacToe.START, 1);
      search.run(Evaluators.HASHED, Budget.visits(1000), batchSize);
      assertThat(search.visits()).isEqualTo(1000);
      assertThat(search.tree().expandedCount).isEqualTo(maxNodes);
      assertThat(search.tree().nodeCount).isLessThanOrEqualTo(1 + 9 * maxNodes);
      TreeChecks.check(search.tree(), false);
      // With room again, leaves that went without edges get them.
      search.configure(SearchConfig.standard());
      search.run(Evaluators.HASHED, Budget.visits(2000), batchSize);
      assertThat(search.tree().expandedCount).isGreaterThan(maxNodes);
      TreeChecks.check(search.tree(), false);
    }
  }

  @Test
  void advanceMakesRoomInAFullTree() {
    Search search = new Search(SearchConfig.standard().withMaxNodes(60), TicTacToe.START, 1);
    while (!search.root().isTerminal()) {
      search.run(Evaluators.UNIFORM, Budget.visits(800), 2);
      assertThat(search.tree().expandedCount).isBetween(1, 60);
      TreeChecks.check(search.tree(), false);
      search.advance(search.result().bestAction());
    }
  }
}
