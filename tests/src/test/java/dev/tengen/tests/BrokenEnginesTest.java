package dev.tengen.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.GameSettings;
import dev.tengen.game.UserError;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import dev.tengen.gtp.client.FakeEngine;
import dev.tengen.gtp.client.GtpAgent;
import dev.tengen.selfplay.match.Entrant;
import dev.tengen.selfplay.match.Match;
import dev.tengen.selfplay.match.MatchConfig;
import dev.tengen.selfplay.match.MatchGame;
import dev.tengen.selfplay.match.MatchGame.End;
import dev.tengen.selfplay.match.RandomAgent;
import dev.tengen.selfplay.match.StopRule;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Matches against programs that break: the games end as they should, and the match goes on. */
@Timeout(120)
class BrokenEnginesTest {

  private static final GameSettings FIVE = new GameSettings(5, 0.5, "tromp-taylor");
  private static final Duration LONG = Duration.ofSeconds(30);

  /** The match has two games, so the second one was played by a program that was started again. */
  @ParameterizedTest
  @CsvSource({
    "die, CRASH, segmentation fault",
    "die-half-way, CRASH, ended with exit code 0",
    "leaves-a-child, CRASH, ended with exit code 0",
    "off-board, NONSENSE, answers 'genmove",
    "refuse, NONSENSE, I would rather not",
    "flood, NONSENSE, an answer of more than",
    "endless-line, NONSENSE, an answer of more than",
    "unasked, NONSENSE, answers that nobody asked for",
    "same, ILLEGAL_MOVE, OCCUPIED",
    "chatty, ILLEGAL_MOVE, OCCUPIED"
  })
  void whoBreaksLoses(String behaviour, End end, String reason) throws IOException {
    lostByB(behaviour, LONG, end, reason);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whoIsKilledLoses() throws IOException {
    lostByB("killed", LONG, End.CRASH, "ended with exit code 137");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hang", "hangs-with-a-child", "garbage", "wrong-id", "endless-noise"})
  void whoDoesNotAnswerInTimeLoses(String behaviour) throws IOException {
    lostByB(behaviour, Duration.ofMillis(400), End.TIMEOUT, "no answer to 'genmove ");
  }

  private static void lostByB(String behaviour, Duration move, End end, String reason)
      throws IOException {
    assertThat(games(behaviour, move, 2))
        .hasSize(2)
        .allSatisfy(
            game -> {
              assertThat(game.end()).isEqualTo(end);
              assertThat(game.scoreOfA().wins()).isOne();
              assertThat(game.note()).startsWith("fake: ").contains(reason);
            });
  }

  @Test
  void aLegalMoveThatIsRefusedVoidsTheGame() throws IOException {
    assertThat(games("refuses-plays", LONG, 2))
        .hasSize(2)
        .allSatisfy(
            game -> {
              assertThat(game.isVoid()).isTrue();
              assertThat(game.note()).startsWith("fake: refuses 'play ");
            });
  }

  @Test
  void whoDiesInTheThirdGameLosesThatOne() throws IOException {
    List<MatchGame> games = games("dies-in-third-game", LONG, 5);
    assertThat(games).hasSize(5);
    for (MatchGame game : games) {
      assertThat(game.end() == End.CRASH).isEqualTo(game.index() == 2);
      assertThat(game.forfeited()).isEqualTo(game.index() == 2);
    }
  }

  @Test
  void whoDoesNotStartCannotPlay() {
    assertThatThrownBy(() -> games("dead-on-arrival", LONG, 2))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("fake cannot play: does not start, in 3 attempts")
        .hasMessageContaining("cannot open the weights file");
  }

  @AfterEach
  void nothingIsLeft() throws Exception {
    FakeEngine.awaitEndOfAll();
  }

  private static List<MatchGame> games(String behaviour, Duration move, int count)
      throws IOException {
    GtpAgent.Limits limits = new GtpAgent.Limits(LONG, LONG, move);
    List<MatchGame> games = new ArrayList<>();
    new Match(
            MatchConfig.of(FIVE, count),
            new Entrant("random", () -> new RandomAgent("random", 1)),
            new Entrant("fake", () -> new GtpAgent("fake", FakeEngine.command(behaviour), limits)),
            Collections.nCopies(count, GoPosition.start(5, Rules.TROMP_TAYLOR, 0.5)),
            StopRule.never())
        .run(List.of(), (game, soFar) -> games.add(game));
    games.sort(Comparator.comparingInt(MatchGame::index));
    return games;
  }
}
