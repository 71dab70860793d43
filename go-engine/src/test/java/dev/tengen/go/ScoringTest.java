package dev.tengen.go;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.Outcome;
import dev.tengen.game.Player;
import dev.tengen.game.UserError;
import dev.tengen.game.Walker;
import org.junit.jupiter.api.Test;

/** Area scores of drawn boards. */
class ScoringTest {

  @Test
  void anEmptyBoardIsNobodys() {
    assertThat(GoPosition.start(9, Rules.CHINESE, 7.5).scoreForBlack()).isEqualTo(-7.5);
  }

  @Test
  void oneStoneOwnsTheBoard() {
    assertThat(score(". . .\n. X .\n. . .")).isEqualTo(9);
    assertThat(score(". . .\n. O .\n. . .")).isEqualTo(-9);
  }

  @Test
  void stonesAndWhatTheySurroundCount() {
    // The middle column belongs to neither.
    assertThat(
            score(
                """
                . X . O .
                . X . O .
                . X . O .
                . X . O .
                . X . O .
                """))
        .isZero();
    assertThat(
            score(
                """
                . X O . .
                . X O . .
                . X O O O
                . X X X X
                . . . . .
                """))
        .isEqualTo(16 - 9);
  }

  @Test
  void aSekiLeavesItsSharedLibertiesToNobody() {
    // Who plays A1 or E1 loses the chain that touches it.
    assertThat(
            score(
                """
                . . . . .
                . . . . .
                O O O O O
                X X X X X
                . O O O .
                """))
        .isEqualTo(5 - 8 - 10);
  }

  @Test
  void deadStonesCountUntilTheyAreTaken() {
    assertThat(
            score(
                """
                . . X . .
                . O X . .
                . . X . .
                X X X . .
                . . . . .
                """))
        .isEqualTo(6 + 13 - 1);
  }

  @Test
  void komiDecidesAndMayLeaveADraw() {
    GoPosition board = BoardDrawing.parse(". . .\n. X .\n. . .", Rules.CHINESE, 9, Player.BLACK);
    assertThat(board.play(9).play(9).outcome()).isEqualTo(Outcome.DRAW);
    assertThat(board.withKomi(8.5).play(9).play(9).outcome()).isEqualTo(Outcome.BLACK_WINS);
    assertThat(board.withKomi(9.5).play(9).play(9).outcome()).isEqualTo(Outcome.WHITE_WINS);
    assertThat(board.withKomi(-3).scoreForBlack()).isEqualTo(12);
    assertThatThrownBy(() -> board.withKomi(0.3))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("0.3");
    assertThatThrownBy(() -> board.withKomi(Double.NaN)).isInstanceOf(UserError.class);
  }

  @Test
  void theWalkersValueIsThatOfThePlayerToMove() {
    GoPosition board = BoardDrawing.parse(". . .\n. X .\n. . .", Rules.CHINESE, 9, Player.BLACK);
    assertThat(valueAfterTwoPasses(board)).isZero();
    assertThat(valueAfterTwoPasses(board.withKomi(8.5))).isEqualTo(1);
    assertThat(valueAfterTwoPasses(board.withKomi(8.5).withToMove(Player.WHITE))).isEqualTo(-1);
    assertThat(valueAfterTwoPasses(board.withKomi(9.5))).isEqualTo(-1);
  }

  private static float valueAfterTwoPasses(GoPosition position) {
    Walker walker = position.newWalker();
    walker.play(position.pass());
    walker.play(position.pass());
    assertThat(walker.isTerminal()).isTrue();
    return walker.terminalValue();
  }

  private static double score(String drawing) {
    return BoardDrawing.parse(drawing).scoreForBlack();
  }
}
