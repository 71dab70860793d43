package dev.tengen.gtp.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.game.GameSettings;
import dev.tengen.game.Referee.Count;
import dev.tengen.game.Referee.NoCount;
import dev.tengen.game.Referee.Verdict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class GtpRefereeTest {

  private static final GameSettings NINE = new GameSettings(9, 6.5, "tromp-taylor");
  private static final GtpAgent.Limits LIMITS =
      new GtpAgent.Limits(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(30));

  private static GtpReferee referee(String behaviour) {
    return new GtpReferee("fake", FakeEngine.command(behaviour), LIMITS, EngineLog.NONE);
  }

  private static Verdict count(String behaviour) {
    try (GtpReferee referee = referee(behaviour)) {
      return referee.count(NINE, List.of(0, 1, 81, 81));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "B+3.5, 3.5",
    "W+12, -12",
    "w+0.5, -0.5",
    "0, 0",
    "Draw, 0",
    "W+0, 0",
    "'B+2.0 (sure)', 2"
  })
  void readsCounts(String text, double forBlack) {
    assertThat(count("score " + text)).isEqualTo(new Count(forBlack));
  }

  @Test
  void saysWhyThereIsNoCount() {
    assertThat(count("score B+R")).isEqualTo(new NoCount("answers 'final_score' with B+R"));
    assertThat(count("plain")).isEqualTo(new NoCount("answers 'final_score' with "));
    assertThat(count("refuses-score"))
        .isEqualTo(new NoCount("refuses 'final_score': unacceptable"));
    assertThat(count("refuses-plays")).isEqualTo(new NoCount("refuses 'play b A9': unacceptable"));
  }

  @Test
  void countsTheNextGameAfterItDied() {
    try (GtpReferee referee = referee("dies-in-third-game")) {
      assertThat(referee.name()).isEqualTo("fake");
      for (int game = 1; game <= 6; game++) {
        Verdict verdict = referee.count(NINE, List.of(0));
        if (game % 3 == 0) {
          assertThat(verdict)
              .isInstanceOfSatisfying(
                  NoCount.class, none -> assertThat(none.reason()).startsWith("ended with"));
        } else {
          assertThat(verdict).isEqualTo(new Count(1));
        }
      }
    }
  }
}
