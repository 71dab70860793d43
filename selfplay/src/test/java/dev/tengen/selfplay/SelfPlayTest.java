package dev.tengen.selfplay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.io.BaseEncoding;
import dev.tengen.game.Evaluator;
import dev.tengen.game.GameSettings;
import dev.tengen.game.Outcome;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import dev.tengen.mcts.Gumbel;
import dev.tengen.mcts.SearchConfig;
import dev.tengen.selfplay.SelfPlayConfig.Parallel;
import dev.tengen.selfplay.SelfPlayConfig.Visits;
import dev.tengen.selfplay.Turn.Effort;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SelfPlayTest {

  private static final GameSettings FIVE = new GameSettings(5, 7.5, "tromp-taylor");
  private static final Evaluator FAKE = new FakeEvaluator(0.9f);

  @Test
  void gamesDependOnTheirNumberOnly() throws IOException {
    List<Episode> alone = play(config(new Parallel(1, 1, 1)), FAKE, 0, 12);
    List<Episode> together = play(config(new Parallel(2, 5, 1)), FAKE, 0, 12);
    List<Episode> some = play(config(new Parallel(1, 3, 1)), FAKE, 4, 9);
    assertThat(encoded(together)).isEqualTo(encoded(alone));
    assertThat(encoded(some)).isEqualTo(encoded(alone.subList(4, 9)));
    assertThat(alone.stream().map(Episode::seed).distinct()).hasSize(12);
    assertThat(alone.stream().map(e -> e.turns().stream().map(Turn::action).toList()).distinct())
        .hasSize(12);
  }

  @Test
  void recordsReplayByTheRulesAndTheirOutcomesAreTheScores() throws IOException {
    List<Episode> episodes = play(config(new Parallel(1, 8, 1)), FAKE, 0, 30);
    for (Episode episode : episodes) {
      GoPosition position = replay(episode);
      assertThat(episode.turns()).hasSizeLessThanOrEqualTo(50);
      if (episode.resigned()) {
        assertThat(episode.scoreForBlack()).isNaN();
        assertThat(episode.outcome()).isEqualTo(Outcome.winOf(position.toMove().opponent()));
      } else {
        double score =
            episode.settled() ? position.settledScore().forBlack() : position.scoreForBlack();
        assertThat(episode.scoreForBlack()).isEqualTo((float) score);
        assertThat(position.isSettled()).isEqualTo(episode.settled());
        assertThat(episode.outcome().valueFor(dev.tengen.game.Player.BLACK))
            .isEqualTo(Math.signum(episode.scoreForBlack()));
        assertThat(position.isTerminal()).isEqualTo(!episode.truncated() && !episode.settled());
      }
    }
    assertThat(episodes)
        .anyMatch(Episode::resigned)
        .anyMatch(Episode::settled)
        .anyMatch(e -> !e.resigned() && !e.settled());
  }

  @Test
  void visitsAddUpToTheBudget() throws IOException {
    for (Episode episode : play(config(new Parallel(1, 4, 1)), FAKE, 0, 10)) {
      for (int t = 0; t < episode.length(); t++) {
        Turn turn = episode.turns().get(t);
        // The first evaluation of a root is a visit of no action.
        switch (turn.effort()) {
          case NONE -> assertThat(turn.totalVisits()).isZero();
          case CHEAP -> assertThat(turn.totalVisits()).isGreaterThanOrEqualTo(5);
          case FULL -> assertThat(turn.totalVisits()).isEqualTo(23);
        }
        assertThat(turn.visits()).doesNotContain(0);
        assertThat(turn.actions()).isSorted();
        if (turn.effort() != Effort.NONE) {
          assertThat(turn.actions()).contains(turn.action());
        }
      }
    }
  }

  @Test
  void cheapSearchesAreAsFrequentAsAskedFor() throws IOException {
    List<Turn> turns =
        play(config(new Parallel(1, 8, 1)), FAKE, 0, 40).stream()
            .flatMap(episode -> episode.turns().stream())
            .filter(turn -> turn.effort() != Effort.NONE)
            .toList();
    long cheap = turns.stream().filter(turn -> turn.effort() == Effort.CHEAP).count();
    assertThat(cheap / (double) turns.size()).isBetween(0.65, 0.85);
  }

  @Test
  void gumbelSearchesHaveTheirImprovedPolicyAsTarget() throws IOException {
    for (boolean reuse : new boolean[] {false, true}) {
      SelfPlayConfig config =
          new SelfPlayConfig(
              FIVE,
              SearchConfig.standard().withGumbel(Gumbel.standard()),
              new Visits(16, 8, 0.5),
              new Temperature(1, 1, 0, false),
              Resignation.NEVER,
              2,
              SelfPlayConfig.twicePoints(5),
              true,
              true,
              reuse,
              new Parallel(1, 4, 1));
      List<Episode> episodes = play(config, FAKE, 0, 10);
      assertThat(episodes.stream().map(e -> e.turns().stream().map(Turn::action).toList()))
          .doesNotHaveDuplicates();
      for (Episode episode : episodes) {
        replay(episode);
        for (Turn turn : episode.turns()) {
          if (turn.effort() != Effort.NONE) {
            assertThat(turn.weights()).hasSameSizeAs(turn.actions());
            double sum = 0;
            for (float weight : turn.weights()) {
              sum += weight;
            }
            assertThat(sum).isBetween(0.999, 1.00001);
            assertThat(turn.actions()).isSorted().contains(turn.action());
          }
        }
      }
    }
  }

  @Test
  void moveLimitEndsAGameAsItStands() throws IOException {
    SelfPlayConfig limited =
        new SelfPlayConfig(
            FIVE,
            SearchConfig.standard(),
            Visits.always(4),
            new Temperature(1, 1, 0, false),
            Resignation.NEVER,
            0,
            6,
            false,
            false,
            true,
            new Parallel(1, 2, 1));
    for (Episode episode : play(limited, FAKE, 0, 5)) {
      assertThat(episode.length()).isLessThanOrEqualTo(6);
      assertThat(episode.truncated()).isEqualTo(!replay(episode).isTerminal());
      assertThat(episode.resignDisabled()).isTrue();
    }
  }

  @Test
  void guardKeepsALosingPassFromEndingTheGame() throws IOException {
    // An evaluator in love with passing: without the guard all games are two passes.
    Evaluator passes =
        (batch, count, logits, values) -> {
          java.util.Arrays.fill(logits, 0, count * 10, 0);
          java.util.Arrays.fill(values, 0, count, 0);
          for (int i = 0; i < count; i++) {
            logits[i * 10 + 9] = 1;
          }
        };
    GameSettings three = new GameSettings(3, 0.5, "tromp-taylor");
    int endedByAPass = 0;
    for (double temperature : new double[] {0, 1}) {
      SelfPlayConfig guarded =
          new SelfPlayConfig(
              three,
              SearchConfig.standard(),
              Visits.always(12),
              new Temperature(temperature, temperature, 0, false),
              Resignation.NEVER,
              0,
              SelfPlayConfig.twicePoints(3),
              true,
              true,
              false,
              new Parallel(1, 4, 1));
      for (Episode episode : play(guarded, passes, 0, 20)) {
        int last = episode.length() - 1;
        boolean hadAChoice = episode.turns().get(last).actions().length > 1;
        if (!episode.truncated() && hadAChoice) {
          assertThat(episode.outcomeAt(last)).isPositive();
          endedByAPass++;
        }
      }
    }
    assertThat(endedByAPass).isPositive();
  }

  @Test
  void failuresOfEvaluatorAndSinkEndTheRun() {
    AtomicInteger calls = new AtomicInteger();
    Evaluator failing =
        (batch, count, logits, values) -> {
          if (calls.incrementAndGet() > 20) {
            throw new IllegalStateException("no more");
          }
          FAKE.evaluate(batch, count, logits, values);
        };
    assertThatThrownBy(() -> play(config(new Parallel(2, 4, 1)), failing, 0, 50))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no more");
    SelfPlay selfPlay = new SelfPlay(config(new Parallel(2, 4, 1)), FAKE, "n", 1, 2);
    assertThatThrownBy(
            () ->
                selfPlay.run(
                    IntStream.range(0, 50).toArray(),
                    episode -> {
                      throw new IOException("disk full");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("disk full");
  }

  @Test
  void progressCountsWhatWasDone() throws IOException {
    AtomicInteger evaluated = new AtomicInteger();
    Evaluator counting =
        (batch, count, logits, values) -> {
          evaluated.addAndGet(count);
          FAKE.evaluate(batch, count, logits, values);
        };
    SelfPlay selfPlay = new SelfPlay(config(new Parallel(2, 4, 2)), counting, "n", 1, 2);
    List<Episode> episodes = new ArrayList<>();
    assertThat(selfPlay.progress().elapsedNanos()).isZero();
    selfPlay.run(IntStream.range(0, 11).toArray(), episodes::add);
    SelfPlay.Progress progress = selfPlay.progress();
    assertThat(progress.gamesFinished()).isEqualTo(11);
    assertThat(progress.inFlight()).isZero();
    assertThat(progress.positions()).isEqualTo(episodes.stream().mapToInt(Episode::length).sum());
    assertThat(progress.evaluations()).isEqualTo(evaluated.get());
    assertThat(progress.evaluationsPerBatch()).isBetween(1.0, 8.0);
    assertThat(progress.thinEvaluations()).isPositive().isLessThan(progress.evaluations());
  }

  @Test
  void stopEndsTheRunEarly() throws IOException {
    SelfPlay selfPlay = new SelfPlay(config(new Parallel(2, 4, 1)), FAKE, "n", 1, 2);
    List<Episode> episodes = new ArrayList<>();
    selfPlay.run(
        IntStream.range(0, 1000).toArray(),
        episode -> {
          episodes.add(episode);
          if (episodes.size() == 5) {
            selfPlay.stop();
          }
        });
    assertThat(episodes).hasSizeBetween(5, 20);
    assertThat(selfPlay.progress().inFlight()).isZero();
  }

  static SelfPlayConfig config(Parallel parallel) {
    return new SelfPlayConfig(
        FIVE,
        SearchConfig.standard().withDirichletFraction(0.25),
        new Visits(24, 6, 0.75),
        new Temperature(1, 0, 8, false),
        new Resignation(-0.5, 0.3),
        3,
        SelfPlayConfig.twicePoints(5),
        true,
        false,
        true,
        parallel);
  }

  /** Games {@code from} to {@code to - 1} in the order of their numbers. */
  static List<Episode> play(SelfPlayConfig config, Evaluator evaluator, int from, int to)
      throws IOException {
    List<Episode> episodes = new ArrayList<>();
    new SelfPlay(config, evaluator, "test", 7, 3)
        .run(IntStream.range(from, to).toArray(), episodes::add);
    episodes.sort(Comparator.comparingInt(Episode::game));
    assertThat(episodes).extracting(Episode::game).containsExactly(boxed(from, to));
    return episodes;
  }

  private static Integer[] boxed(int from, int to) {
    return IntStream.range(from, to).boxed().toArray(Integer[]::new);
  }

  static List<String> encoded(List<Episode> episodes) {
    return episodes.stream()
        .map(episode -> BaseEncoding.base16().encode(EpisodeCodec.encode(episode)))
        .toList();
  }

  private static GoPosition replay(Episode episode) {
    GameSettings game = episode.settings();
    GoPosition position =
        GoPosition.start(game.boardSize(), Rules.named(game.rules()), game.komi());
    for (Turn turn : episode.turns()) {
      assertThat(position.isTerminal()).isFalse();
      position = position.play(turn.action());
    }
    return position;
  }
}
