package dev.tengen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tengen.networks.Network;
import dev.tengen.networks.NetworkConfig;
import dev.tengen.networks.checkpoint.Networks;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Tournaments as users and scripts meet them. */
class TournamentCommandTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path folder;

  private record Outcome(int code, String out, String err) {}

  private static Outcome tengen(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int code = Main.run(line, arguments);
    return new Outcome(code, out.toString(), err.toString().strip());
  }

  private String[] threePlayers(Path out, int games) {
    return new String[] {
      "tournament",
      "--player",
      "one=rollout:visits=2",
      "--player",
      "random",
      "--player",
      "random",
      "--board",
      "5",
      "--out",
      out.toString(),
      "--games",
      Integer.toString(games)
    };
  }

  @Test
  void playsRatesAndKeepsAll() throws IOException {
    Path out = folder.resolve("t");
    Outcome outcome = tengen(threePlayers(out, 4));
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("one", "random", "random #2", "report.html");
    JsonNode results = MAPPER.readTree(Files.readString(out.resolve("results.json")));
    assertThat(results.path("games")).hasSize(12);
    assertThat(results.path("players")).hasSize(3);
    assertThat(out.resolve("report.html")).content().contains("random #2");
    assertThat(out.resolve("games.sgf")).content().contains("PB[one]");
  }

  @Test
  void aRefereeCountsWhatWasCountedAsItStood() throws IOException {
    Path out = folder.resolve("m");
    Outcome outcome =
        tengen(
            "match",
            "--a",
            "random",
            "--b",
            "random",
            "--board",
            "5",
            "--move-limit",
            "12",
            "--games",
            "20",
            "--seed",
            "1",
            "--referee",
            "estimate",
            "--out",
            out.toString());
    assertThat(outcome.code()).as(outcome.err()).isZero();
    JsonNode referee =
        MAPPER.readTree(Files.readString(out.resolve("results.json"))).at("/referee");
    int disagreements = referee.path("disagreements").size();
    assertThat(disagreements).as("boards after 12 random moves have dead stones").isPositive();
    assertThat(referee.path("agreed").asInt() + disagreements).isEqualTo(20);
    String kept = Files.readString(out.resolve("referee.jsonl"));
    assertThat(kept.strip().lines()).hasSize(20);
    assertThat(tengen("match", "--a", "random", "--b", "random", "--out", out.toString()).code())
        .isZero();
    assertThat(Files.readString(out.resolve("referee.jsonl"))).isEqualTo(kept);
  }

  @Test
  void goesOnWithNothingButItsFolderAndGrows() throws IOException {
    Path out = folder.resolve("t");
    assertThat(tengen(threePlayers(out, 2)).code()).isZero();
    String first = Files.readString(out.resolve("games.sgf"));
    Outcome more =
        tengen(
            "tournament",
            "--out",
            out.toString(),
            "--games",
            "4",
            "--openings",
            "random",
            "--rules",
            "Tromp Taylor");
    assertThat(more.code()).as(more.err()).isZero();
    assertThat(Files.readString(out.resolve("games.sgf"))).startsWith(first);
    Outcome another =
        tengen("tournament", "--out", out.toString(), "--player", "late=rollout:visits=1");
    assertThat(another.code()).as(another.err()).isZero();
    JsonNode results = MAPPER.readTree(Files.readString(out.resolve("results.json")));
    assertThat(results.path("games")).hasSize(6 * 4);
    assertThat(tengen("tournament", "--out", out.toString()).code()).isZero();
    assertThat(results.path("command").asText().lines())
        .hasSize(3)
        .allMatch(line -> line.startsWith("tengen tournament --"))
        .anyMatch(line -> line.endsWith("--rules 'Tromp Taylor'"));
    assertThat(keys(out)).hasSize(24);
  }

  @Test
  void sayWhatDoesNotFitInOneLine() throws IOException {
    Path out = folder.resolve("t");
    assertThat(tengen(threePlayers(out, 2)).code()).isZero();
    String there = out.toString();
    refused(tengen("tournament", "--player", "random", "--player", "random"), "--out");
    refused(tengen("tournament", "--player", "random", "--out", there + "2"), "two players");
    refused(tengen("tournament", "--out", there, "--komi", "5.5"), "--komi 7.0", "5.5");
    refused(tengen("tournament", "--out", there, "--gauntlet"), "round robin", "gauntlet");
    refused(tengen("tournament", "--out", there, "--anchor", "nobody"), "nobody", "random #2");
    refused(
        tengen("tournament", "--out", there, "--player", "one=rollout:visits=3"),
        "one",
        "visits=2");
    refused(
        tengen("match", "--a", "random", "--b", "random", "--out", there), "round robin", "match");
    refused(
        tengen("tournament", "--player", "a=random", "--player", "a=random", "--out", there + "3"),
        "two players are called 'a'");
    refused(tengen("tournament", "--ladder", folder.toString(), "--out", there + "4"), "--ladder");
  }

  private static void refused(Outcome outcome, String... parts) {
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(2);
    assertThat(outcome.err().lines()).hasSize(1);
    assertThat(outcome.err()).contains(parts);
  }

  @Test
  void aLadderPairsTheGenerationsOfARun() throws IOException {
    for (int generation = 0; generation < 4; generation++) {
      Networks.save(
          Network.random(new NetworkConfig(5, 1, 8, 8), generation),
          folder.resolve("run/networks/gen-000" + generation));
    }
    Path out = folder.resolve("ladder");
    Outcome outcome =
        tengen(
            "tournament",
            "--ladder",
            folder.resolve("run").toString(),
            "--visits",
            "2",
            "--back",
            "1",
            "--games",
            "2",
            "--out",
            out.toString(),
            "--json");
    assertThat(outcome.code()).as(outcome.err()).isZero();
    JsonNode results = MAPPER.readTree(outcome.out());
    assertThat(results.path("pairings")).hasSize(3);
    assertThat(results.path("players").findValuesAsText("name"))
        .containsExactlyInAnyOrder("gen-0000", "gen-0001", "gen-0002", "gen-0003");
  }

  @Test
  void aTournamentThatIsKilledAgainAndAgainLosesAndRepeatsNoGame() throws Exception {
    Path out = folder.resolve("t");
    int before = 0;
    for (int life = 0; life < 3; life++) {
      Process process = start(threePlayers(out, 200));
      while (process.isAlive() && ended(out) < before + 20) {
        Thread.sleep(20);
      }
      process.destroyForcibly().waitFor();
      before = ended(out);
      assertThat(before).isGreaterThanOrEqualTo(20 * (life + 1));
    }
    assertThat(before).as("was killed in mid-tournament").isLessThan(600);
    String text = Files.readString(out.resolve("games.sgf"));
    Outcome rest = tengen("tournament", "--out", out.toString());
    assertThat(rest.code()).as(rest.err()).isZero();
    assertThat(Files.readString(out.resolve("games.sgf")))
        .startsWith(text.substring(0, text.lastIndexOf(")\n") + 2));
    assertThat(keys(out)).hasSize(600);
    assertThat(ended(out)).isEqualTo(600);
    JsonNode results = MAPPER.readTree(Files.readString(out.resolve("results.json")));
    assertThat(results.path("games")).hasSize(600);
  }

  private static Process start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static int ended(Path out) throws IOException {
    return Files.exists(out.resolve("games.sgf")) ? found(out).size() : 0;
  }

  /** Which games are there: the players and the number. */
  private static Set<String> keys(Path out) throws IOException {
    return new HashSet<>(found(out));
  }

  private static List<String> found(Path out) throws IOException {
    Matcher game =
        Pattern.compile("PB\\[([^]]*)]PW\\[([^]]*)][^;]*?match game (\\d+),", Pattern.DOTALL)
            .matcher(Files.readString(out.resolve("games.sgf")));
    List<String> keys = new ArrayList<>();
    while (game.find()) {
      boolean first = Integer.parseInt(game.group(3)) % 2 == 0;
      keys.add(
          (first ? game.group(1) + "-" + game.group(2) : game.group(2) + "-" + game.group(1))
              + game.group(3));
    }
    return keys;
  }
}
