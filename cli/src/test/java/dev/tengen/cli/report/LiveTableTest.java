package dev.tengen.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class LiveTableTest {

  private static final String UP_THREE = "\u001b[3A\r\u001b[J";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private long now;

  private LiveTable terminal(int columns, int rows, int before) {
    return new LiveTable(err, () -> new TerminalSize(columns, rows), before, () -> now);
  }

  private void later(Duration time) {
    now += time.toNanos();
  }

  private String printed() {
    String text = bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    bytes.reset();
    return text;
  }

  private static IntFunction<String> table(String text) {
    return width -> text;
  }

  @Test
  void theTableIsDrawnInPlace() {
    LiveTable live = terminal(80, 24, 0);
    live.show(0, 60, table("a\nb\n"));
    assertThat(printed()).isEqualTo("a\nb\nplayed 0/60\n");
    later(Duration.ofMinutes(4));
    live.show(3, 60, table("c\nd\n"));
    assertThat(printed()).isEqualTo(UP_THREE + "c\nd\nplayed 3/60  45 games/h  1 h 16 min left\n");
  }

  @Test
  void atMostTwiceASecondAndAtTheEndTheLineAlone() {
    LiveTable live = terminal(80, 24, 0);
    live.show(0, 2, table("a\nb\n"));
    printed();
    live.show(
        1,
        2,
        width -> {
          throw new AssertionError("made for nothing");
        });
    assertThat(printed()).isEmpty();
    live.show(2, 2, table("x\n"));
    later(Duration.ofHours(1));
    live.close();
    assertThat(printed()).isEqualTo(UP_THREE + "played 2/2  2 games/h\n");
    live.close();
    assertThat(printed()).isEmpty();
  }

  @Test
  void whatIsSaidStaysAboveTheTable() {
    LiveTable live = terminal(80, 24, 0);
    live.say("before");
    live.show(0, 2, table("a\nb\n"));
    printed();
    live.say("gnugo: died");
    assertThat(printed()).isEqualTo(UP_THREE + "gnugo: died\na\nb\nplayed 0/2\n");
  }

  @Test
  void nothingIsWiderOrHigherThanTheTerminal() {
    LiveTable live = terminal(30, 4, 0);
    live.show(0, 2, width -> "w".repeat(width + 5) + "\nb\nc\nd\n");
    assertThat(printed()).isEqualTo("w".repeat(29) + "\nb\nplayed 0/2\n");
  }

  @Test
  void gamesOfEarlierRunsSayNothingOfTheTimeLeft() {
    LiveTable live = terminal(80, 24, 50);
    later(Duration.ofMinutes(1));
    live.show(50, 60, table(""));
    assertThat(printed()).isEqualTo("played 50/60\n");
    later(Duration.ofSeconds(2));
    live.show(52, 60, table(""));
    assertThat(printed()).endsWith("played 52/60  116 games/h  4 min left\n");
  }

  @Test
  void elsewhereALineNowAndThen() {
    LiveTable live = new LiveTable(err, null, 0, () -> now);
    live.show(0, 60, table("a\n"));
    assertThat(printed()).isEmpty();
    later(Duration.ofSeconds(30));
    live.show(1, 60, table("a\n"));
    assertThat(printed()).isEqualTo("played 1/60  120 games/h  30 min left\n");
    live.show(2, 60, table("a\n"));
    live.say("gnugo: died");
    assertThat(printed()).isEqualTo("gnugo: died\n");
  }

  @Test
  void sizesThatNobodyKnowsAreTheUsualOnes() {
    assertThat(TerminalSize.parse("50 132\n")).isEqualTo(new TerminalSize(132, 50));
    assertThat(TerminalSize.parse("0 0\n")).isEqualTo(new TerminalSize(80, 24));
    assertThat(TerminalSize.parse("")).isEqualTo(new TerminalSize(80, 24));
  }
}
