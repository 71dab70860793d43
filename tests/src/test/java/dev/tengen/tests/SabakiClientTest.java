package dev.tengen.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The engine as Sabaki drives it: its own client library plays whole games. Needs Node.js, npm and
 * the library from the npm registry (kept below {@code target}); skipped where they are not.
 */
class SabakiClientTest {

  private static final Path FOLDER = Path.of("target", "sabaki");
  private static final Path LIBRARY = FOLDER.resolve("node_modules/@sabaki/gtp");
  private static final String VERSION = "3.0.0";

  @BeforeAll
  static void library() throws Exception {
    assumeTrue(run(List.of("node", "--version")) == 0, "skipped: Node.js is not installed");
    if (!Files.isDirectory(LIBRARY)) {
      Files.createDirectories(FOLDER);
      int installed =
          run(
              List.of(
                  "npm",
                  "install",
                  "--no-save",
                  "--prefix",
                  FOLDER.toString(),
                  "@sabaki/gtp@" + VERSION));
      assumeTrue(installed == 0, "skipped: npm could not fetch @sabaki/gtp");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 9, 19})
  void playsAWholeGame(int size) throws Exception {
    JsonNode game = play("whole-game.cjs", size);
    assertThat(game.path("protocol").asText()).isEqualTo("2");
    assertGame(game, size);
  }

  /** Sabaki chooses KataGo's commands, which tell of the lead too. */
  @ParameterizedTest
  @ValueSource(ints = {5, 9, 19})
  void playsAWholeGameWithAnalysisOn(int size) throws Exception {
    JsonNode game = play("analysed-game.cjs", size);
    assertGame(game, size);
    assertThat(game.path("faults")).isEmpty();
    assertThat(game.path("mover").asText()).isEqualTo("kata-genmove_analyze");
    assertThat(game.path("analyser").asText()).isEqualTo("kata-analyze");
    assertThat(game.path("movesTold").asInt())
        .as("moves of which something was told, all but the passes behind the game's end")
        .isGreaterThanOrEqualTo(game.path("moves").asInt() - 2);
    assertThat(game.path("updates").asInt()).isGreaterThan(2 * game.path("analyses").asInt());
  }

  private static void assertGame(JsonNode game, int size) {
    assertThat(game.path("errors")).isEmpty();
    assertThat(game.path("name").asText()).isEqualTo("Tengen");
    assertThat(game.path("moves").asInt()).isGreaterThan(size);
    assertThat(game.path("passes").asInt() == 2 || game.path("resigned").asBoolean()).isTrue();
    assertThat(game.path("sameBoardAfterUndo").asBoolean()).isTrue();
  }

  /** What a script prints that plays against the engine. */
  private static JsonNode play(String script, int size) throws Exception {
    Path output = Files.createTempFile("sabaki", ".json");
    List<String> command =
        new ArrayList<>(
            List.of(
                "node",
                Path.of("src/test/resources/sabaki", script).toString(),
                LIBRARY.toAbsolutePath().toString(),
                String.valueOf(size)));
    command.addAll(
        List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp"));
    command.addAll(List.of(System.getProperty("java.class.path"), "dev.tengen.cli.Main", "gtp"));
    command.addAll(List.of("--rollouts", "--visits", "20", "--seed", "1"));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("the game ends").isTrue();
    String printed = Files.readString(output);
    Files.delete(output);
    try {
      return new ObjectMapper().readTree(printed);
    } catch (IOException e) {
      throw new AssertionError("no game: " + printed, e);
    }
  }

  private static int run(List<String> command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        return -1;
      }
      return process.exitValue();
    } catch (IOException e) {
      return -1;
    }
  }
}
