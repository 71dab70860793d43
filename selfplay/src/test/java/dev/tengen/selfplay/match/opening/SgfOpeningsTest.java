package dev.tengen.selfplay.match.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.GameSettings;
import dev.tengen.game.UserError;
import dev.tengen.go.GoPosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SgfOpeningsTest {

  private static final GameSettings FIVE = new GameSettings(5, 0.5, "tromp-taylor");

  @TempDir private Path folder;
  private String spec;

  @BeforeEach
  void name() {
    spec = "sgf:" + folder;
  }

  @Test
  void takesTheFirstMovesInTheOrderOfTheFiles() throws IOException {
    write("b.sgf", "(;SZ[5]KM[7];B[cc];W[bb];B[dd];W[db])");
    write("a.sgf", "(;SZ[5];B[bc];W[dc])(;SZ[5];B[cb];W[cd];B[bd])");
    OpeningSource source = source(spec + ":moves=3");
    List<GoPosition> openings = source.first(3);
    assertThat(openings)
        .extracting(OpeningSource::movesOf)
        .containsExactly(List.of(11, 13), List.of(7, 17, 16), List.of(12, 6, 18));
    assertThat(openings.get(2).toString())
        .contains(
            """
             5 . . . . . 5
             4 . O . . . 4
             3 . . X . . 3
             2 . . . X . 2
             1 . . . . . 1
            """);
    assertThat(openings.get(2).komi()).isEqualTo(0.5);
    assertThat(source.notes()).isEmpty();
    assertThat(source.description(3)).isEqualTo("3 openings of up to 3 moves from " + folder);
    // Two of the three are symmetric themselves: 4 + 8 + 4 ways.
    assertThat(source.different()).isEqualTo(16);
    assertThat(source.description(20))
        .endsWith(", then 13 of them mirrored or turned, then 4 of 4 random moves");
    assertThat(source.first(60)).extracting(GoPosition::situationHash).doesNotHaveDuplicates();
  }

  @Test
  void saysInALineEachWhatItCouldNotUse() throws IOException {
    write("1-nineteen.sgf", "(;SZ[19];B[dd])");
    write("2-broken.sgf", "(;SZ[5];B[cc];W[b");
    write("3-text.sgf", "Dear diary");
    write("4-handicap.sgf", "(;SZ[5]HA[2]AB[bb][dd];W[cc])");
    write("5-over.sgf", "(;SZ[5];B[cc];W[];B[])");
    write("6-turn.sgf", "(;SZ[5];B[cc];B[bb])");
    write("7-empty.sgf", "(;SZ[5])");
    write("8-good.sgf", "(;SZ[5];B[cc])(;SZ[5];B[bb];W[dd])(;SZ[5];B[cc])");
    write("9-edited.sgf", "(;SZ[5];B[cc];AE[cc];W[bb])");
    OpeningSource source = source(spec);
    assertThat(source.first(2))
        .extracting(OpeningSource::movesOf)
        .containsExactly(List.of(12), List.of(6, 18));
    assertThat(source.notes()).allMatch(note -> !note.contains("\n"));
    assertThat(source.notes().stream().map(note -> note.replace(folder + "/", "")))
        .satisfiesExactly(
            note -> assertThat(note).isEqualTo("1-nineteen.sgf: is on 19x19, expected 5x5"),
            note -> assertThat(note).startsWith("2-broken.sgf: line 1, column "),
            note -> assertThat(note).startsWith("3-text.sgf: no SGF game tree"),
            note -> assertThat(note).startsWith("4-handicap.sgf: begins with stones"),
            note -> assertThat(note).isEqualTo("5-over.sgf: the game is over after move 3"),
            note -> assertThat(note).isEqualTo("6-turn.sgf: move 2 is out of turn"),
            note -> assertThat(note).isEqualTo("7-empty.sgf: has no moves"),
            note -> assertThat(note).startsWith("9-edited.sgf: has stones set"),
            note -> assertThat(note).startsWith("1 opening left out"));
  }

  @Test
  void brokenBehindTheOpeningIsGoodEnough() throws IOException {
    write("torn.sgf", "(;SZ[5];B[cc];W[bb];B[d");
    assertThat(source(spec + ":moves=2").first(1).get(0).moveNumber()).isEqualTo(2);
  }

  @Test
  void refusesIllegalMovesByFileAndMove() throws IOException {
    write("bad.sgf", "(;SZ[5];B[cc];W[cc])");
    assertThatThrownBy(() -> source(spec))
        .isInstanceOf(UserError.class)
        .hasMessage(folder.resolve("bad.sgf") + ": move 2, W[cc], is not legal here: occupied");
    assertThat(source(spec + ":moves=1").first(1)).hasSize(1);
  }

  @Test
  void refusesWhatHasNoOpenings() throws IOException {
    assertThatThrownBy(() -> source(spec))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("openings: none for 5x5 in " + folder + "; ")
        .hasMessageContaining("no .sgf or .sgf.gz file");
    assertThatThrownBy(() -> source("sgf:/no/such.sgf"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no such file");
  }

  private static OpeningSource source(String text) {
    return OpeningSpec.parse(text).source(FIVE, 1, null);
  }

  private void write(String name, String sgf) throws IOException {
    Files.writeString(folder.resolve(name), sgf);
  }
}
