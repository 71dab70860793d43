package dev.tengen.go;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.game.Player;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The number of legal positions: those in which every chain has a liberty (Tromp and Farnebäck,
 * "Combinatorics of Go", OEIS A094777).
 */
class LegalPositionsTest {

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 57", "3, 12675", "4, 24318165"})
  void countsAreThoseOfTheLiterature(int size, long expected) {
    assertThat(count(Grid.of(size))).isEqualTo(expected);
  }

  /** Every legal position can be played, and nothing else. */
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 57", "3, 12675"})
  void asManyCanBeReachedByPlaying(int size, int expected) {
    Set<Long> seen = new HashSet<>();
    Deque<GoPosition> open = new ArrayDeque<>();
    GoPosition start = GoPosition.start(size, Rules.CHINESE, 0);
    seen.add(start.boardHash());
    open.add(start);
    while (!open.isEmpty()) {
      GoPosition position = open.remove();
      for (Player player : Player.values()) {
        GoPosition turn = position.withToMove(player);
        for (int point = 0; point < position.pass(); point++) {
          if (turn.isLegal(point) && seen.add(turn.play(point).boardHash())) {
            open.add(turn.play(point));
          }
        }
      }
    }
    assertThat(seen).hasSize(expected);
  }

  private static long count(Grid grid) {
    return count(grid, new long[2 * grid.words()], 0);
  }

  /** Counts over all that can be on the points from {@code point} on. */
  private static long count(Grid grid, long[] stones, int point) {
    if (point == grid.points()) {
      boolean legal =
          Setup.pointWithoutLiberty(grid, stones, 0) < 0
              && Setup.pointWithoutLiberty(grid, stones, grid.words()) < 0;
      return legal ? 1 : 0;
    }
    int bit = grid.bitOf(point);
    long total = count(grid, stones, point + 1);
    for (int colour = 0; colour <= grid.words(); colour += grid.words()) {
      Bits.set(stones, colour, bit);
      total += count(grid, stones, point + 1);
      Bits.clear(stones, colour, bit);
    }
    return total;
  }
}
