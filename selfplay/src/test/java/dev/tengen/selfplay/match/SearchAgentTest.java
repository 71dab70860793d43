package dev.tengen.selfplay.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.game.Agent;
import dev.tengen.game.Agent.Failure.Kind;
import dev.tengen.game.Evaluator;
import dev.tengen.game.GameSettings;
import dev.tengen.game.Player;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import dev.tengen.mcts.Budget;
import dev.tengen.mcts.Restriction;
import dev.tengen.mcts.SearchConfig;
import dev.tengen.mcts.SearchView;
import dev.tengen.selfplay.FakeEvaluator;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SearchAgentTest {

  private static final GoPosition START = GoPosition.start(5, Rules.TROMP_TAYLOR, 0.5);

  private final AtomicInteger evaluations = new AtomicInteger();
  private final Evaluator counting =
      (batch, count, logits, values) -> {
        evaluations.addAndGet(count);
        new FakeEvaluator(0.9f).evaluate(batch, count, logits, values);
      };

  @Test
  void keepsTheTreeWhereTheGameGoesOn() {
    SearchAgent agent = agent(-1, 0);
    GoPosition position = START;
    int total = 0;
    for (int i = 0; i < 6; i++) {
      Agent.Move move = (Agent.Move) agent.choose(position);
      assertThat(move.visits()).isGreaterThanOrEqualTo(50);
      position = position.play(move.action());
      total += 50;
    }
    assertThat(evaluations.get()).isLessThan(total * 9 / 10);
  }

  @Test
  void startsAnewWhereThePositionIsNotBelowTheLast() {
    SearchAgent agent = agent(-1, 0);
    agent.choose(START.play(12));
    for (GoPosition other :
        new GoPosition[] {
          START.play(12), // an equal one, but another game
          START,
          START.withKomi(6.5),
          START.withKomi(6.5).withToMove(Player.WHITE),
          GoPosition.start(7, Rules.TROMP_TAYLOR, 0.5)
        }) {
      int before = evaluations.get();
      Agent.Move move = (Agent.Move) agent.choose(other);
      assertThat(other.isLegal(move.action())).isTrue();
      // A fresh root has visits only from this search, all but a few of them evaluations.
      assertThat(evaluations.get() - before).isBetween(40, 50);
    }
  }

  @Test
  void onePlayerMovingTwiceIsNoDescent() {
    SearchAgent agent = agent(-1, 0);
    agent.choose(START);
    GoPosition blackTwice = START.play(Player.BLACK, 12).play(Player.BLACK, 7);
    int before = evaluations.get();
    assertThat(agent.choose(blackTwice)).isInstanceOf(Agent.Move.class);
    assertThat(evaluations.get() - before).isBetween(40, 50);
  }

  @Test
  void passesWhenTheGameIsOver() {
    GoPosition over = START.play(25).play(25);
    assertThat(agent(-1, 0).choose(over)).isEqualTo(new Agent.Move(25));
  }

  @Test
  void resignsBelowItsThreshold() {
    Evaluator lost = (batch, count, logits, values) -> java.util.Arrays.fill(values, 0, count, 0);
    SearchAgent.Options options =
        new SearchAgent.Options(SearchConfig.standard(), Budget.visits(4), 1, 0, -0.5, 0, 0);
    // White is 25 behind; passing ends the game.
    GoPosition hopeless = START.play(12).play(25);
    SearchAgent agent = new SearchAgent("x", lost, options, 1);
    assertThat(agent.choose(hopeless)).isInstanceOf(Agent.Move.class);
    Evaluator pessimist =
        (batch, count, logits, values) -> {
          for (int i = 0; i < count; i++) {
            values[i] = batch[i].toMove() == Player.WHITE ? -0.9f : 0.9f;
          }
        };
    agent = new SearchAgent("x", pessimist, options, 1);
    assertThat(agent.choose(START.play(12))).isInstanceOf(Agent.Resign.class);
    assertThat(agent.choose(START)).isInstanceOf(Agent.Move.class);
  }

  @Test
  void failureOfTheEvaluatorIsAnAnswerAndTheAgentGoesOn() {
    AtomicInteger calls = new AtomicInteger();
    Evaluator flaky =
        (batch, count, logits, values) -> {
          if (calls.incrementAndGet() == 10) {
            throw new IllegalStateException("lost the device\nstack");
          }
          new FakeEvaluator(0.9f).evaluate(batch, count, logits, values);
        };
    SearchAgent agent =
        new SearchAgent("x", flaky, SearchAgent.Options.strongest(Budget.visits(50), 1), 1);
    assertThat(agent.choose(START))
        .isEqualTo(
            new Agent.Failure(Kind.CRASH, "java.lang.IllegalStateException: lost the device"));
    assertThat(agent.choose(START)).isInstanceOf(Agent.Move.class);
  }

  @Test
  void followsAGameAndRefusesIllegalMoves() {
    SearchAgent agent = agent(-1, 0);
    assertThat(agent.newGame(new GameSettings(5, 0.5, "tromp-taylor"))).isNull();
    assertThat(agent.played(Player.BLACK, 12)).isNull();
    assertThat(agent.played(Player.WHITE, 12))
        .isEqualTo(new Agent.Failure(Kind.REFUSAL, "action 12 of WHITE is OCCUPIED"));
    assertThat(agent.played(Player.WHITE, 99))
        .isEqualTo(new Agent.Failure(Kind.REFUSAL, "there is no action 99"));
    assertThat(agent.choose(Player.WHITE)).isInstanceOf(Agent.Move.class);
    assertThat(agent.newGame(new GameSettings(5, 0.5, "calvinball")).reason())
        .contains("calvinball");
  }

  @Test
  void aStopIsAnsweredWithTheMoveKnownSoFar() throws Exception {
    SearchAgent.Options options =
        new SearchAgent.Options(SearchConfig.standard(), Budget.unlimited(), 4, 3, -1, 0, 0);
    try (SearchAgent agent = new SearchAgent("x", counting, options, 1)) {
      agent.stop();
      assertThat(agent.view(START)).isEmpty();
      CompletableFuture<Agent.Answer> answer =
          CompletableFuture.supplyAsync(() -> agent.choose(START));
      while (visits(agent, START) < 100) {
        Thread.onSpinWait();
      }
      agent.stop();
      Agent.Move move = (Agent.Move) answer.get(20, TimeUnit.SECONDS);
      assertThat(START.isLegal(move.action())).isTrue();
      assertThat(move.visits()).isGreaterThanOrEqualTo(100);
    }
  }

  @Test
  void aStopBeforeAnythingIsKnownStillGetsAMove() {
    AtomicReference<SearchAgent> playing = new AtomicReference<>();
    AtomicInteger calls = new AtomicInteger();
    CountDownLatch again = new CountDownLatch(1);
    Evaluator impatient =
        (batch, count, logits, values) -> {
          if (calls.getAndIncrement() == 0) {
            playing.get().stop();
            await(again); // so that nobody waits for this answer any more
          }
          again.countDown();
          counting.evaluate(batch, count, logits, values);
        };
    SearchAgent.Options options =
        new SearchAgent.Options(SearchConfig.standard(), Budget.unlimited(), 4, 1, -1, 0, 0);
    try (SearchAgent agent = new SearchAgent("x", impatient, options, 1)) {
      playing.set(agent);
      Agent.Move move = (Agent.Move) agent.choose(START);
      assertThat(START.isLegal(move.action())).isTrue();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int visits(SearchAgent agent, GoPosition position) {
    return agent.view(position).map(view -> view.result().rootVisits()).orElse(0);
  }

  @Test
  void anAnalysisServesTheThoughtsThatFollow() throws Exception {
    SearchAgent.Options options =
        new SearchAgent.Options(SearchConfig.standard(), Budget.visits(50), 4, 2, -1, 0, 0);
    try (SearchAgent agent = new SearchAgent("x", counting, options, 1)) {
      analyse(agent, START, Restriction.NONE, 300);
      SearchView view = agent.view(START).orElseThrow();
      assertThat(view.candidates().get(0).line()[0]).isEqualTo(view.result().bestAction());
      assertThat(agent.view(START.play(12))).isEmpty();
      Agent.Move move = (Agent.Move) agent.choose(START);
      assertThat(move.visits()).as("nothing to add").isGreaterThanOrEqualTo(300);
      GoPosition next = START.play(move.action());
      int before = evaluations.get();
      assertThat(((Agent.Move) agent.choose(next)).visits()).isGreaterThanOrEqualTo(50);
      assertThat(evaluations.get() - before).isLessThan(50);
      assertThat(agent.view(START)).isEmpty();
      assertThat(agent.view(next)).isPresent();
      analyse(agent, START, Restriction.NONE, 20);
      assertThat(agent.view(START)).as("a step back").isPresent();
    }
  }

  private static void analyse(
      SearchAgent agent, GoPosition position, Restriction restriction, int visits)
      throws Exception {
    CompletableFuture<Void> analysis =
        CompletableFuture.runAsync(() -> agent.analyse(position, restriction));
    while (visits(agent, position) < visits) {
      Thread.onSpinWait();
    }
    agent.stop();
    analysis.get(20, TimeUnit.SECONDS);
  }

  /** Only two points of the board, for whoever moves first. */
  private record Corners() implements Restriction {
    @Override
    public boolean allows(Player player, int action, int depth) {
      return depth > 1 || action == 0 || action == 24;
    }
  }

  @Test
  void choosesAmongTheMovesThatAreAllowed() throws Exception {
    SearchAgent agent = agent(-1, 0);
    assertThat(((Agent.Move) agent.choose(START)).action()).isNotIn(0, 24);
    Agent.Move corner = (Agent.Move) agent.choose(START, Budget.visits(50), new Corners());
    assertThat(corner.action()).isIn(0, 24);
    int before = evaluations.get();
    assertThat(agent.choose(START, Budget.visits(50), new Corners())).isEqualTo(corner);
    assertThat(evaluations.get()).as("the same again").isEqualTo(before);
    assertThat(agent.choose(START.play(corner.action()))).isInstanceOf(Agent.Move.class);
    assertThat(evaluations.get() - before).isBetween(40, 50);
    Agent.Answer none =
        agent.choose(START, Budget.visits(50), (player, action, depth) -> depth > 1);
    assertThat(none.toString()).contains("no legal action is allowed");
    assertThat(agent.choose(START)).isInstanceOf(Agent.Move.class);
  }

  /** The stop comes while the agent finds its place, before the search begins. */
  @Test
  void aStopIsNotLostBeforeTheSearchBegins() throws Exception {
    SearchAgent.Options options =
        new SearchAgent.Options(SearchConfig.standard(), Budget.unlimited(), 4, 2, -1, 0, 0);
    try (SearchAgent agent = new SearchAgent("x", counting, options, 1)) {
      analyse(agent, START, Restriction.NONE, 50);
      Restriction stopping =
          (player, action, depth) -> {
            agent.stop();
            return true;
          };
      CompletableFuture<Void> analysis =
          CompletableFuture.runAsync(() -> agent.analyse(START, stopping));
      analysis.get(20, TimeUnit.SECONDS);
      assertThat(agent.choose(START, Budget.visits(50))).isInstanceOf(Agent.Move.class);
    }
  }

  @Test
  void oneThreadOfItsOwnChoosesAsTheCallersDoes() {
    for (int move : new int[] {12, 7}) {
      Agent.Answer expected = agent(0).choose(START.play(move));
      try (SearchAgent own = agent(1)) {
        assertThat(own.choose(START.play(move))).isEqualTo(expected);
      }
    }
  }

  private SearchAgent agent(int threads) {
    return new SearchAgent(
        "x",
        counting,
        new SearchAgent.Options(SearchConfig.standard(), Budget.visits(80), 4, threads, -1, 0, 0),
        1);
  }

  @Test
  void temperatureVariesTheOpeningBySeed() {
    Set<Integer> cold = new HashSet<>();
    Set<Integer> warm = new HashSet<>();
    for (int seed = 0; seed < 20; seed++) {
      cold.add(firstMove(0, seed));
      warm.add(firstMove(1, seed));
    }
    assertThat(cold).hasSizeLessThan(warm.size());
    assertThat(firstMove(1, 3)).isEqualTo(firstMove(1, 3));
  }

  private int firstMove(double temperature, long seed) {
    SearchConfig still = SearchConfig.standard().withRandomSymmetry(false);
    SearchAgent.Options options =
        new SearchAgent.Options(still, Budget.visits(30), 1, 0, -1, temperature, 4);
    SearchAgent agent = new SearchAgent("x", counting, options, seed);
    return ((Agent.Move) agent.choose(START)).action();
  }

  private SearchAgent agent(double resignBelow, int temperatureMoves) {
    SearchAgent.Options options =
        new SearchAgent.Options(
            SearchConfig.standard(), Budget.visits(50), 1, 0, resignBelow, 1, temperatureMoves);
    return new SearchAgent("x", counting, options, 1);
  }
}
