package dev.tengen.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tengen.game.Player;
import dev.tengen.selfplay.match.MatchGame.End;
import dev.tengen.selfplay.match.Pairing;
import dev.tengen.selfplay.match.TournamentGame;
import dev.tengen.selfplay.rating.Sprt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {

  private static final List<String> NAMES = List.of("first", "second", "third");

  /** The second beats the others, a game is void. */
  private static TournamentReport report() {
    List<TournamentGame> games = new ArrayList<>();
    games.add(new TournamentGame(new Pairing(0, 1), Samples.won(0, Player.WHITE)));
    games.add(new TournamentGame(new Pairing(0, 1), Samples.won(1, Player.BLACK)));
    games.add(new TournamentGame(new Pairing(1, 2), Samples.won(0, Player.BLACK)));
    games.add(
        new TournamentGame(
            new Pairing(1, 2), Samples.ended(1, Player.WHITE, End.CRASH, "third: died with 137")));
    games.add(
        new TournamentGame(
            new Pairing(0, 2), Samples.ended(0, Player.BLACK, End.VOID, "first: refused D4")));
    games.add(new TournamentGame(new Pairing(1, 2), Samples.won(2, Player.BLACK)));
    return Samples.report(NAMES, games, Samples.NINE, new Sprt(0, 20), 4);
  }

  private static JsonNode read(TournamentReport report) throws IOException {
    return new ObjectMapper().readTree(report.json());
  }

  private static List<String> fields(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void playersStandByRank() throws IOException {
    JsonNode players = read(report()).path("players");
    assertThat(players.findValuesAsText("name")).containsExactly("second", "first", "third");
    JsonNode best = players.path(0);
    assertThat(fields(best))
        .startsWith("rank", "entry", "name", "player", "elo", "eloLow", "eloHigh", "games", "wins")
        .endsWith("refusals", "voids", "retired");
    assertThat(best.path("entry").asInt()).isEqualTo(2);
    assertThat(best.path("points").asDouble()).isEqualTo(5);
    assertThat(best.path("scorePercent").asDouble()).isEqualTo(100);
    assertThat(best.path("asBlack").path("wins").asInt()).isEqualTo(3);
    assertThat(best.path("superiority").asDouble()).isBetween(0.5, 1.0);
    assertThat(players.path(2).path("superiority").isNull()).isTrue();
    assertThat(players.path(2).path("crashes").asInt()).isEqualTo(1);
    assertThat(players.path(1).path("refusals").asInt()).isEqualTo(1);
    assertThat(players.path(1).path("voids").asInt()).isEqualTo(1);
  }

  @Test
  void pairingsHavePairsAndTheirTest() throws IOException {
    JsonNode pairing = read(report()).path("pairings").path(0);
    assertThat(pairing.path("a").asText()).isEqualTo("first");
    assertThat(pairing.path("losses").asInt()).isEqualTo(2);
    assertThat(pairing.path("pairs").toString()).isEqualTo("[1,0,0,0,0]");
    assertThat(pairing.path("sprt").path("verdict").asText()).isEqualTo("CONTINUE");
    assertThat(pairing.path("sprt").path("lower").asDouble()).isEqualTo(-2.944);
  }

  @Test
  void gamesAndIncidentsAreNumberedFromOne() throws IOException {
    JsonNode results = read(report());
    assertThat(results.path("games").findValuesAsText("result"))
        .containsExactly("W+R", "B+R", "B+R", "W+F", "Void", "B+R");
    assertThat(results.path("games").path(3).path("black").asText()).isEqualTo("third");
    assertThat(results.path("incidents").findValuesAsText("number")).containsExactly("4", "5");
    assertThat(results.path("incidents").path(0).path("note").asText())
        .isEqualTo("third: died with 137");
    assertThat(results.path("planned").asInt()).isEqualTo(12);
    assertThat(results.path("complete").asBoolean()).isFalse();
    assertThat(results.path("duplicates").asInt()).isEqualTo(3);
    assertThat(results.path("referee").path("disagreements").path(0).path("theirs").asDouble())
        .isEqualTo(-12);
  }

  @Test
  void filesAreWritten(@TempDir Path folder) throws IOException {
    TournamentReport report = report();
    report.write(folder);
    assertThat(Files.readString(folder.resolve("results.json"))).isEqualTo(report.json());
    assertThat(Files.readString(folder.resolve("report.html"))).isEqualTo(report.html());
  }
}
