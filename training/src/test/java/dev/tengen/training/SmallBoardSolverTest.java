package dev.tengen.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import org.junit.jupiter.api.Test;

class SmallBoardSolverTest {

  /**
   * 3x3 is solved: Black gets the whole board in the centre, 3 points at an edge; in a corner it
   * loses all.
   */
  @Test
  void agreesWithTheLiterature() {
    int centre = 4;
    int edge = 1;
    int corner = 0;
    assertThat(blackWins(centre, 8.5)).isTrue();
    assertThat(blackWins(centre, 9.5)).isFalse();
    assertThat(blackWins(edge, 2.5)).isTrue();
    assertThat(blackWins(edge, 3.5)).isFalse();
    assertThat(blackWins(corner, -8.5)).isFalse();
    assertThat(blackWins(corner, -9.5)).isTrue();
  }

  private static boolean blackWins(int first, double komi) {
    GoPosition start = GoPosition.start(3, Rules.CHINESE, komi);
    return !new SmallBoardSolver(18).wins(start.play(first));
  }
}
