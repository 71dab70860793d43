package dev.tengen.go.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Broken collections: what is wrong, what is kept, and that it goes on behind. */
class SgfGamesTest {

  private static List<SgfGames.Game> read(String sgf) {
    SgfGames games = new SgfGames(sgf);
    List<SgfGames.Game> all = new ArrayList<>();
    for (SgfGames.Game game = games.next(); game != null; game = games.next()) {
      all.add(game);
    }
    return all;
  }

  private static List<Integer> movesOf(List<SgfGames.Game> games) {
    return games.stream()
        .map(game -> game.record() == null ? -1 : game.record().moves().size())
        .toList();
  }

  private static List<String> faultsOf(SgfGames.Game game) {
    return game.faults().stream().map(SgfFault::toString).toList();
  }

  @Test
  void keepsWhatCameBeforeAFaultAndGoesOn() {
    List<SgfGames.Game> games =
        read("(;SZ[9];B[aa];W[bb] 7;B[cc](;W[dd])(;W[ee]))\n(;SZ[9];B[aa])\n");
    assertThat(movesOf(games)).containsExactly(2, 1);
    assertThat(faultsOf(games.get(0)))
        .containsExactly(
            "line 1, column 21, node 3: found '7', expected ';', '(', ')' or a property (kept 3"
                + " nodes)");
    assertThat(games.get(1).faults()).isEmpty();
    assertThat(games.get(1).number()).isEqualTo(2);
  }

  @Test
  void aTornFileKeepsItsBeginning() {
    List<SgfGames.Game> games = read("(;SZ[9];B[aa])(;SZ[9];B[aa](;W[bb])(;W[cc];B[dd");
    assertThat(movesOf(games)).containsExactly(1, 2);
    assertThat(faultsOf(games.get(1)))
        .containsExactly(
            "line 1, column 45, node 5: the value of B is never closed with ']' (kept 5 nodes)");
    assertThat(games.get(1).root().next().children()).hasSize(2);
  }

  @Test
  void aLostClosingBracketCostsNoGames() {
    List<SgfGames.Game> games =
        read("(;FF[4]SZ[9];B[aa];W[bb]\n(;FF[4]SZ[9];B[aa](;W[cc])(;W[dd]))\n(;FF[4]SZ[9];B[ee])");
    assertThat(movesOf(games)).containsExactly(2, 2, 1);
    assertThat(faultsOf(games.get(0)))
        .containsExactly(
            "line 2, column 1, node 3: a game starts inside the game tree that starts at line 1,"
                + " column 1 (kept 3 nodes)");
    assertThat(games.get(1).faults()).isEmpty();
  }

  @Test
  void anExtraBracketIsAGameOfItsOwnWithoutAnything() {
    List<SgfGames.Game> games = read("(;SZ[9];B[aa]))(;SZ[9];B[bb])x(;SZ[9];B[cc]) y");
    assertThat(movesOf(games)).containsExactly(1, -1, 1, -1, 1, -1);
    assertThat(faultsOf(games.get(1)))
        .containsExactly(
            "line 1, column 15: found ')' between game trees, expected '(' or the end (kept"
                + " nothing)");
  }

  @Test
  void nonsenseInTheGameKeepsTheMovesBefore() {
    List<SgfGames.Game> games = read("(;SZ[9]KM[lots]HA[x];B[aa];W[jj];B[cc])(;SZ[9];AB[zz])");
    assertThat(movesOf(games)).containsExactly(1, 0);
    assertThat(faultsOf(games.get(0)))
        .containsExactly(
            "line 1, column 2, node 1: KM[lots] is not a komi, expected a number such as 6.5",
            "line 1, column 2, node 1: HA[x] is not a number of stones",
            "line 1, column 27, node 3: 'jj' is not a point of a 9x9 board");
    assertThat(games.get(0).faults()).extracting(SgfFault::move).containsExactly(0, 0, 2);
  }

  @Test
  void boardsThatAreNotSquareAreRefused() {
    SgfGames.Game game = read("(;SZ[19:13];B[aa])").get(0);
    assertThat(game.record()).isNull();
    assertThat(game.root()).isNotNull();
    assertThat(faultsOf(game)).singleElement().asString().contains("SZ[19:13]", "square");
  }

  @Test
  void anUnknownEncodingIsNamed() {
    assertThat(faultsOf(read("(;CA[klingon-8]SZ[9];B[aa])").get(0)))
        .containsExactly(
            "line 1, column 2, node 1: CA[klingon-8] is no encoding that is known here, read as"
                + " UTF-8 or ISO-8859-1");
  }

  @Test
  void noTextAtAllIsOneGameWithoutAnything() {
    for (String text : new String[] {"", "  ", "no SGF"}) {
      assertThat(read(text))
          .singleElement()
          .satisfies(game -> assertThat(game.root()).isNull())
          .satisfies(game -> assertThat(faultsOf(game).get(0)).startsWith("no SGF game tree"));
    }
  }

  /** Each of these would take hours if broken places were looked at again and again. */
  @Test
  void largeDamageIsReadInOneGo() {
    int times = 50_000;
    assertThat(read("(;FF[".repeat(times))).hasSize(times);
    assertThat(read("(;FF[4]".repeat(times))).hasSize(times);
    assertThat(read("(;SZ[9]x)".repeat(times))).hasSize(times);
    assertThat(read("(".repeat(times))).hasSize(1);
    assertThat(read(")".repeat(times))).hasSize(1);
    assertThat(read("(;C[\\]".repeat(times))).hasSize(1);
    assertThat(read("(;B[aa]".repeat(times))).hasSize(1);
    assertThat(read("(;" + "(".repeat(times))).hasSize(1);
  }

  @Property(tries = 1000)
  void damageInOneGameLeavesTheGamesBeforeItAlone(@ForAll Random random) {
    StringBuilder text = new StringBuilder();
    int[] starts = new int[6];
    for (int game = 0; game < starts.length; game++) {
      starts[game] = text.length();
      text.append("(;FF[4]SZ[9]C[game ").append(game).append("];B[aa](;W[bb])(;W[cc];B[]))\n");
    }
    int at = random.nextInt(text.length());
    switch (random.nextInt(3)) {
      case 0 -> text.deleteCharAt(at);
      case 1 -> text.insert(at, "()[];\\:Az\n\0\ufeff".charAt(random.nextInt(12)));
      default -> text.setLength(at);
    }
    List<SgfGames.Game> games = read(text.toString());
    for (int game = 0; game < starts.length && starts[game] + 50 < at; game++) {
      assertThat(games.get(game).faults()).isEmpty();
      assertThat(games.get(game).record().comment()).isEqualTo("game " + game);
    }
    for (SgfGames.Game game : games) {
      if (game.root() != null) {
        assertThat(SgfTest.drawn(SgfParser.parse(SgfWriter.write(game.root())).get(0)))
            .isEqualTo(SgfTest.drawn(game.root()));
      }
    }
  }
}
