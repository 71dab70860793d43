package dev.tengen.go;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.Player;
import org.junit.jupiter.api.Test;

/** Captures, snapback, suicide and the simple ko on drawn boards. */
class CapturesTest {

  @Test
  void aSurroundedStoneIsTaken() {
    GoPosition before =
        BoardDrawing.parse(
            """
            . X .
            X O .
            . X .
            """);
    GoPosition after = before.play(point(before, "C2"));
    assertThat(after)
        .hasToString(
            """
               A B C
             3 . X . 3
             2 X . X 2
             1 . X . 1
               A B C
            White to move, komi 0, prisoners: Black 1, White 0
            """);
  }

  @Test
  void severalChainsAreTakenAtOnce() {
    GoPosition after =
        play(
            """
            . O X . .
            O O X . .
            X X . . .
            . . . . .
            . . . . .
            """,
            "A5");
    assertBoard(
        after,
        """
        X . X . .
        . . X . .
        X X . . .
        . . . . .
        . . . . .
        """);
    assertThat(after.prisoners(Player.BLACK)).isEqualTo(3);
  }

  @Test
  void aSnapbackTakesMoreThanTheStoneThatWasTaken() {
    GoPosition position =
        BoardDrawing.parse(
            """
            . . . . .
            X X . . .
            O O X X .
            . . O X .
            . X O X .
            """,
            Rules.CHINESE,
            0,
            Player.BLACK);
    GoPosition thrownIn = position.play(point(position, "B2"));
    GoPosition taken = thrownIn.play(point(thrownIn, "A1"));
    assertThat(taken.legality(point(taken, "B1"))).isEqualTo(Legality.OCCUPIED);
    assertThat(taken.legality(point(taken, "A2"))).isEqualTo(Legality.LEGAL);
  }

  @Test
  void aMoveWithoutLibertiesIsRefusedWithAReason() {
    GoPosition position =
        BoardDrawing.parse(
            """
            . O .
            O . O
            . O .
            """,
            Rules.CHINESE,
            0,
            Player.BLACK);
    assertThat(position.legality(point(position, "B2"))).isEqualTo(Legality.SUICIDE);
    assertThatThrownBy(() -> position.play(point(position, "B2")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("x=1 y=1: SUICIDE")
        .hasMessageContaining("2 O . O 2");
  }

  static int point(GoPosition position, String vertex) {
    int size = position.size();
    int x = BoardDrawing.COLUMNS.indexOf(vertex.charAt(0));
    return (size - Integer.parseInt(vertex.substring(1))) * size + x;
  }

  static GoPosition play(String drawing, String... vertices) {
    GoPosition position = BoardDrawing.parse(drawing);
    for (String vertex : vertices) {
      position = position.play(point(position, vertex));
    }
    return position;
  }

  static void assertBoard(GoPosition actual, String drawing) {
    GoPosition expected = BoardDrawing.parse(drawing);
    for (int i = 0; i < actual.pass(); i++) {
      assertThat(actual.stoneAt(i)).as("%s", actual).isEqualTo(expected.stoneAt(i));
    }
  }
}
