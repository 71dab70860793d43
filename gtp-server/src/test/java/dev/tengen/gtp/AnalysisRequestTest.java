package dev.tengen.gtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.Player;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnalysisRequestTest {

  private static AnalysisRequest parse(String line) throws GtpException {
    return AnalysisRequest.parse(
        new Arguments(line.isEmpty() ? List.of() : List.of(line.split(" ", -1))), 9);
  }

  private static long millis(AnalysisRequest request) {
    return TimeUnit.NANOSECONDS.toMillis(request.intervalNanos());
  }

  @Test
  void colorAndIntervalComeInEitherOrderOrNotAtAll() throws GtpException {
    AnalysisRequest nothing = parse("");
    assertThat(nothing.player()).isNull();
    assertThat(millis(nothing)).isEqualTo(1000);
    assertThat(nothing.limits().isNone()).isTrue();
    assertThat(parse("w 20")).isEqualTo(parse("20 WHITE"));
    assertThat(parse("w 20")).isEqualTo(parse("w interval 20"));
    assertThat(parse("w 20").player()).isEqualTo(Player.WHITE);
    assertThat(millis(parse("w 20"))).isEqualTo(200);
    assertThat(millis(parse("0"))).isEqualTo(50);
    assertThat(parse("b 10 ownership true")).isEqualTo(parse("10 B ownership TRUE"));
    assertThat(parse("ownership true").ownership()).isTrue();
    assertThat(parse("ownership true ownership false").ownership()).isFalse();
  }

  @Test
  void avoidAndAllowAreRepeatable() throws GtpException {
    MoveLimits limits =
        parse("b 10 avoid b A1,pass 1 avoid W c3 3 allow w C3,D4 2 minmoves 2").limits();
    assertThat(limits.depth()).isEqualTo(3);
    assertThat(limits.allows(Player.BLACK, Vertex.action("A1", 9), 1)).isFalse();
    assertThat(limits.allows(Player.BLACK, 81, 1)).isFalse();
    assertThat(limits.allows(Player.BLACK, Vertex.action("A1", 9), 3)).isTrue();
    assertThat(limits.allows(Player.BLACK, Vertex.action("C3", 9), 1)).isTrue();
    assertThat(limits.allows(Player.WHITE, Vertex.action("C3", 9), 2)).isFalse();
    assertThat(limits.allows(Player.WHITE, Vertex.action("D4", 9), 2)).isTrue();
    assertThat(limits.allows(Player.WHITE, Vertex.action("E5", 9), 2)).isFalse();
    assertThat(limits.allows(Player.WHITE, 81, 2)).isFalse();
    assertThat(limits.allows(Player.WHITE, Vertex.action("E5", 9), 4)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "interval",
        "interval x",
        "interval -1",
        "99999999999999",
        "minmoves",
        "maxmoves -3",
        "ownership",
        "ownership 1",
        "avoid",
        "avoid b",
        "avoid b A1",
        "avoid b A1 x",
        "avoid b A1,Z9 1",
        "avoid A1 b 1",
        "allow b A1, 1",
        "allow b , 1",
        "1.5"
      })
  void whatIsNoRequestIsASyntaxError(String line) {
    assertThatThrownBy(() -> parse(line))
        .isInstanceOf(GtpException.class)
        .hasMessageStartingWith("syntax error: expected ".substring(0, 14));
  }
}
