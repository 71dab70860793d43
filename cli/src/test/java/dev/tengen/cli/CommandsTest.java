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
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What users and scripts meet: results, one-line errors, exit codes. */
class CommandsTest {

  @TempDir Path folder;

  private record Outcome(int code, String out, String err) {}

  private static Outcome tengen(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int code = Main.run(line, arguments);
    return new Outcome(code, out.toString(), err.toString().strip());
  }

  private Path network() throws IOException {
    Path path = folder.resolve("net");
    Networks.save(Network.random(new NetworkConfig(5, 1, 8, 8), 1), path);
    return path;
  }

  private static void assertOneLine(Outcome outcome, int code, String... parts) {
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(code);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines()).hasSize(1);
    assertThat(outcome.err()).contains(parts);
  }

  @Test
  void aMatchEndsWithOneObject() throws IOException {
    String net = "network:" + network() + ",visits=2";
    Outcome outcome =
        tengen("match", "--a", net, "--b", "random", "--games", "4", "--seed", "1", "--json");
    assertThat(outcome.code()).as(outcome.err()).isZero();
    JsonNode result = new ObjectMapper().readTree(outcome.out());
    assertThat(result.fieldNames())
        .toIterable()
        .containsExactly(
            "a",
            "b",
            "games",
            "distinctGames",
            "wins",
            "losses",
            "draws",
            "voids",
            "elo",
            "eloLow",
            "eloHigh");
    assertThat(result.path("games").asInt()).isEqualTo(4);
    assertThat(
            result.path("wins").asInt()
                + result.path("losses").asInt()
                + result.path("draws").asInt())
        .isEqualTo(4);
  }

  @Test
  void aMatchInAFolderGoesOnWhereItWas() {
    String[] command = {
      "match",
      "--a",
      "random",
      "--b",
      "random",
      "--board",
      "3",
      "--seed",
      "1",
      "--parallel",
      "1",
      "--out",
      folder.resolve("m").toString(),
      "--json",
      "--games",
      "2"
    };
    assertThat(tengen(command).code()).isZero();
    command[command.length - 1] = "6";
    Outcome longer = tengen(command);
    assertThat(longer.code()).as(longer.err()).isZero();
    assertThat(longer.out()).contains("\"games\" : 6");
    assertThat(folder.resolve("m/games.sgf")).content().contains("match game 0", "match game 5");
  }

  @Test
  void playersThatDoNotFitAreWrongUsage() throws IOException {
    assertOneLine(
        tengen("match", "--a", "network:" + network(), "--b", "random", "--board", "9"),
        2,
        "--board 9",
        "5x5");
    assertOneLine(tengen("match", "--a", "nobody", "--b", "random"), 2, "nobody", "rollout");
    assertOneLine(
        tengen("match", "--a", "random", "--b", "random", "--sprt", "5"), 2, "--sprt 5", "0,20");
  }

  @Test
  void aMissingOrDamagedNetworkIsOneLine() throws IOException {
    assertOneLine(tengen("network", "info", "no/such"), 1, "no/such", "no such file");
    Path weights = network().resolve("weights.safetensors");
    byte[] bytes = Files.readAllBytes(weights);
    Files.write(weights, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertOneLine(tengen("network", "info", network(false).toString()), 1, "damaged");
    assertOneLine(
        tengen("gtp", "--network", network(false).toString()), 1, "weights.safetensors", "damaged");
  }

  /** The folder of {@link #network} as it is, without writing it anew. */
  private Path network(boolean anew) throws IOException {
    return anew ? network() : folder.resolve("net");
  }

  @Test
  void aNetworkSaysWhatItIs() throws IOException {
    Outcome outcome = tengen("network", "info", network().toString(), "--json");
    JsonNode info = new ObjectMapper().readTree(outcome.out());
    assertThat(info.path("boardSize").asInt()).isEqualTo(5);
    assertThat(info.path("encoding").asText()).isEqualTo("agz17");
  }

  @Test
  void zeroRefusesWhatItDoesNotKnow() {
    String run = folder.resolve("run").toString();
    assertOneLine(tengen("zero", "--run", run, "--preset", "fast"), 2, "fast", "quickstart");
    assertOneLine(
        tengen("zero", "--run", run, "--preset", "quickstart", "--set", "learner.batchsize=3"),
        1,
        "learner.batchsize",
        "batchSize");
    assertThat(Path.of(run)).doesNotExist();
  }

  @Test
  void gtpRefusesABoardThatTheNetworkDoesNotPlay() throws IOException {
    assertOneLine(
        tengen("gtp", "--network", network().toString(), "--board", "9"), 2, "--board 9", "5x5");
    assertOneLine(tengen("gtp", "--rollouts", "--board", "20"), 2, "--board 20");
  }

  @Test
  void gtpListensToStrangersOnlyWhenTold() throws IOException {
    String token = Files.writeString(folder.resolve("token"), "x".repeat(32)).toString();
    assertOneLine(
        tengen("gtp", "--listen", "0.0.0.0:0"), 2, "other machines", "--tls-cert", "--insecure");
    assertOneLine(tengen("gtp", "--listen", "[::]:0", "--token-file", token), 2, "other machines");
    assertOneLine(tengen("gtp", "--listen", "0", "--tls-cert", token), 2, "--tls-key");
    assertOneLine(
        tengen("gtp", "--listen", "0", "--tls-cert", token, "--tls-key", token), 1, "PEM");
    assertOneLine(tengen("gtp", "--token-file", token), 2, "--listen");
    assertOneLine(tengen("gtp", "--listen", "0", "--sessions", "0"), 2, "--sessions 0");
    assertOneLine(tengen("gtp", "--listen", "0", "--idle", "-1"), 2, "--idle -1");
    Path short7 = Files.writeString(folder.resolve("short"), "1234567");
    assertOneLine(
        tengen("gtp", "--listen", "0", "--token-file", short7.toString()), 1, "16 characters");
  }

  @Test
  void sgfNamesTheIllegalMove() throws IOException {
    Path file = folder.resolve("game.sgf");
    Files.writeString(file, "(;FF[4]SZ[5]KM[7];B[aa];W[bb];B[aa])");
    Outcome outcome = tengen("sgf", file.toString(), "--json");
    assertThat(outcome.code()).isZero();
    JsonNode report = new ObjectMapper().readTree(outcome.out());
    assertThat(report.path("faults")).hasSize(1);
    assertThat(report.path("faults").get(0).path("move").asInt()).isEqualTo(3);
    assertThat(tengen("sgf", "--strict", file.toString()).code()).isEqualTo(1);
    assertThat(tengen("sgf", folder.resolve("none.sgf").toString()).code()).isEqualTo(1);
  }

  @Test
  void benchPrintsFigures() throws IOException {
    Outcome outcome =
        tengen("bench", "rules", "--board", "5", "--threads", "1", "--seconds", "0.1", "--json");
    JsonNode figures = new ObjectMapper().readTree(outcome.out());
    assertThat(figures.findValuesAsText("bench"))
        .containsExactly(
            "rules.playouts",
            "rules.playoutsPerCpu",
            "rules.playoutLength",
            "rules.play",
            "rules.walkerPlay",
            "rules.legalMask",
            "rules.walkerMask",
            "rules.features");
    for (JsonNode figure : figures) {
      assertThat(figure.path("board").asInt()).isEqualTo(5);
      assertThat(figure.path("threads").asInt()).isEqualTo(1);
      assertThat(figure.path("unit").asText()).isNotEmpty();
      assertThat(figure.path("value").asDouble()).isPositive();
    }
    assertOneLine(tengen("bench", "inference", "--net", "6by64"), 2, "6by64", "6x64");
  }

  @Test
  void benchInferenceComparesWithTheMachine() throws IOException {
    String[] command = {
      "bench",
      "inference",
      "--network",
      network().toString(),
      "--threads",
      "1",
      "--batch",
      "2,600",
      "--precision",
      "bfloat16",
      "--seconds",
      "0.05",
      "--json"
    };
    JsonNode figures = new ObjectMapper().readTree(tengen(command).out());
    assertThat(figures.findValuesAsText("bench"))
        .containsOnly(
            "inference.positions",
            "inference.bare",
            "inference.evaluatorShare",
            "inference.gflops",
            "inference.matmulRatio",
            "inference.matmulGflops")
        .hasSize(12);
    assertThat(figures.findValuesAsText("precision")).contains("bfloat16", "float32");
    command[command.length - 1] = "--intra-op=1";
    assertThat(tengen(command).out()).contains("1x8", "bfloat16", "600", "matrix product");
    assertOneLine(tengen("bench", "inference", "--batch", "0"), 2, "from 1 up");
  }

  @Test
  void gamesAreRecordedAndTrainedOn() throws IOException {
    String games = folder.resolve("games").toString();
    String[] play = {
      "selfplay",
      "--network",
      network().toString(),
      "--games",
      "3",
      "--out",
      games,
      "--json",
      "--set",
      "selfPlay.visits={full: 4, cheap: 4, cheapProbability: 0}",
      "--set",
      "selfPlay.precision=float32"
    };
    Outcome first = tengen(play);
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(new ObjectMapper().readTree(first.out()).path("gamesPlayed").asInt()).isEqualTo(3);
    play[4] = "5";
    Outcome more = tengen(play);
    assertThat(new ObjectMapper().readTree(more.out()).path("gamesPlayed").asInt()).isEqualTo(2);

    String out = folder.resolve("trained").toString();
    Outcome trained =
        tengen(
            "train", "--data", games, "--out", out, "--from", network().toString(), "--steps", "2");
    assertThat(trained.code()).as(trained.err()).isZero();
    Outcome info = tengen("network", "info", trained.out().strip(), "--json");
    JsonNode facts = new ObjectMapper().readTree(info.out());
    assertThat(facts.path("boardSize").asInt()).isEqualTo(5);
    assertThat(facts.path("trainingSteps").asInt()).isEqualTo(2);

    String saved = folder.resolve("saved").toString();
    Outcome export =
        tengen(
            "network", "export", trained.out().strip(), "--format", "savedmodel", "--out", saved);
    assertThat(export.code()).as(export.err()).isZero();
    assertThat(Path.of(saved, "saved_model.pb")).isNotEmptyFile();
    assertOneLine(
        tengen(
            "network", "export", trained.out().strip(), "--format", "savedmodel", "--out", saved),
        1,
        "exists");
  }

  @Test
  void aNetworkGoesToLeelaZeroAndBack() throws IOException {
    Path own = folder.resolve("own");
    Networks.save(Network.random(new NetworkConfig(19, 1, 4, 256), 1), own);
    String weights = folder.resolve("weights.gz").toString();
    String back = folder.resolve("back").toString();
    assertThat(
            tengen("network", "export", own.toString(), "--format", "leelaz", "--out", weights)
                .code())
        .isZero();
    Outcome info = tengen("network", "info", weights);
    assertThat(info.out()).containsPattern("format +leelaz").containsPattern("encoding +leelaz18");
    assertOneLine(tengen("gtp", "--network", weights, "--board", "9"), 2, "--board 9", "19x19");
    assertOneLine(tengen("gtp", "--network", weights, "--rules", "japanese"), 2, "does not fit");

    assertThat(tengen("network", "import", weights, "--out", back).code()).isZero();
    JsonNode read = new ObjectMapper().readTree(tengen("network", "info", back, "--json").out());
    assertThat(read.path("format").asText()).isEqualTo("tengen");
    assertThat(read.path("boardSize").asInt()).isEqualTo(19);
    assertThat(read.path("blocks").asInt()).isEqualTo(1);
    assertThat(read.path("channels").asInt()).isEqualTo(4);
    assertThat(read.path("komi").asDouble()).isEqualTo(7.5);
    assertThat(read.path("description").asText()).contains("version 1, from weights.gz");
    assertOneLine(tengen("network", "import", weights, "--out", back), 1, "exists; name another");
    assertOneLine(tengen("network", "import", back, "--out", "x"), 1, "is Tengen's own already");
  }

  @Test
  void whatLeelaZeroCannotPlayIsNotExported() throws IOException {
    String out = folder.resolve("weights.txt").toString();
    assertOneLine(
        tengen("network", "export", network().toString(), "--format", "leelaz", "--out", out),
        1,
        "its board is 5x5, not 19x19",
        "8 hidden units, not 256");
  }

  @Test
  void aNetworksSearchIsMeasuredInBothPrecisions() throws IOException {
    String net = network().toString();
    String[] bench = {
      "bench", "search", "--network", net, "--threads", "2", "--visits", "20", "--seconds", "0.05"
    };
    Outcome text = tengen(bench);
    assertThat(text.code()).as(text.err()).isZero();
    assertThat(text.out().lines())
        .hasSize(12)
        .allMatch(line -> line.contains("1x8") && line.contains("2 threads"));
    assertThat(text.out())
        .contains("search.visits", "search.evaluations", "search.batchFill", "search.cacheHits")
        .contains("search.networkShare", "float32", "bfloat16");
    assertOneLine(tengen("bench", "search", "--batch", "8,16"), 2, "--batch");
    assertOneLine(tengen("bench", "search", "--network", net, "--board", "9"), 2, "5x5");
  }

  @Test
  void aBoardThatCannotBeServedIsSaidInOneLine() throws IOException {
    assertOneLine(tengen("web", "--rollouts", "--port", "65536"), 2, "--port 65536: 0 to 65535");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      assertOneLine(
          tengen("web", "--rollouts", "--port", port), 1, "cannot listen on ", ":" + port);
    }
  }
}
