package dev.tengen.go;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.game.Walker;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Superko where hashes say nothing: only the comparison of boards is left to tell them apart. */
class HashCollisionTest {

  /** Boards whose stones have few different keys, or none at all, so that hashes collide. */
  @ParameterizedTest
  @CsvSource({"2, 0", "3, 0", "4, 0", "2, 1", "3, 1", "4, 1", "4, 3", "5, 3"})
  void superkoComparesTheBoards(int size, int bits) {
    Grid grid = Grid.withKeys(size, key -> key & ((1L << bits) - 1));
    SplittableRandom random = new SplittableRandom(size);
    int forbidden = 0;
    int collisions = 0;
    for (Rules rules : RandomGamesTest.allRules()) {
      for (int game = 0; game < 12; game++) {
        NaiveGame naive = new NaiveGame(size, rules);
        GoPosition position = GoPosition.start(grid, rules, 0);
        Walker walker = position.newWalker();
        Walker fresh = position.newWalker();
        for (int move = 0; move < 60; move++) {
          fresh.reset(position);
          int[] legal = new int[position.actionCount()];
          int count = 0;
          for (int action = 0; action < position.actionCount(); action++) {
            Legality expected = naive.legality(action);
            assertThat(position.legality(action))
                .as("%d on%n%s", action, position)
                .isEqualTo(expected);
            assertThat(walker.isLegal(action)).isEqualTo(expected == Legality.LEGAL);
            assertThat(fresh.isLegal(action)).isEqualTo(expected == Legality.LEGAL);
            forbidden += expected == Legality.SUPERKO ? 1 : 0;
            if (expected == Legality.LEGAL) {
              legal[count++] = action;
            }
          }
          boolean pass = count == 1 || random.nextInt(30) == 0;
          int action = legal[pass ? count - 1 : random.nextInt(count - 1)];
          GoPosition next = position.play(action);
          collisions += next.boardHash() == position.boardHash() ? 1 : 0;
          naive.play(action);
          walker.play(action);
          position = next;
        }
      }
    }
    assertThat(forbidden).as("points forbidden by superko").isPositive();
    assertThat(collisions).isGreaterThan(500);
  }
}
