package dev.tengen.selfplay.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tengen.game.Agent;
import dev.tengen.game.Agent.Failure.Kind;
import dev.tengen.game.GameSettings;
import dev.tengen.game.Player;
import dev.tengen.game.UserError;
import dev.tengen.go.GoPosition;
import dev.tengen.go.RolloutEvaluator;
import dev.tengen.mcts.Budget;
import dev.tengen.mcts.SearchConfig;
import dev.tengen.selfplay.match.MatchGame.End;
import dev.tengen.selfplay.match.opening.OpeningSpec;
import dev.tengen.selfplay.rating.Score;
import dev.tengen.selfplay.rating.Sprt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatchTest {

  private static final GameSettings FIVE = new GameSettings(5, 0.5, "tromp-taylor");

  @Test
  void searchBeatsChance() throws IOException {
    MatchResult result = play(MatchConfig.of(FIVE, 40).withParallelGames(2), search(40), random());
    assertThat(result.a()).isEqualTo("search");
    assertThat(result.b()).isEqualTo("random");
    assertThat(result.total().wins()).isGreaterThanOrEqualTo(32);
    assertThat(result.elo().low()).isPositive();
    assertThat(result.games()).isEqualTo(40);
    assertThat(result.distinctGames()).isGreaterThan(35);
    assertThat(result.asBlack().games()).isEqualTo(20);
    assertThat(result.pairs().pairs()).isEqualTo(20);
    assertThat(result.meanLength()).isBetween(6.0, 50.0);
  }

  @Test
  void swappingThePlayersSwapsTheResult() throws IOException {
    MatchConfig config = MatchConfig.of(FIVE, 20);
    MatchResult forward = play(config, search(12), random());
    MatchResult backward = play(config, random(), search(12));
    assertThat(backward.total().wins()).isEqualTo(forward.total().losses());
    assertThat(backward.total().draws()).isEqualTo(forward.total().draws());
    assertThat(backward.asBlack()).isEqualTo(forward.asWhite().swapped());
    assertThat(backward.elo().elo()).isEqualTo(-forward.elo().elo(), within(1e-9));
  }

  @Test
  void aPlayerAgainstItselfPlaysEachGameTwiceAndScoresHalf() throws IOException {
    MatchResult result = play(MatchConfig.of(FIVE, 20), search(12), search(12));
    assertThat(result.total().points()).isEqualTo(10);
    assertThat(result.distinctGames()).isEqualTo(10);
    assertThat(result.elo().elo()).isZero();
  }

  @Test
  void gamesDoNotDependOnHowManyArePlayedAtOnce() throws IOException {
    MatchConfig config = MatchConfig.of(FIVE, 12);
    assertThat(actions(games(config.withParallelGames(3), search(12), random())))
        .isEqualTo(actions(games(config, search(12), random())));
  }

  @Test
  void pairsShareAnOpeningAndOpeningsDiffer() throws IOException {
    List<List<Integer>> games = actions(games(MatchConfig.of(FIVE, 20), random(), random()));
    List<List<Integer>> openings = games.stream().map(moves -> moves.subList(0, 4)).toList();
    for (int i = 0; i < 20; i += 2) {
      assertThat(openings.get(i)).isEqualTo(openings.get(i + 1));
    }
    assertThat(openings.stream().distinct()).hasSize(10);
  }

  @Test
  void whoPlaysAnIllegalMoveLoses() throws IOException {
    Supplier<Agent> occupied = () -> new Scripted(new Agent.Move(0), null);
    List<MatchGame> games = games(MatchConfig.of(FIVE, 4), occupied, random());
    MatchResult result = MatchResult.of("a", "b", games);
    assertThat(result.total().losses()).isEqualTo(4);
    assertThat(result.conductOfA().forfeits()).isEqualTo(4);
    assertThat(result.conductOfB().forfeits()).isZero();
    assertThat(games)
        .allMatch(game -> game.end() == End.ILLEGAL_MOVE && game.note().startsWith("scripted: "));
  }

  @Test
  void whoFailsToMoveLoses() throws IOException {
    Map<Scripted, End> faults =
        Map.of(
            new Scripted(failure(Kind.TIMEOUT), null), End.TIMEOUT,
            new Scripted(failure(Kind.CRASH), null), End.CRASH,
            new Scripted(null, null), End.CRASH, // throws
            new Scripted(failure(Kind.NONSENSE), null), End.NONSENSE,
            new Scripted(failure(Kind.REFUSAL), null), End.NONSENSE,
            new Scripted(new Agent.Move(25), failure(Kind.REFUSAL)), End.NONSENSE,
            new Scripted(new Agent.Move(25), failure(Kind.TIMEOUT)), End.TIMEOUT,
            new Scripted(new Agent.Move(-1), null), End.ILLEGAL_MOVE);
    for (var fault : faults.entrySet()) {
      List<MatchGame> games = games(MatchConfig.of(FIVE, 2), random(), fault::getKey);
      assertThat(games).extracting(MatchGame::end).containsOnly(fault.getValue());
      MatchResult result = MatchResult.of("a", "b", games);
      assertThat(result.total().wins()).isEqualTo(2);
      assertThat(result.conductOfB().forfeits()).isEqualTo(2);
    }
  }

  private static Agent.Failure failure(Kind kind) {
    return new Agent.Failure(kind, "out of ideas");
  }

  @Test
  void aGameIsVoidWhereOneRefusesTheLegalMoveOfTheOther(@TempDir Path folder) throws IOException {
    Supplier<Agent> passes = () -> new Scripted(new Agent.Move(25), null);
    Supplier<Agent> refuses =
        () -> new Scripted(new Agent.Move(24), new Agent.Failure(Kind.REFUSAL, "no passes here"));
    MatchConfig config = MatchConfig.of(FIVE, 2);
    List<MatchGame> games = games(config, passes, refuses, 0);
    assertThat(games)
        .allSatisfy(
            game -> {
              assertThat(game.isVoid()).isTrue();
              assertThat(game.outcome()).isNull();
              assertThat(game.scoreOfA()).isEqualTo(Score.ZERO);
              assertThat(game.note()).isEqualTo("scripted: no passes here");
            });
    games.add(games(config, passes, random(), 0).get(1));
    MatchResult result = MatchResult.of("a", "b", games);
    assertThat(result.total().games()).isEqualTo(1);
    assertThat(result.games()).isEqualTo(3);
    assertThat(result.voids()).isEqualTo(2);
    assertThat(result.pairs().pairs()).isZero();
    assertThat(result.conductOfA().forfeits() + result.conductOfB().forfeits()).isZero();
    Path file = folder.resolve("match.sgf");
    try (MatchStore store = MatchStore.open(file, FIVE, List.of("a", "b"))) {
      store.append(games.get(0));
    }
    assertThat(Files.readString(file)).contains("RE[Void]");
    try (MatchStore store = MatchStore.open(file, FIVE, List.of("a", "b"))) {
      assertThat(store.matchGames().get(0).isVoid()).isTrue();
      assertThat(store.matchGames().get(0).scoreOfA()).isEqualTo(Score.ZERO);
    }
  }

  @Test
  void timeCountsForThePlayerWhoThinks() throws IOException {
    Supplier<Agent> slow = () -> new Slow(newRandom());
    MatchConfig config = MatchConfig.of(FIVE, 2).withMoveLimit(9);
    for (MatchGame game : games(config, slow, random(), 3)) {
      Player thinker = game.aIsBlack() ? Player.BLACK : Player.WHITE;
      assertThat(game.movesOf(Player.BLACK) + game.movesOf(Player.WHITE)).isEqualTo(6);
      assertThat(game.timeOf(thinker))
          .isGreaterThanOrEqualTo(Duration.ofMillis(20L * game.movesOf(thinker)));
      assertThat(game.timeOf(thinker.opponent())).isLessThan(game.timeOf(thinker));
    }
  }

  @Test
  void resignationIsALossWithoutForfeit() throws IOException {
    List<MatchGame> games =
        games(MatchConfig.of(FIVE, 2), random(), () -> new Scripted(new Agent.Resign(), null));
    assertThat(games).extracting(MatchGame::end).containsOnly(End.RESIGNATION);
    assertThat(MatchResult.of("a", "b", games).total().wins()).isEqualTo(2);
    assertThat(MatchResult.of("a", "b", games).conductOfB().forfeits()).isZero();
  }

  @Test
  void moveLimitIsScored() throws IOException {
    MatchConfig config = MatchConfig.of(FIVE, 2).withMoveLimit(5);
    for (MatchGame game : games(config, random(), random())) {
      assertThat(game.moves()).hasSize(5);
      assertThat(game.end()).isEqualTo(End.MOVE_LIMIT);
      assertThat(game.outcome().valueFor(Player.BLACK))
          .isEqualTo((float) Math.signum(game.scoreForBlack()));
    }
  }

  @Test
  void gamesMayEndWhereAllIsPassAlive(@TempDir Path folder) throws IOException {
    MatchConfig config = MatchConfig.of(FIVE, 20).withEndSettled(true);
    Path file = folder.resolve("settled.sgf");
    List<MatchGame> games = games(config, random(), random());
    assertThat(games).extracting(MatchGame::end).contains(End.SETTLED);
    try (MatchStore store = MatchStore.open(file, FIVE, List.of("a", "b"))) {
      for (MatchGame game : games) {
        assertThat(game.outcome().valueFor(Player.BLACK))
            .isEqualTo((float) Math.signum(game.scoreForBlack()));
        store.append(game);
      }
    }
    try (MatchStore store = MatchStore.open(file, FIVE, List.of("a", "b"))) {
      assertThat(store.matchGames())
          .extracting(MatchGame::scoreForBlack)
          .isEqualTo(games.stream().map(MatchGame::scoreForBlack).toList());
    }
  }

  @Test
  void anAgentThatCannotPlayAtAllEndsTheMatch() {
    MatchConfig config = MatchConfig.of(new GameSettings(5, 7.3, "tromp-taylor"), 2);
    assertThatThrownBy(() -> play(config, random(), random())).isInstanceOf(UserError.class);
  }

  @Test
  void stopsOnceTheThresholdIsDecided() throws IOException {
    Supplier<Agent> resigns = () -> new Scripted(new Agent.Resign(), null);
    MatchConfig config = MatchConfig.of(FIVE, 100);
    Match lost = match(config, resigns, random(), StopRule.whenDecided(0.55));
    assertThat(lost.run(List.of(), (game, soFar) -> {}).games()).isEqualTo(46);
    Match won = match(config, random(), resigns, StopRule.whenDecided(0.55));
    assertThat(won.run(List.of(), (game, soFar) -> {}).games()).isEqualTo(55);
    Match tested = match(config, random(), resigns, StopRule.when(new Sprt(0, 100)));
    assertThat(tested.run(List.of(), (game, soFar) -> {}).games()).isLessThan(60);
  }

  @Test
  void takesUpAMatchWhereItWasKilled(@TempDir Path folder) throws IOException {
    MatchConfig config = MatchConfig.of(FIVE, 10);
    Path file = folder.resolve("match.sgf");
    List<List<Integer>> all = actions(games(config, search(12), random()));
    AtomicInteger played = new AtomicInteger();
    try (MatchStore store = MatchStore.open(file, FIVE, List.of("search", "random"))) {
      Match match = match(config, search(12), random(), StopRule.never());
      match.run(
          List.of(),
          (game, soFar) -> {
            store.append(game);
            if (soFar.games() == 5) {
              match.stop();
            }
          });
    }
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - 20));
    try (MatchStore store = MatchStore.open(file, FIVE, List.of("search", "random"))) {
      assertThat(store.matchGames()).hasSize(4);
      Match match = match(config, search(12), random(), StopRule.never());
      MatchResult result =
          match.run(
              store.matchGames(),
              (game, soFar) -> {
                store.append(game);
                played.incrementAndGet();
              });
      assertThat(result.games()).isEqualTo(10);
    }
    assertThat(played).hasValue(6);
    try (MatchStore store = MatchStore.open(file, FIVE, List.of("search", "random"))) {
      List<MatchGame> games = new ArrayList<>(store.matchGames());
      games.sort(Comparator.comparingInt(MatchGame::index));
      assertThat(actions(games)).isEqualTo(all);
    }
    assertThatThrownBy(() -> MatchStore.open(file, FIVE, List.of("search", "somebody")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds other games: search against random, 5x5");
  }

  @Test
  void storeKeepsAllThatAResultNeeds(@TempDir Path folder) throws IOException {
    MatchConfig config = MatchConfig.of(FIVE, 6);
    Path file = folder.resolve("match.sgf");
    List<MatchGame> games = games(config, search(12), random());
    games.add(
        new MatchGame(
            6,
            0,
            List.of(new Agent.Move(3, 0.25f, 7)),
            dev.tengen.game.Outcome.WHITE_WINS,
            End.TIMEOUT,
            24.5,
            Duration.ofMillis(1234),
            Duration.ofMillis(5),
            "search: it broke: (twice)\nand for good]"));
    try (MatchStore store = MatchStore.open(file, FIVE, List.of("search", "random"))) {
      for (MatchGame game : games) {
        store.append(game);
      }
    }
    assertThat(Files.readString(file))
        .contains("value +0.25 for Black, 7 visits")
        .contains("RE[W+T]");
    try (MatchStore store = MatchStore.open(file, FIVE, List.of("search", "random"))) {
      assertThat(MatchResult.of("a", "b", store.matchGames()))
          .isEqualTo(MatchResult.of("a", "b", games));
      MatchGame last = store.matchGames().get(6);
      assertThat(last.end()).isEqualTo(End.TIMEOUT);
      assertThat(last.blackTime()).isEqualTo(Duration.ofMillis(1234));
      assertThat(last.whiteTime()).isEqualTo(Duration.ofMillis(5));
      assertThat(last.note()).isEqualTo("search: it broke: (twice) and for good]");
      assertThat(last.scoreForBlack()).isEqualTo(24.5);
    }
  }

  private static Match match(
      MatchConfig config,
      Supplier<? extends Agent> a,
      Supplier<? extends Agent> b,
      StopRule stopRule) {
    return match(config, a, b, 4, stopRule);
  }

  private static Match match(
      MatchConfig config,
      Supplier<? extends Agent> a,
      Supplier<? extends Agent> b,
      int openingMoves,
      StopRule stopRule) {
    List<GoPosition> openings =
        OpeningSpec.random(openingMoves).source(FIVE, 1, null).first(config.pairs());
    return new Match(
        config, new Entrant(a.get().name(), a), new Entrant(b.get().name(), b), openings, stopRule);
  }

  private static MatchResult play(
      MatchConfig config, Supplier<? extends Agent> a, Supplier<? extends Agent> b)
      throws IOException {
    return match(config, a, b, StopRule.never()).run(List.of(), (game, soFar) -> {});
  }

  private static List<MatchGame> games(
      MatchConfig config, Supplier<? extends Agent> a, Supplier<? extends Agent> b)
      throws IOException {
    return games(config, a, b, 4);
  }

  private static List<MatchGame> games(
      MatchConfig config,
      Supplier<? extends Agent> a,
      Supplier<? extends Agent> b,
      int openingMoves)
      throws IOException {
    List<MatchGame> games = new ArrayList<>();
    match(config, a, b, openingMoves, StopRule.never())
        .run(List.of(), (game, soFar) -> games.add(game));
    games.sort(Comparator.comparingInt(MatchGame::index));
    return games;
  }

  private static List<List<Integer>> actions(List<MatchGame> games) {
    return games.stream().map(MatchGame::actions).toList();
  }

  private static Supplier<Agent> search(int visits) {
    SearchAgent.Options options =
        new SearchAgent.Options(SearchConfig.standard(), Budget.visits(visits), 1, 0, -1, 0, 0);
    return () -> new SearchAgent("search", new RolloutEvaluator(4, 1), options, 5);
  }

  private static Agent newRandom() {
    return new RandomAgent("random", 99);
  }

  private static Supplier<Agent> random() {
    return MatchTest::newRandom;
  }

  /** Always says the same; a null answer is a crash. */
  private record Scripted(Answer answer, Failure atPass) implements Agent {
    @Override
    public String name() {
      return "scripted";
    }

    @Override
    public Failure newGame(GameSettings settings) {
      return null;
    }

    @Override
    public Failure played(Player player, int action) {
      return action == 25 ? atPass : null;
    }

    @Override
    public Answer choose(Player player) {
      if (answer == null) {
        throw new IllegalStateException("a bug");
      }
      return answer;
    }

    @Override
    public void close() {}
  }

  /** Thinks twenty milliseconds longer than another. */
  private record Slow(Agent other) implements Agent {
    @Override
    public String name() {
      return "slow";
    }

    @Override
    public Failure newGame(GameSettings settings) {
      return other.newGame(settings);
    }

    @Override
    public Failure played(Player player, int action) {
      return other.played(player, action);
    }

    @Override
    public Answer choose(Player player) {
      LockSupport.parkNanos(25_000_000);
      return other.choose(player);
    }

    @Override
    public void close() {
      other.close();
    }
  }
}
