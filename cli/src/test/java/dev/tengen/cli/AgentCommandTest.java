package dev.tengen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Agents from the command line. */
class AgentCommandTest {

  @TempDir private Path folder;

  private record Outcome(int code, String out, String err) {}

  private static Outcome tengen(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int code = Main.run(line, arguments);
    return new Outcome(code, out.toString(), err.toString().strip());
  }

  private Outcome train(String... more) {
    String[] command = {
      "agent",
      "train",
      "--algo",
      "q-learning",
      "--env",
      "CliffWalking-v1",
      "--steps",
      "30000",
      "--out",
      folder.resolve("run").toString()
    };
    String[] all = java.util.Arrays.copyOf(command, command.length + more.length);
    System.arraycopy(more, 0, all, command.length, more.length);
    return tengen(all);
  }

  @Test
  void trainsEvaluatesAndShows() throws IOException {
    Outcome trained = train("--runs", "2", "--set", "evalEvery=30000");
    assertThat(trained.code()).as(trained.err()).isZero();
    assertThat(trained.out()).contains("mean", "worst", "-13.0000");
    String run = folder.resolve("run").toString();

    Outcome judged = tengen("agent", "eval", "--run", run, "--episodes", "5", "--json");
    assertThat(judged.code()).as(judged.err()).isZero();
    JsonNode report = new ObjectMapper().readTree(judged.out());
    assertThat(report.path("algo").asText()).isEqualTo("q-learning");
    assertThat(report.path("env").asText()).isEqualTo("CliffWalking-v1");
    assertThat(report.path("episodes").asInt()).isEqualTo(10);
    for (String field : new String[] {"meanReturn", "minReturn", "maxReturn", "exact"}) {
      assertThat(report.path(field).asDouble()).as(field).isEqualTo(-13);
    }
    assertThat(report.path("stdReturn").asDouble()).isZero();

    Outcome shown = tengen("agent", "render", "--run", run + "/seed-2");
    assertThat(shown.out()).contains("episode 1, step 0, return 0", "step 13, return -13, ended");

    Path gif = folder.resolve("walk.gif");
    Outcome drawn = tengen("agent", "render", "--run", run, "--gif", gif.toString());
    assertThat(drawn.code()).as(drawn.err()).isZero();
    assertThat(
            new String(Files.readAllBytes(gif), 0, 6, java.nio.charset.StandardCharsets.US_ASCII))
        .isEqualTo("GIF89a");
  }

  @Test
  void drawsAndSumsUp() throws IOException {
    Path run = folder.resolve("run");
    Outcome trained = train("--runs", "3", "--set", "evalEvery=10000");
    assertThat(trained.out()).contains("mean", "worst", "IQM", "95 % from", "95 % to");
    assertThat(trained.err()).contains("learning curves: ", "curves.html and ", "curves.png");
    String page = Files.readString(run.resolve("curves.html"));
    Files.delete(run.resolve("curves.html"));

    Outcome again = tengen("agent", "report", "--run", run.toString());
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.out()).isEqualTo(trained.out());
    assertThat(Files.readString(run.resolve("curves.html"))).isEqualTo(page);

    Outcome json = tengen("agent", "report", "--run", run.toString(), "--json");
    JsonNode summary = new ObjectMapper().readTree(json.out());
    assertThat(summary.path("trainings").size()).isEqualTo(3);
    for (String figure : new String[] {"mean", "worst", "iqm", "low", "high"}) {
      assertThat(summary.path("lastExact").path(figure).asDouble()).as(figure).isEqualTo(-13);
    }
  }

  @Test
  void goesOnWithoutBeingToldWhat() {
    train();
    Outcome again = tengen("agent", "train", "--out", folder.resolve("run").toString(), "--json");
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.out()).contains("\"lastExact\" : -13.0");
  }

  @Test
  void listsWhatThereIs() throws IOException {
    assertThat(tengen("agent", "list").out()).contains("q-learning", "CartPole-v1", "slippery=…");
    JsonNode all = new ObjectMapper().readTree(tengen("agent", "list", "--json").out());
    assertThat(all.path("environments").size()).isEqualTo(12);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "agent train --out x | nothing says what to train: name --algo and --env",
        "agent train --algo q-learning --out x | name both --algo and --env",
        "agent train --algo dpn --env CartPole-v1 --out x | unknown algorithm 'dpn'",
        "agent train --algo sarsa --env Cartpole --out x | did you mean 'CartPole-v1'?",
        "agent render --run x --fps 0 | --fps 0: from 1 to 50",
        "agent | name what to do: list, train, eval, render or report",
      })
  void wrongUsageIsOneLine(String command, String message) {
    Outcome outcome = tengen(command.split(" ", -1));
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err().lines()).hasSize(1);
    assertThat(outcome.err()).contains(message);
  }

  @Test
  void failuresAreOneLine() {
    Outcome none = tengen("agent", "eval", "--run", folder.toString());
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.err()).contains("holds no run of an agent").doesNotContain("\n");
    assertThat(tengen("agent", "report", "--run", folder.toString()).err())
        .contains("holds no run of an agent")
        .doesNotContain("\n");
    Outcome wrong = train("--set", "discount=2");
    assertThat(wrong.code()).isEqualTo(1);
    assertThat(wrong.err()).contains("--set discount=2: discount must be 0 to 1, not 2");
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @Test
  void environmentsAreMeasured() throws IOException {
    Outcome outcome =
        tengen(
            "bench", "agents", "--env", "MountainCar-v0;TicTacToe", "--seconds", "0.05", "--json");
    assertThat(outcome.code()).as(outcome.err()).isZero();
    JsonNode figures = new ObjectMapper().readTree(outcome.out());
    assertThat(figures.size()).isEqualTo(2);
    assertThat(figures.get(0).path("bench").asText()).isEqualTo("agents.rawSteps");
    assertThat(figures.get(0).path("env").asText()).isEqualTo("MountainCar-v0");
    assertThat(figures.get(0).path("value").asDouble()).isPositive();
  }
}
