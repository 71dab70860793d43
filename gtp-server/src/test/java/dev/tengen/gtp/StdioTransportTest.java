package dev.tengen.gtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StdioTransportTest {

  private static String serve(byte[] input) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new StdioTransport(new ByteArrayInputStream(input), out).serve(TestEngines.engine());
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String serve(String input) throws IOException {
    return serve(input.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void answersAllThatWasPipelinedAsSabakiDoes() throws IOException {
    String answers =
        serve(
            """
            name
            version
            protocol_version
            list_commands
            komi 6.5
            boardsize 5
            clear_board
            set_free_handicap B2 D4
            play W C3
            play B pass
            undo
            play B D2
            play B B4
            get_komi
            showboard
            genmove W
            quit
            """);
    assertThat(answers)
        .startsWith("= Test\n\n= 1.2\n\n= 2\n\n= protocol_version\nname\nversion\n")
        .contains("\nlist_stones\n")
        .endsWith(
            """


            =

            =

            =

            =

            =

            =

            =

            =

            =

            = 6.5

            =
               A B C D E
             5 . . . . . 5
             4 . X . X . 4
             3 . . O . . 3
             2 . X . X . 2
             1 . . . . . 1
               A B C D E
            White to move, komi 6.5, prisoners: Black 0, White 0

            = A5

            =

            """);
  }

  @Test
  void stopsAtQuitWhateverFollows() throws IOException {
    assertThat(serve("1 quit\n2 name\n")).isEqualTo("=1\n\n");
  }

  @Test
  void theEndOfTheInputEndsIt() throws IOException {
    assertThat(serve("")).isEmpty();
    assertThat(serve("name")).isEqualTo("= Test\n\n");
    assertThat(serve("\n\n\r\nname\r\n \t\n#x\n")).isEqualTo("= Test\n\n");
  }

  @Test
  void linesWithoutEndAreNotKept() throws IOException {
    byte[] flood = new byte[20 * StdioTransport.MAX_LINE];
    java.util.Arrays.fill(flood, (byte) 'x');
    byte[] start = "17 play ".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(start, 0, flood, 0, start.length);
    byte[] end = "\n18 name\n".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(end, 0, flood, flood.length - end.length, end.length);
    assertThat(serve(flood)).isEqualTo("?17 line too long\n\n=18 Test\n\n");
  }

  @Test
  void aLineOfTheGreatestLengthIsRead() throws IOException {
    String line = "name" + " ".repeat(StdioTransport.MAX_LINE - 4);
    assertThat(serve(line + "\n")).isEqualTo("= Test\n\n");
    assertThat(serve(line + " \n")).isEqualTo("? line too long\n\n");
  }

  @Test
  void bytesThatAreNoTextAreStillALine() throws IOException {
    byte[] bytes = new byte[100_000];
    new Random(3).nextBytes(bytes);
    String answers = serve(bytes);
    assertThat(answers).endsWith("\n\n");
    assertThat(answers.split("(?<=\n\n)")).allMatch(answer -> answer.matches(TestEngines.RESPONSE));
    assertThat(serve("é\u0000 name \ufffe\nname\n")).isEqualTo("? unknown command\n\n= Test\n\n");
  }

  @Test
  void aClientThatNoLongerListensEndsIt() throws IOException {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    byte[] input = "name\nname\n".getBytes(StandardCharsets.UTF_8);
    new StdioTransport(new ByteArrayInputStream(input), closed).serve(TestEngines.engine());
  }

  /** GoGui writes the comment while the engine thinks; KataGo's clients write stop. */
  @ParameterizedTest
  @ValueSource(strings = {"# interrupt", "5 stop", "stop # at once"})
  @Timeout(60)
  void aMoveIsInterruptedWhileItIsThoughtOf(String interrupt) throws IOException {
    byte[] input =
        ("1 genmove b\n2 kata-genmove_analyze w\n" + interrupt + "\n3 name\n")
            .getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new StdioTransport(new ByteArrayInputStream(input), out)
        .serve(TestEngines.engine(new Analyst(true)));
    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("=1 A9\n\n=2\n")
        .contains("\nplay B9\n\n")
        .endsWith("=3 Test\n\n");
  }

  @Test
  @Timeout(60)
  void theEndOfTheInputEndsAnAnalysisInOrder() throws IOException {
    byte[] input = "lz-analyze 5\n".getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Analyst analyst = new Analyst(false);
    new StdioTransport(new ByteArrayInputStream(input), out).serve(TestEngines.engine(analyst));
    assertThat(out.toString(StandardCharsets.UTF_8)).matches("=\n(info .*\n)*\n");
    assertThat(analyst.log).containsExactly("analyse BLACK after 0", "stopped");
  }

  @Test
  @Timeout(60)
  void anAnalysisThatNobodyReadsEnds() throws IOException {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    PipedInputStream open = new PipedInputStream();
    try (PipedOutputStream client = new PipedOutputStream(open)) {
      client.write("lz-analyze 5\n".getBytes(StandardCharsets.UTF_8));
      client.flush();
      new StdioTransport(open, closed).serve(TestEngines.engine(new Analyst(false)));
    }
  }
}
