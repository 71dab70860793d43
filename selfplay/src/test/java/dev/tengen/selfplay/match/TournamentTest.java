package dev.tengen.selfplay.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tengen.game.Agent;
import dev.tengen.game.GameSettings;
import dev.tengen.game.Player;
import dev.tengen.game.UserError;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Legality;
import dev.tengen.selfplay.match.opening.OpeningSpec;
import dev.tengen.selfplay.rating.Sprt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TournamentTest {

  private static final GameSettings FIVE = new GameSettings(5, 0.5, "tromp-taylor");

  @Test
  void eachMeetsEachFromTheSameOpeningsWithBothColours() throws IOException {
    List<TournamentGame> games = play(config(6, 2), strong(1, 2, 3, 4), Pairing.roundRobin(4));
    assertThat(games).hasSize(36);
    for (int index = 0; index < 6; index++) {
      int number = index;
      List<TournamentGame> round =
          games.stream().filter(game -> game.game().index() == number).toList();
      assertThat(round.stream().map(TournamentGame::pairing)).hasSize(6).doesNotHaveDuplicates();
      assertThat(round.stream().map(game -> game.game().actions().subList(0, 4)).distinct())
          .hasSize(1);
    }
    assertThat(games.stream().map(game -> game.game().actions().subList(0, 4)).distinct())
        .hasSize(3);
    TournamentResult result = result(4, games);
    for (PlayerResult player : result.players()) {
      assertThat(player.total().games()).isEqualTo(18);
      assertThat(player.asBlack().games()).isEqualTo(9);
    }
    assertThat(result.ratings().order()).containsExactly(3, 2, 1, 0);
    MatchResult match = result.match(3, 0);
    assertThat(match.total().wins()).isEqualTo(6);
    assertThat(match.conductOfB().resignations()).isEqualTo(6);
    assertThat(result.match(0, 3).total().losses()).isEqualTo(6);
    assertThat(result.match(0, 3).elo().elo()).isEqualTo(-match.elo().elo(), within(1e-9));
  }

  @Test
  void formatsPairWhoTheySay() {
    assertThat(Pairing.gauntlet(4))
        .containsExactly(new Pairing(0, 1), new Pairing(0, 2), new Pairing(0, 3));
    assertThat(Pairing.ladder(4, 2))
        .containsExactly(
            new Pairing(1, 0),
            new Pairing(2, 1),
            new Pairing(2, 0),
            new Pairing(3, 2),
            new Pairing(3, 1));
    assertThat(Pairing.roundRobin(5)).hasSize(10).doesNotHaveDuplicates();
  }

  @Test
  void whatWasPlayedIsNotPlayedAgainAndNothingIsLeftOut() throws IOException {
    List<Entrant> players = strong(1, 2, 3);
    List<TournamentGame> all = play(config(4, 1), players, Pairing.roundRobin(3));
    List<TournamentGame> before = all.subList(0, 5);
    List<TournamentGame> after = new ArrayList<>();
    tournament(config(6, 2), players, Pairing.roundRobin(3)).run(before, after::add);
    assertThat(after).hasSize(3 * 6 - 5);
    Set<List<Integer>> keys = new HashSet<>();
    for (TournamentGame game : concat(before, after)) {
      assertThat(
              keys.add(
                  List.of(game.pairing().first(), game.pairing().second(), game.game().index())))
          .isTrue();
    }
  }

  @Test
  void aPlayerThatCannotBeHadIsAMistypedOne() {
    List<Entrant> players = new ArrayList<>(strong(1));
    players.add(new Entrant("absent", () -> new Resigner("absent", 5, new AtomicInteger(0))));
    assertThatThrownBy(() -> play(config(4, 2), players, Pairing.roundRobin(2)))
        .isInstanceOf(UserError.class)
        .hasMessage("absent cannot play: gone");
  }

  @Test
  void aPlayerThatIsGoneForGoodIsRetiredAndTheOthersPlayOn() throws IOException {
    List<Entrant> players = new ArrayList<>(strong(1, 2));
    AtomicInteger lives = new AtomicInteger(3);
    players.add(new Entrant("mortal", () -> new Resigner("mortal", 5, lives), 1));
    List<TournamentGame> games = new ArrayList<>();
    List<String> retired = new ArrayList<>();
    tournament(config(10, 2), players, Pairing.roundRobin(3))
        .run(
            List.of(),
            new Tournament.Listener() {
              @Override
              public void finished(TournamentGame game) {
                games.add(game);
              }

              @Override
              public void retired(String player, String why) {
                retired.add(player + ": " + why);
              }
            });
    assertThat(retired).containsExactly("mortal: gone");
    assertThat(games.stream().filter(game -> game.pairing().equals(new Pairing(0, 1)))).hasSize(10);
    assertThat(games).hasSize(13);
  }

  @Test
  void aPlayerThatEndsWithThisProcessLosesNothing() throws IOException {
    Supplier<Agent> ending =
        () ->
            new Resigner("ending", 5, new AtomicInteger(9)) {
              @Override
              public Failure newGame(GameSettings settings) {
                return new Failure(Failure.Kind.STOPPED, "ending");
              }
            };
    List<Entrant> players = List.of(strong(1).get(0), new Entrant("ending", ending));
    assertThat(play(config(4, 2), players, Pairing.roundRobin(2))).isEmpty();
  }

  @Test
  void aPlayerPlaysNoMoreGamesAtOnceThanItMay() throws IOException {
    AtomicInteger alive = new AtomicInteger();
    AtomicInteger made = new AtomicInteger();
    Supplier<Agent> counted =
        () -> {
          made.incrementAndGet();
          alive.incrementAndGet();
          return new Resigner("single", 5, new AtomicInteger(1000)) {
            @Override
            public void close() {
              alive.decrementAndGet();
            }
          };
        };
    List<Entrant> players = new ArrayList<>(strong(1, 2, 3));
    players.add(new Entrant("single", counted, 1));
    assertThat(play(config(8, 4), players, Pairing.roundRobin(4))).hasSize(48);
    assertThat(made).hasValue(1);
    assertThat(alive).hasValue(0);
  }

  @Test
  void aSequentialTestEndsItsPairingAlone() throws IOException {
    List<Entrant> players = strong(1, 9, 9);
    List<TournamentGame> games = new ArrayList<>();
    new Tournament(
            config(200, 2),
            players,
            List.of(new Pairing(1, 0), new Pairing(1, 2)),
            openings(100),
            StopRule.when(new Sprt(-100, 100)))
        .run(List.of(), games::add);
    long decided = games.stream().filter(game -> game.pairing().second() == 0).count();
    assertThat(decided).isLessThan(100);
    assertThat(games.size() - decided).isGreaterThan(decided);
  }

  @Test
  void stopDoesNotWaitForAPlayerThatThinks() throws Exception {
    CountDownLatch thinking = new CountDownLatch(1);
    Supplier<Agent> thinker =
        () ->
            new Resigner("thinker", 5, new AtomicInteger(9)) {
              @Override
              public Answer choose(Player player) {
                thinking.countDown();
                try {
                  new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                  return new Failure(Failure.Kind.CRASH, "interrupted");
                }
                return new Resign();
              }
            };
    List<Entrant> players = List.of(new Entrant("a", thinker), new Entrant("b", thinker));
    Tournament tournament = tournament(config(4, 2), players, Pairing.roundRobin(2));
    List<TournamentGame> games = new ArrayList<>();
    Thread stopper =
        new Thread(
            () -> {
              try {
                thinking.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              tournament.stop();
            });
    stopper.start();
    tournament.run(List.of(), games::add);
    assertThat(games).isEmpty();
  }

  @Test
  void storeReadsBackWhatItWroteAndCutsWhatWasNotWrittenToItsEnd(@TempDir Path folder)
      throws IOException {
    List<TournamentGame> games = play(config(4, 1), strong(1, 2, 3), Pairing.roundRobin(3));
    List<String> names = List.of("p1", "p2", "p3");
    Path file = folder.resolve("games.sgf");
    try (MatchStore store = MatchStore.open(file, FIVE, names)) {
      for (TournamentGame game : games) {
        store.append(game);
      }
      store.append(games.get(0)); // as two runs without a lock would
      assertThat(store.games()).hasSize(13);
    }
    try (MatchStore store = MatchStore.open(file, FIVE, names)) {
      assertThat(store.games()).isEqualTo(games);
    }
    String text = Files.readString(file);
    for (int cut = 1; cut < 100; cut += 7) {
      Files.writeString(file, text.substring(0, text.length() - cut));
      try (MatchStore store = MatchStore.open(file, FIVE, names)) {
        assertThat(store.games()).isEqualTo(games);
        store.append(games.get(1));
      }
      try (MatchStore store = MatchStore.open(file, FIVE, names)) {
        assertThat(store.games()).isEqualTo(games);
      }
    }
    assertThatThrownBy(() -> MatchStore.open(file, FIVE, List.of("p1", "p2")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds other games")
        .hasMessageContaining("p3");
  }

  private static MatchConfig config(int games, int parallel) {
    return MatchConfig.of(FIVE, games).withParallelGames(parallel);
  }

  private static List<GoPosition> openings(int count) {
    return OpeningSpec.RANDOM.source(FIVE, 1, null).first(count);
  }

  private static Tournament tournament(
      MatchConfig config, List<Entrant> players, List<Pairing> pairings) {
    return new Tournament(config, players, pairings, openings(config.pairs()), StopRule.never());
  }

  private static List<TournamentGame> play(
      MatchConfig config, List<Entrant> players, List<Pairing> pairings) throws IOException {
    List<TournamentGame> games = new ArrayList<>();
    tournament(config, players, pairings).run(List.of(), games::add);
    return games;
  }

  private static TournamentResult result(int players, List<TournamentGame> games) {
    return TournamentResult.of(
        IntStream.rangeClosed(1, players).mapToObj(i -> "p" + i).toList(), games, -1);
  }

  private static <T> List<T> concat(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  /** Players p1, p2, … of whom each beats those with less patience. */
  private static List<Entrant> strong(int... patience) {
    return IntStream.range(0, patience.length)
        .mapToObj(
            i ->
                new Entrant(
                    "p" + (i + 1),
                    () -> new Resigner("p" + (i + 1), patience[i], new AtomicInteger(1000))))
        .toList();
  }

  /** Plays a number of moves, the first legal ones, then resigns; begins so many games. */
  private static class Resigner implements Agent {
    private final String name;
    private final int patience;
    private final AtomicInteger lives;
    private final FollowedGame game = new FollowedGame();
    private int asked;

    Resigner(String name, int patience, AtomicInteger lives) {
      this.name = name;
      this.patience = patience;
      this.lives = lives;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Failure newGame(GameSettings settings) {
      asked = 0;
      game.start(settings);
      return lives.decrementAndGet() < 0 ? new Failure(Failure.Kind.CRASH, "gone") : null;
    }

    @Override
    public Failure played(Player player, int action) {
      return game.play(player, action);
    }

    @Override
    public Answer choose(Player player) {
      if (asked++ == patience) {
        return new Resign();
      }
      GoPosition position = game.toMove(player);
      int action = 0;
      while (position.legality(action) != Legality.LEGAL) {
        action++;
      }
      return new Move(action);
    }

    @Override
    public void close() {}
  }
}
