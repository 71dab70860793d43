package dev.tengen.mcts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.game.Evaluator;
import dev.tengen.game.Position;
import dev.tengen.game.Snapshot;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Searches on a clock that goes on with every evaluation, and with nothing else. */
@Timeout(60)
class EarlyStopTest {

  private static final SearchConfig EARLY = SearchConfig.standard().withEarlyStop(true);

  /** Large enough that nearly every simulation needs an evaluation. */
  private static final Position BOARD = GoPosition.start(9, Rules.TROMP_TAYLOR, 7);

  private static final long SECOND = 1_000_000_000;
  private static final Budget BUDGET = Budget.time(Duration.ofSeconds(1000));
  private static final Budget ON_THE_CLOCK = BUDGET.savingTime();

  private final AtomicLong now = new AtomicLong();

  /** Takes a second for each position; prefers action 4 by so much. */
  private Evaluator preferring(float logit) {
    return (batch, count, logits, values) -> {
      now.addAndGet(count * SECOND);
      Evaluators.UNIFORM.evaluate(batch, count, logits, values);
      for (int i = 0; i < count; i++) {
        logits[i * batch[i].actionCount() + 4] = logit;
      }
    };
  }

  private Search search(SearchConfig config, Position root) {
    return new Search(config, root, 1, now::get);
  }

  private static int lead(Search search) {
    int[] visits = search.result().visits().clone();
    Arrays.sort(visits);
    return visits[visits.length - 1] - visits[visits.length - 2];
  }

  @Test
  void timeIsSavedWhenNobodyCanCatchUp() {
    Search search = search(EARLY, BOARD);
    search.run(preferring(20), ON_THE_CLOCK, 1);
    // With nearly all visits on one action: at 0.6 of the time, as 1.5 times the rate could then
    // still bring 0.4 * 1.5 = 0.6 of them.
    assertThat(now.get() / SECOND).isBetween(595L, 640L);
    assertThat(lead(search)).isGreaterThan((int) (1.5 * (1000 - now.get() / SECOND)));
    assertThat(search.result().bestAction()).isEqualTo(4);
  }

  @Test
  void timeThatCannotBeKeptIsUsed() {
    search(EARLY, BOARD).run(preferring(20), BUDGET, 1);
    assertThat(now.get() / SECOND).isEqualTo(1000);
  }

  @Test
  void whoMayNotStopEarlyDoesNot() {
    search(SearchConfig.standard(), BOARD).run(preferring(20), ON_THE_CLOCK, 1);
    assertThat(now.get() / SECOND).isEqualTo(1000);
  }

  @Test
  void aCloseRaceIsRunToTheEnd() {
    search(EARLY, BOARD).run(preferring(0), ON_THE_CLOCK, 1);
    assertThat(now.get() / SECOND).isBetween(990L, 1000L);
  }

  @Test
  void withFewVisitsTheRateIsNotTrusted() {
    search(EARLY, BOARD).run(preferring(20), Budget.time(Duration.ofSeconds(99)).savingTime(), 1);
    assertThat(now.get() / SECOND).isEqualTo(99);
  }

  @Test
  void theOnlyMoveTakesNoTime() {
    TicTacToe oneLeft = TicTacToe.parse("XOX OXX O.O");
    search(EARLY, oneLeft).run(preferring(0), ON_THE_CLOCK, 1);
    assertThat(now.get() / SECOND).isEqualTo(1);
  }

  /** Visits of an earlier search count for the lead, not for the rate. */
  @Test
  void aTreeThatWasBroughtAlongSavesMore() {
    Search search = search(SearchConfig.standard(), BOARD);
    search.run(preferring(20), Budget.visits(2000), 1);
    search.configure(EARLY);
    long before = now.get();
    search.run(preferring(20), ON_THE_CLOCK, 1);
    assertThat((now.get() - before) / SECOND).isBetween(90L, 100L);
  }

  @Test
  void theTighterOfTwoLimitsDecides() {
    Search search = search(EARLY, BOARD);
    search.run(preferring(20), new Budget(400, ON_THE_CLOCK.nanos()).savingTime(), 1);
    assertThat(search.visits()).isBetween(200, 230);
    search = search(EARLY, BOARD);
    now.set(0);
    search.run(preferring(20), new Budget(5000, ON_THE_CLOCK.nanos()).savingTime(), 1);
    assertThat(now.get() / SECOND).isBetween(595L, 640L);
  }

  @Test
  void anAnalysisGoesOn() {
    Search search = search(EARLY, TicTacToe.parse("XOX OXX O.O"));
    search.begin(Budget.unlimited());
    search.collect(new Snapshot[] {search.root().newWalker().newSnapshot()}, 0, 1);
    search.handBack(new float[TicTacToe.ACTIONS], new float[1], 0, 1);
    assertThat(search.done()).isFalse();
  }
}
