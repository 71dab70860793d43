package dev.tengen.go;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tengen.game.Player;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlayoutsTest {

  /** Mean lengths that libEGO and others have for the same kind of playout. */
  @ParameterizedTest
  @CsvSource({"9, 111", "13, 219", "19, 455"})
  void playoutsAreAsLongAsElsewhere(int size, double expected) {
    Playouts.Tally tally = Playouts.run(size, 4000, 1);
    double mean = (double) tally.moves() / tally.playouts();
    assertThat(mean).isCloseTo(expected, within(expected / 100));
  }

  @Test
  void theFirstMoveIsWorthAboutTwoPoints() {
    Playouts.Tally tally = Playouts.run(9, 20_000, 1);
    assertThat((double) tally.scoreForBlack() / tally.playouts()).isBetween(1.0, 3.5);
  }

  @Test
  void theSeedDecides() {
    assertThat(Playouts.run(9, 100, 5).moves()).isEqualTo(Playouts.run(9, 100, 5).moves());
    assertThat(Playouts.run(9, 100, 5).moves()).isNotEqualTo(Playouts.run(9, 100, 6).moves());
  }

  /** They end with eyes only, so that counting single points is counting area. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 9, 19})
  void playoutsEndInScoredBoards(int size) {
    Grid grid = Grid.of(size);
    PlayoutBoard board = new PlayoutBoard(grid);
    Playouts playouts = new Playouts(board);
    AreaScore areaScore = new AreaScore(grid);
    for (int i = 0; i < 200; i++) {
      board.clear();
      playouts.seed(i);
      int score = playouts.play(i % 2 == 0 ? Player.BLACK : Player.WHITE, 0);
      long[] stones = stonesOf(board);
      assertThat(Setup.pointWithoutLiberty(grid, stones, 0)).isNegative();
      assertThat(Setup.pointWithoutLiberty(grid, stones, grid.words())).isNegative();
      if (size > 3) {
        assertThat(score).isEqualTo(areaScore.blackMinusWhite(stones, 0));
      }
    }
  }

  @Test
  void nothingAllocates() {
    PlayoutBoard empty = new PlayoutBoard(Grid.of(9));
    PlayoutBoard board = new PlayoutBoard(Grid.of(9));
    Playouts playouts = new Playouts(board);
    playouts.seed(1);
    Runnable work =
        () -> {
          for (int i = 0; i < 100; i++) {
            board.copyFrom(empty);
            playouts.play(Player.BLACK, 0);
          }
        };
    assertThat(Allocation.leastOf(10, work)).isZero();
  }

  private static long[] stonesOf(PlayoutBoard board) {
    Grid grid = board.grid;
    long[] stones = new long[2 * grid.words()];
    for (int point = 0; point < grid.points(); point++) {
      for (Player player : Player.values()) {
        if (board.holds(grid.cellOf(grid.bitOf(point)), player)) {
          Bits.set(stones, player == Player.BLACK ? 0 : grid.words(), grid.bitOf(point));
        }
      }
    }
    return stones;
  }
}
