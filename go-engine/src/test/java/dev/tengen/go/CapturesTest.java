package dev.tengen.go;

import static dev.tengen.go.Drawn.assertBoard;
import static dev.tengen.go.Drawn.legality;
import static dev.tengen.go.Drawn.play;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.Player;
import org.junit.jupiter.api.Test;

/** Captures, snapback and suicide on drawn boards. */
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
    assertThat(play(before, "C2"))
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
  void severalChainsAreTakenAtOnceAndTheStoneThatFillsTheirLastLibertyLives() {
    GoPosition before =
        BoardDrawing.parse(
            """
            . O X . .
            O X . . .
            O X . . .
            X . . . .
            . . . . .
            """);
    GoPosition after = play(before, "A5");
    assertBoard(
        after,
        """
        X . X . .
        . X . . .
        . X . . .
        X . . . .
        . . . . .
        """);
    assertThat(after.prisoners(Player.BLACK)).isEqualTo(3);
    assertThat(after.prisoners(Player.WHITE)).isZero();
  }

  @Test
  void aChainAtTwoEdgesIsTakenInTheCorner() {
    GoPosition before =
        BoardDrawing.parse(
            """
            . . X O O
            . . . X O
            . . . . .
            . . . . .
            . . . . .
            """);
    assertBoard(
        play(before, "E3"),
        """
        . . X . .
        . . . X .
        . . . . X
        . . . . .
        . . . . .
        """);
  }

  @Test
  void aSnapbackTakesMoreThanTheStoneThatWasTaken() {
    GoPosition before =
        BoardDrawing.parse(
            """
            . . . . .
            . . . . .
            . X X X .
            X O O O X
            X O . . X
            """,
            Rules.CHINESE,
            0,
            Player.BLACK);
    GoPosition taken = play(before, "C1", "D1");
    assertBoard(
        taken,
        """
        . . . . .
        . . . . .
        . X X X .
        X O O O X
        X O . O X
        """);
    assertThat(legality(taken, "C1")).isEqualTo(Legality.LEGAL);
    GoPosition after = play(taken, "C1");
    assertBoard(
        after,
        """
        . . . . .
        . . . . .
        . X X X .
        X . . . X
        X . X . X
        """);
    assertThat(after.prisoners(Player.BLACK)).isEqualTo(5);
    assertThat(after.prisoners(Player.WHITE)).isEqualTo(1);
  }

  @Test
  void aMoveWithoutLibertiesIsRefusedWithAReasonAndTheBoard() {
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
    assertThat(legality(position, "B2")).isEqualTo(Legality.SUICIDE);
    assertThatThrownBy(() -> play(position, "B2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("x=1 y=1: SUICIDE")
        .hasMessageContaining("2 O . O 2");
  }
}
