package dev.tengen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.game.Agent;
import dev.tengen.game.Player;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import dev.tengen.gtp.Analysis;
import dev.tengen.gtp.Candidate;
import dev.tengen.gtp.MoveLimits;
import dev.tengen.gtp.TimeBudget;
import dev.tengen.mcts.Budget;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Thinking over GTP, by rollouts. */
@Timeout(60)
class GtpThinkerTest {

  private static final GoPosition START = GoPosition.start(5, Rules.TROMP_TAYLOR, 0.5);

  private final List<String> notices = new ArrayList<>();
  private final GtpThinker thinker =
      new GtpThinker(
          null,
          null,
          new GtpThinker.Settings(Budget.visits(60), false, 2, 4, 1),
          null,
          notices::add);

  @AfterEach
  void close() {
    thinker.close();
  }

  private void analyse(GoPosition position, MoveLimits limits, int visits) throws Exception {
    CompletableFuture<Void> analysis =
        CompletableFuture.runAsync(() -> thinker.analyse(position, limits));
    while (visits(position) < visits) {
      Thread.onSpinWait();
    }
    while (!analysis.isDone()) {
      thinker.stop();
    }
    analysis.get(20, TimeUnit.SECONDS);
  }

  private int visits(GoPosition position) {
    return thinker.view(position).map(Analysis::visits).orElse(0);
  }

  @Test
  void theVisitsOfAMoveCanBeSet() {
    thinker.setMaxVisits(7);
    assertThat(thinker.maxVisits()).hasValue(7);
    Agent.Move move = (Agent.Move) thinker.choose(START, TimeBudget.UNLIMITED);
    assertThat(move.visits()).isBetween(1, 7);
  }

  @Test
  void anAnalysisCanBeReadAndServesTheMove() throws Exception {
    assertThat(thinker.view(START)).isEmpty();
    analyse(START, MoveLimits.NONE, 200);
    Analysis analysis = thinker.view(START).orElseThrow();
    assertThat(analysis.position()).isSameAs(START);
    assertThat(analysis.value()).isBetween(-1f, 1f);
    Candidate best = analysis.candidates().get(0);
    assertThat(best.line()[0]).isEqualTo(best.action());
    assertThat(best.lcb()).isBetween(-1f, best.value());
    Agent.Move move = (Agent.Move) thinker.choose(START, TimeBudget.UNLIMITED);
    assertThat(move.visits()).isEqualTo(analysis.visits());
    assertThat(move.action()).isEqualTo(best.action());
    GoPosition next = START.play(move.action());
    assertThat(thinker.view(next)).isEmpty();
    analyse(next, MoveLimits.NONE, 20);
    assertThat(thinker.view(START)).isEmpty();
    GoPosition other = GoPosition.start(7, Rules.TROMP_TAYLOR, 0.5);
    assertThat(thinker.choose(other, TimeBudget.UNLIMITED)).isInstanceOf(Agent.Move.class);
    assertThat(notices).isEmpty();
  }

  @Test
  void limitsHold() throws Exception {
    BitSet corners = new BitSet();
    corners.set(0);
    corners.set(24);
    MoveLimits limits = MoveLimits.only(Player.BLACK, corners);
    Agent.Move move = (Agent.Move) thinker.choose(START, TimeBudget.UNLIMITED, limits);
    assertThat(move.action()).isIn(0, 24);
    MoveLimits same = MoveLimits.only(Player.BLACK, (BitSet) corners.clone());
    assertThat(thinker.choose(START, TimeBudget.UNLIMITED, same)).isEqualTo(move);
    analyse(START, limits, 100);
    assertThat(thinker.view(START).orElseThrow().candidates())
        .extracting(Candidate::action)
        .containsExactlyInAnyOrder(0, 24);
    assertThat(thinker.choose(START, TimeBudget.UNLIMITED)).isInstanceOf(Agent.Move.class);
    assertThat(thinker.view(START).orElseThrow().candidates()).hasSizeGreaterThan(2);
  }
}
