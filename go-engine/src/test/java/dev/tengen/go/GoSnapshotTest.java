package dev.tengen.go;

import static dev.tengen.go.Drawn.play;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.Player;
import dev.tengen.game.Snapshot;
import dev.tengen.game.Symmetry;
import dev.tengen.game.Walker;
import org.junit.jupiter.api.Test;

class GoSnapshotTest {

  private final GoPosition start = GoPosition.start(9, Rules.TROMP_TAYLOR, 7);

  @Test
  void agesGoBackThroughTheGamePassesIncluded() {
    GoPosition position = start;
    String[] moves = {"A1", "J9", "B2", "pass", "C3", "H8", "D4", "G7", "E5", "F6"};
    position = play(position, moves);
    GoSnapshot snapshot = position.snapshot();
    GoPosition at = position;
    for (int age = 0; age < GoSnapshot.HISTORY; age++) {
      assertSameStones(snapshot, age, at);
      at = at.parent();
    }
    assertThat(snapshot.toMove()).isEqualTo(Player.BLACK);
    assertThat(snapshot.size()).isEqualTo(9);
    assertThat(snapshot.words()).isEqualTo(2);
    assertThat(snapshot.actionCount()).isEqualTo(82);
    assertThat(snapshot.compensation()).isEqualTo(7);
  }

  @Test
  void thereIsNothingBeforeTheStart() {
    GoPosition setup = BoardDrawing.parse(". . .\n. X .\n. . .");
    GoSnapshot snapshot = play(setup, "A1").snapshot();
    assertSameStones(snapshot, 1, setup);
    for (int age = 2; age < GoSnapshot.HISTORY; age++) {
      assertThat(snapshot.word(age, Player.BLACK, 0)).isZero();
      assertThat(snapshot.word(age, Player.WHITE, 0)).isZero();
    }
  }

  @Test
  void theHashKnowsBoardsTheirOrderThePlayerAndNotTheSymmetry() {
    Snapshot oneWay = play(start, "A1", "B2", "C3", "D4").snapshot();
    assertThat(oneWay.hash()).isEqualTo(play(start, "A1", "B2", "C3", "D4").snapshot().hash());
    assertThat(oneWay.hash()).isNotEqualTo(play(start, "C3", "B2", "A1", "D4").snapshot().hash());
    assertThat(oneWay.hash())
        .isNotEqualTo(
            play(start, "A1", "B2", "C3", "D4").withToMove(Player.WHITE).snapshot().hash());
    long before = oneWay.hash();
    oneWay.setSymmetry(Symmetry.ROTATE_90);
    assertThat(oneWay.hash()).isEqualTo(before);
  }

  @Test
  void aCopyIsEqualSymmetryIncluded() {
    GoSnapshot from = play(start, "A1", "B2", "C3").snapshot();
    from.setSymmetry(Symmetry.TRANSPOSE);
    Snapshot into = start.newWalker().newSnapshot();
    into.copyFrom(from);
    assertThat(into).usingRecursiveComparison().isEqualTo(from);
    assertThatThrownBy(() -> into.copyFrom(GoPosition.start(8, Rules.AGA, 0).snapshot()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void capturingSetsTheSymmetryToTheIdentityAndClearsOlderBoards() {
    GoPosition late = play(start, "A1", "B2", "C3", "D4", "E5", "F6", "G7", "H8", "J9");
    Walker walker = late.newWalker();
    GoSnapshot snapshot = (GoSnapshot) walker.newSnapshot();
    walker.capture(snapshot);
    snapshot.setSymmetry(Symmetry.FLIP_X);
    walker.reset(play(start, "E5"));
    walker.capture(snapshot);
    assertThat(snapshot).usingRecursiveComparison().isEqualTo(play(start, "E5").snapshot());
  }

  private static void assertSameStones(GoSnapshot snapshot, int age, GoPosition expected) {
    Grid grid = Grid.of(expected.size());
    for (int point = 0; point < expected.pass(); point++) {
      int bit = grid.bitOf(point);
      for (Player player : Player.values()) {
        boolean is = (snapshot.word(age, player, bit / 64) >>> bit % 64 & 1) != 0;
        assertThat(is).isEqualTo(expected.stoneAt(point) == Stone.of(player));
      }
    }
  }
}
