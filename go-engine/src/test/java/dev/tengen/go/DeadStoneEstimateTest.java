package dev.tengen.go;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.game.Player;
import java.util.BitSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Boards where people would stop playing: which stones would they take off? */
class DeadStoneEstimateTest {

  @Test
  void aFinishedGameWithStonesLeftInBothTerritories() {
    GoPosition board =
        position(
            """
            . X . . X O . . .
            . . X . X O . X .
            . O X X X O . . .
            . . . X O O . O .
            X X X X O . O . .
            O O X O O . . . .
            . O O O . . O O .
            . . . . . O . . .
            . . X . . . . O .
            """);
    assertThat(dead(board)).containsExactlyInAnyOrder("B7", "H8", "C1");
    Score score = Score.of(board, DeadStoneEstimate.of(board));
    // Black has 16 living stones and 16 points; all else is White's but no dame is left.
    assertThat(score.pointsThatAre(PointStatus.DAME)).isEmpty();
    assertThat(score.forBlack()).isEqualTo(2 * score.black() - 81);
  }

  @Test
  void aGameWithoutDeadStonesHasNone() {
    assertThat(
            dead(
                position(
                    """
                    . . . X O . .
                    . X . X O . .
                    . . X X O O .
                    X X X O O . .
                    O O O O . . O
                    . . . . . O .
                    . . O . . . .
                    """)))
        .isEmpty();
    assertThat(dead(GoPosition.start(9, Rules.CHINESE, 7))).isEmpty();
  }

  @Test
  void chainsInSekiLive() {
    assertThat(
            dead(
                position(
                    """
                    . . . O X . .
                    . . . O X . .
                    . . . O X . .
                    . . . O X . .
                    O O O O X X X
                    X X X X O O O
                    . X X . O O .
                    """)))
        .isEmpty();
    assertThat(
            dead(
                position(
                    """
                    . . . . .
                    . . . . .
                    O O O O O
                    X X X X X
                    . O O O .
                    """)))
        .isEmpty();
  }

  @Test
  void bentFourInTheCornerIsDead() {
    GoPosition board =
        position(
            """
            . . . . . . . . .
            . . . . . O O O .
            . . . . . . . . .
            O O . . . . . . .
            . . . . . . . . .
            O O O O O O . . .
            X X O O O O . . .
            . X X X X O . . .
            O O O . X O . . .
            """);
    assertThat(dead(board)).containsExactlyInAnyOrder("A3", "B3", "B2", "C2", "D2", "E2", "E1");
    assertThat(dead(board.withToMove(Player.WHITE))).hasSize(7);
  }

  @Test
  void whatCanOnlyMakeOneEyeIsDead() {
    assertThat(
            dead(
                position(
                    """
                    . . . . . . . . .
                    . . . . . O O O .
                    . . . . . . . . .
                    O O . . . . . . .
                    . . . . . . . . .
                    O O O O O . . . .
                    X X X X O . . . .
                    O . X . O O . . .
                    O O . X O . . . .
                    """)))
        .containsExactlyInAnyOrder("A3", "B3", "C3", "D3", "C2", "D1");
  }

  @Test
  void passAliveStonesAreNeverDeadAndStonesInTheirTerritoryAlwaysAre() {
    SplittableRandom random = new SplittableRandom(4);
    for (int game = 0; game < 12; game++) {
      GoPosition position = BensonTest.sensibleGame(7, Rules.CHINESE, random);
      PassAlive sure = position.passAlive();
      BitSet dead = DeadStoneEstimate.of(position);
      for (int point = 0; point < position.pass(); point++) {
        assertThat(dead.get(point) && sure.isAlive(point)).as("%d%n%s", point, position).isFalse();
        assertThat(!dead.get(point) && sure.isDead(point)).as("%d%n%s", point, position).isFalse();
        assertThat(dead.get(point) && position.stoneAt(point) == Stone.EMPTY).isFalse();
      }
      assertThat(DeadStoneEstimate.of(position.withToMove(position.toMove().opponent())))
          .isEqualTo(dead);
      if (position.isSettled()) {
        assertThat(dead).isEqualTo(sure.dead());
      }
    }
  }

  private static Set<String> dead(GoPosition position) {
    Set<String> names = new TreeSet<>();
    int size = position.size();
    DeadStoneEstimate.of(position).stream()
        .forEach(
            point ->
                names.add(BoardDrawing.COLUMNS.charAt(point % size) + "" + (size - point / size)));
    return names;
  }

  private static GoPosition position(String drawing) {
    return BoardDrawing.parse(drawing, Rules.CHINESE, 0, Player.BLACK);
  }
}
