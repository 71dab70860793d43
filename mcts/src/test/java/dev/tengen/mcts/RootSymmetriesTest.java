package dev.tengen.mcts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tengen.game.Evaluator;
import dev.tengen.game.Position;
import dev.tengen.game.Snapshot;
import dev.tengen.game.Symmetry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The root evaluated under several symmetries, by an evaluator that is not symmetric at all. */
@SuppressWarnings("EnumOrdinal") // the evaluator must tell symmetries apart, in whatever way
class RootSymmetriesTest {

  private static final SearchConfig STANDARD = SearchConfig.standard();
  private static final int ACTIONS = TicTacToe.ACTIONS;

  /** The symmetries under which the evaluator saw the position of interest. */
  private final List<Symmetry> seen = Collections.synchronizedList(new ArrayList<>());

  /** Likes action s under symmetry s, s times as much as the value there. */
  private Evaluator biased(Position watched) {
    return (batch, count, logits, values) -> {
      for (int i = 0; i < count; i++) {
        int s = batch[i].symmetry().ordinal();
        for (int a = 0; a < ACTIONS; a++) {
          logits[i * ACTIONS + a] = a == s ? 1 + s : 0;
        }
        values[i] = value(s);
        if (batch[i].hash() == watched.situationHash()) {
          seen.add(batch[i].symmetry());
        }
      }
    };
  }

  private static float value(int symmetry) {
    return symmetry / 8f - 0.3f;
  }

  /** The mean softmax of the legal actions. */
  private static float[] meanPriors(Position position, List<Symmetry> symmetries) {
    double[] mean = new double[ACTIONS];
    for (Symmetry symmetry : symmetries) {
      int s = symmetry.ordinal();
      double sum = 0;
      for (int a = 0; a < ACTIONS; a++) {
        sum += position.isLegal(a) ? Math.exp(a == s ? 1 + s : 0) : 0;
      }
      for (int a = 0; a < ACTIONS; a++) {
        mean[a] += position.isLegal(a) ? Math.exp(a == s ? 1 + s : 0) / sum / symmetries.size() : 0;
      }
    }
    float[] floats = new float[ACTIONS];
    for (int a = 0; a < ACTIONS; a++) {
      floats[a] = (float) mean[a];
    }
    return floats;
  }

  private void rootIsTheMean(Search search, int symmetries) {
    assertThat(seen).hasSize(symmetries).doesNotHaveDuplicates();
    SearchResult result = search.result();
    double value = seen.stream().mapToDouble(s -> value(s.ordinal())).average().orElseThrow();
    assertThat(result.rawValue()).isCloseTo((float) value, within(1e-6f));
    assertThat(result.priors()).containsExactly(meanPriors(search.root(), seen), within(1e-6f));
    assertThat(Arrays.stream(result.visits()).sum()).isEqualTo(result.rootVisits() - 1);
    TreeChecks.check(search.tree(), true);
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "3, 0", "8, 0", "32, 0", "1, 1", "3, 1", "3, 4", "16, 4"})
  void aFreshRootIsTheMeanOfItsSymmetries(int batchSize, int threads) {
    for (int symmetries = 1; symmetries <= 8; symmetries++) {
      for (int visits : new int[] {1, 60}) {
        seen.clear();
        try (Search search =
            new Search(STANDARD.withRootSymmetries(symmetries), TicTacToe.START, 5)) {
          search.begin(Budget.visits(visits));
          search.proceed(biased(TicTacToe.START), batchSize, threads);
          assertThat(search.visits()).isEqualTo(visits);
          rootIsTheMean(search, symmetries);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "16, 0", "3, 4"})
  void aRootThatTheTreeBroughtAlongIsEvaluatedAgain(int batchSize, int threads) {
    for (SearchConfig config :
        new SearchConfig[] {STANDARD, STANDARD.withGumbel(Gumbel.standard())}) {
      try (Search search = new Search(config.withRootSymmetries(8), TicTacToe.START, 5)) {
        search.run(biased(TicTacToe.START), Budget.visits(100), batchSize);
        search.advance(search.result().bestAction());
        int kept = search.visits();
        assertThat(kept).isGreaterThan(1);
        seen.clear();
        search.begin(Budget.visits(kept));
        assertThat(search.done()).as("nothing is missing").isTrue();
        search.begin(Budget.visits(kept + 20));
        search.proceed(biased(search.root()), batchSize, threads);
        assertThat(search.visits()).isEqualTo(kept + 20);
        rootIsTheMean(search, 8);
        seen.clear();
        search.run(biased(search.root()), Budget.visits(kept + 40), batchSize);
        assertThat(seen).as("once is enough").isEmpty();
      }
    }
  }

  @Test
  void theSymmetriesAreDrawnBySeedAndTheFirstOnesWithoutChance() {
    Set<String> drawn = new TreeSet<>();
    for (int seed = 0; seed < 20; seed++) {
      drawn.add(symmetries(STANDARD.withRootSymmetries(2), seed).toString());
    }
    assertThat(drawn).hasSizeGreaterThan(5);
    SearchConfig fixed = STANDARD.withRootSymmetries(2).withRandomSymmetry(false);
    assertThat(symmetries(fixed, 3)).containsExactly(Symmetry.of(0), Symmetry.of(1));
  }

  private List<Symmetry> symmetries(SearchConfig config, int seed) {
    seen.clear();
    new Search(config, TicTacToe.START, seed).run(biased(TicTacToe.START), Budget.visits(1), 1);
    return List.copyOf(seen);
  }

  /** Stepped: the root comes in portions, is given up half-way, and comes again. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aRootHalfEvaluatedCanBeGivenUp(boolean broughtAlong) {
    Search search = new Search(STANDARD.withRootSymmetries(8), TicTacToe.START, 5);
    if (broughtAlong) {
      search.run(biased(TicTacToe.START), Budget.visits(100), 4);
      search.advance(4);
    }
    int before = search.visits();
    Snapshot[] batch = new Snapshot[3];
    Arrays.setAll(batch, i -> search.root().newWalker().newSnapshot());
    float[] logits = new float[3 * ACTIONS];
    float[] values = new float[3];
    for (int answered = 0; answered <= 3; answered++) {
      search.begin(Budget.visits(before + 10));
      assertThat(search.collect(batch, 0, 3)).isEqualTo(3);
      biased(TicTacToe.START).evaluate(batch, 3, logits, values);
      search.handBack(logits, values, 0, answered);
      assertThatThrownBy(() -> search.begin(Budget.visits(1)))
          .isInstanceOf(IllegalStateException.class);
      assertThat(search.hasResult()).isEqualTo(broughtAlong);
      search.abandon();
      assertThat(search.visits()).isEqualTo(before);
      assertThat(search.hasResult()).isEqualTo(broughtAlong);
      TreeChecks.check(search.tree(), true);
    }
    seen.clear();
    search.run(biased(search.root()), Budget.visits(before + 10), 3);
    rootIsTheMean(search, 8);
  }

  @Test
  void aBrokenAnswerLeavesTheRootAsItWas() {
    Search search = new Search(STANDARD.withRootSymmetries(8), TicTacToe.START, 5);
    int[] calls = {0};
    Evaluator broken =
        (batch, count, logits, values) -> {
          biased(TicTacToe.START).evaluate(batch, count, logits, values);
          if (++calls[0] == 2) {
            logits[0] = Float.NaN;
          }
        };
    assertThatThrownBy(() -> search.run(broken, Budget.visits(10), 3))
        .hasMessageContaining("logits");
    assertThat(search.hasResult()).isFalse();
    seen.clear();
    search.run(biased(TicTacToe.START), Budget.visits(10), 3);
    rootIsTheMean(search, 8);
  }
}
