package dev.tengen.mcts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.Evaluator;
import dev.tengen.game.Outcome;
import dev.tengen.game.Player;
import dev.tengen.game.Snapshot;
import dev.tengen.game.Symmetry;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Collecting and handing back: batches, order, failures, repeatability. */
class SteppingTest {

  private static final int ACTIONS = TicTacToe.ACTIONS;
  private static final SearchConfig NOISY = SearchConfig.standard().withDirichletFraction(0.25);

  private static Snapshot[] batch(int size) {
    Snapshot[] batch = new Snapshot[size];
    for (int i = 0; i < size; i++) {
      batch[i] = TicTacToe.START.newWalker().newSnapshot();
    }
    return batch;
  }

  private static long play(SearchConfig config, long seed, int batchSize) {
    Search search = new Search(config, TicTacToe.START, seed);
    long fingerprint = 0;
    while (!search.root().isTerminal()) {
      search.run(Evaluators.HASHED, Budget.visits(200), batchSize);
      fingerprint = 31 * fingerprint + search.fingerprint();
      search.advance(search.result().bestAction());
    }
    return fingerprint;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void theSameSeedGivesTheSameTreeBitForBit(int batchSize) {
    assertThat(play(NOISY, 42, batchSize)).isEqualTo(play(NOISY, 42, batchSize));
    assertThat(play(NOISY, 42, batchSize)).isNotEqualTo(play(NOISY, 43, batchSize));
  }

  @Test
  void resetWithASeedIsAsGoodAsNew() {
    Search search = new Search(NOISY, TicTacToe.START, 42);
    search.run(Evaluators.HASHED, Budget.visits(200), 1);
    long fingerprint = search.fingerprint();
    search.advance(4);
    search.reset(TicTacToe.START, 42);
    search.run(Evaluators.HASHED, Budget.visits(200), 1);
    assertThat(search.fingerprint()).isEqualTo(fingerprint);
  }

  @Test
  void searchesSharingABatchDoNotDisturbEachOther() {
    TicTacToe other = TicTacToe.parse("X.. .O. ...");
    Search[] searches = {
      new Search(NOISY, TicTacToe.START, 1), new Search(NOISY, other, 2),
    };
    Snapshot[] batch = batch(6);
    float[] logits = new float[6 * ACTIONS];
    float[] values = new float[6];
    searches[0].begin(Budget.visits(300));
    searches[1].begin(Budget.visits(200));
    while (!searches[0].done() || !searches[1].done()) {
      int first = searches[0].collect(batch, 0, 3);
      int second = searches[1].collect(batch, first, 3);
      Evaluators.HASHED.evaluate(batch, first + second, logits, values);
      searches[0].handBack(logits, values, 0, first);
      searches[1].handBack(logits, values, first, second);
    }
    Search[] alone = {
      new Search(NOISY, TicTacToe.START, 1), new Search(NOISY, other, 2),
    };
    alone[0].run(Evaluators.HASHED, Budget.visits(300), 3);
    alone[1].run(Evaluators.HASHED, Budget.visits(200), 3);
    assertThat(searches[0].fingerprint()).isEqualTo(alone[0].fingerprint());
    assertThat(searches[1].fingerprint()).isEqualTo(alone[1].fingerprint());
  }

  @Test
  void collectionsMayBeHandedBackInOtherPortions() {
    Search search = new Search(NOISY, TicTacToe.START, 1);
    search.run(Evaluators.UNIFORM, Budget.visits(20), 1);
    search.begin(Budget.visits(100));
    Snapshot[] batch = batch(8);
    float[] logits = new float[8 * ACTIONS];
    float[] values = new float[8];
    int collected = search.collect(batch, 0, 3);
    collected += search.collect(batch, collected, 5);
    assertThat(search.pendingLeaves()).isEqualTo(collected).isGreaterThan(3);
    Evaluators.HASHED.evaluate(batch, collected, logits, values);
    search.handBack(logits, values, 0, 2);
    search.handBack(logits, values, 2, collected - 2);
    assertThat(search.pendingLeaves()).isZero();
    TreeChecks.check(search.tree(), true);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 32})
  void noLeafIsCollectedTwice(int batchSize) {
    Search search = new Search(SearchConfig.standard(), TicTacToe.START, 1);
    search.begin(Budget.visits(400));
    Snapshot[] batch = batch(batchSize);
    float[] logits = new float[batchSize * ACTIONS];
    float[] values = new float[batchSize];
    int largest = 0;
    while (!search.done()) {
      int before = TreeChecks.expanded(search.tree());
      int count = search.collect(batch, 0, batchSize);
      Evaluators.HASHED.evaluate(batch, count, logits, values);
      search.handBack(logits, values, 0, count);
      // A leaf collected twice would be expanded once.
      assertThat(TreeChecks.expanded(search.tree())).isEqualTo(before + count);
      largest = Math.max(largest, count);
    }
    assertThat(largest).isGreaterThan(batchSize / 2);
    assertThat(search.visits()).isEqualTo(400);
  }

  @Test
  void aSingleLineGivesOneLeafAtATime() {
    GameTree line = GameTree.end(Player.BLACK, Outcome.DRAW);
    for (int i = 0; i < 20; i++) {
      line = i % 2 == 0 ? GameTree.white(0.1, line) : GameTree.black(-0.1, line);
    }
    Search search = new Search(SearchConfig.standard(), line, 1);
    search.run(GameTree.EVALUATOR, Budget.visits(30), 16);
    assertThat(search.visits()).isEqualTo(30);
    assertThat(search.result().bestLine()).hasSize(20);
    TreeChecks.check(search.tree(), true);
  }

  @Test
  void symmetriesAreDrawnForEveryLeafIfAsked() {
    Set<Symmetry> seen = new HashSet<>();
    Evaluator watching =
        (batch, count, logits, values) -> {
          for (int i = 0; i < count; i++) {
            seen.add(batch[i].symmetry());
          }
          Evaluators.UNIFORM.evaluate(batch, count, logits, values);
        };
    SearchConfig config = SearchConfig.standard();
    new Search(config, TicTacToe.START, 1).run(watching, Budget.visits(200), 4);
    assertThat(seen).containsExactlyInAnyOrder(Symmetry.values());
    seen.clear();
    new Search(config.withRandomSymmetry(false), TicTacToe.START, 1)
        .run(watching, Budget.visits(200), 4);
    assertThat(seen).containsExactly(Symmetry.IDENTITY);
  }

  @Test
  void aFailingEvaluatorLeavesNothingInFlight() {
    Search search = new Search(SearchConfig.standard(), TicTacToe.START, 1);
    int[] calls = {0};
    Evaluator failing =
        (batch, count, logits, values) -> {
          if (++calls[0] == 10) {
            throw new IllegalStateException("gone");
          }
          Evaluators.HASHED.evaluate(batch, count, logits, values);
        };
    assertThatThrownBy(() -> search.run(failing, Budget.visits(500), 8)).hasMessage("gone");
    assertThat(search.pendingLeaves()).isZero();
    for (int n = 0; n < search.tree().nodeCount(); n++) {
      assertThat(search.tree().inFlight(n)).isZero();
    }
    search.run(Evaluators.HASHED, Budget.visits(500), 8);
    assertThat(search.visits()).isEqualTo(500);
    TreeChecks.check(search.tree(), true);
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, 1.01f, -2, Float.POSITIVE_INFINITY})
  void anEvaluationThatIsNoneIsRefused(float value) {
    Search search = new Search(SearchConfig.standard(), TicTacToe.START, 1);
    assertThatThrownBy(() -> search.run(Evaluators.constant(value), Budget.visits(5), 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("value " + value);
    Evaluator badLogits =
        (batch, count, logits, values) -> {
          Evaluators.UNIFORM.evaluate(batch, count, logits, values);
          logits[5] = Float.NaN;
        };
    assertThatThrownBy(() -> search.run(badLogits, Budget.visits(5), 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("logits");
    search.run(Evaluators.UNIFORM, Budget.visits(5), 1);
    TreeChecks.check(search.tree(), true);
  }

  @Test
  void misuseIsRefused() {
    Search search = new Search(SearchConfig.standard(), TicTacToe.START, 1);
    assertThatThrownBy(search::result).isInstanceOf(IllegalStateException.class);
    assertThat(search.done()).as("no search begun").isTrue();
    search.begin(Budget.visits(10));
    Snapshot[] batch = batch(1);
    assertThat(search.collect(batch, 0, 1)).isEqualTo(1);
    assertThatThrownBy(() -> search.handBack(new float[20], new float[2], 0, 2))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("2 leaves handed back, 1 collected");
    assertThatThrownBy(() -> search.advance(0)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> search.begin(Budget.visits(1)))
        .isInstanceOf(IllegalStateException.class);
    search.abandon();
    assertThatThrownBy(() -> search.advance(9)).isInstanceOf(IllegalArgumentException.class);
    search.advance(0);
  }
}
