package dev.tengen.gtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole conversations. In the files a line {@code > COMMAND} is what the client says, what follows
 * up to the next is the expected response, {@code #} starts a remark. What the engine says now is
 * left in {@code target/transcripts}, for a look at the differences.
 */
class TranscriptTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "protocol",
        "board",
        "rules",
        "handicap",
        "moves",
        "score",
        "sgf",
        "gogui",
        "network",
        "position",
        "analysis",
      })
  void answersAsWritten(String name) throws IOException {
    String expected = read(name);
    String actual = replay(expected);
    Path folder = Files.createDirectories(Path.of("target", "transcripts"));
    Files.writeString(folder.resolve(name + ".txt"), actual);
    assertThat(actual).isEqualTo(expected);
  }

  /** The transcript again, with the responses that the engine gives now. */
  private static String replay(String transcript) {
    GtpEngine engine = TestEngines.engine();
    StringBuilder actual = new StringBuilder();
    for (String line : transcript.split("\n", -1)) {
      if (line.startsWith("#")) {
        actual.append(line).append('\n');
      } else if (line.startsWith(">")) {
        actual.append(line).append('\n').append(engine.answer(line.substring(1)));
      }
    }
    engine.close();
    return actual.toString();
  }

  private static String read(String name) throws IOException {
    try (InputStream in =
        TranscriptTest.class.getResourceAsStream("transcripts/" + name + ".txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
