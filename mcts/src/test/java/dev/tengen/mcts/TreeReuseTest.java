package dev.tengen.mcts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the tree keeps when the game moves on. */
class TreeReuseTest {

  /** Visits, value and priors of every node by the actions that lead to it. */
  private static Map<String, String> contents(Tree tree, int node, String path) {
    Map<String, String> all = new TreeMap<>();
    StringBuilder edges = new StringBuilder();
    for (int i = 0; i < tree.edgeCount(node); i++) {
      int e = tree.firstEdge(node) + i;
      edges.append(' ').append((int) tree.action(e)).append(':').append(tree.prior(e));
      if (i < tree.tried(node)) {
        all.putAll(contents(tree, tree.child(e), path + (int) tree.action(e)));
      }
    }
    String own = tree.visits(node) + " " + tree.valueSum(node) + " " + tree.rawValue(node);
    all.put(path, own + " " + tree.state(node) + edges);
    return all;
  }

  @Test
  void advanceKeepsTheSubtreeExactly() {
    Search search = new Search(SearchConfig.standard(), TicTacToe.START, 1);
    search.run(Evaluators.HASHED, Budget.visits(3000), 4);
    for (int action : new int[] {4, 0, 8, 2}) {
      Tree before = search.tree();
      int edge = before.triedEdge(Tree.ROOT, action);
      Map<String, String> kept = contents(before, before.child(edge), "");
      int visits = search.result().visits()[action];
      search.advance(action);
      assertThat(contents(search.tree(), Tree.ROOT, "")).isEqualTo(kept);
      assertThat(search.visits()).isEqualTo(visits);
      assertThat(search.tree().nodeCount()).isEqualTo(kept.size());
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
      if (game == 1) { // the largest trees have been there by then
        memory = search.memoryBytes();
      }
    }
    assertThat(search.memoryBytes()).isEqualTo(memory);
  }

  /** Children's in-flight halves serve as forwarding addresses meanwhile: nothing may stay. */
  @Test
  void advanceManyTimesLeavesASoundTree() {
    Search search = new Search(SearchConfig.standard(), TicTacToe.START, 1);
    for (int game = 0; game < 20; game++) {
      search.reset(TicTacToe.START, game);
      while (!search.root().isTerminal()) {
        search.run(Evaluators.HASHED, Budget.visits(search.visits() + 700), 1 + game % 7);
        search.advance(search.result().choose(1, new SplittableRandom(game)));
        TreeChecks.check(search.tree(), true);
      }
    }
  }
}
