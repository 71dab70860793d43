package dev.tengen.go;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.game.Player;
import dev.tengen.game.Symmetry;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A game and its image under a symmetry stay images of each other. */
class SymmetricGamesTest {

  @ParameterizedTest
  @EnumSource
  void symmetriesCommuteWithTheRules(Symmetry symmetry) {
    SplittableRandom random = new SplittableRandom(7);
    for (int size : new int[] {2, 5, 9, 13}) {
      GoPosition position = GoPosition.start(size, Rules.AGA, 6.5);
      GoPosition image = position;
      for (int move = 0; move < 3 * size * size; move++) {
        for (int action = 0; action <= size * size; action++) {
          assertThat(image.legality(symmetry.apply(action, size)))
              .isEqualTo(position.legality(action));
          if (action < size * size) {
            assertThat(image.stoneAt(symmetry.apply(action, size)))
                .isEqualTo(position.stoneAt(action));
          }
        }
        assertThat(image.scoreForBlack()).isEqualTo(position.scoreForBlack());
        assertThat(image.prisoners(Player.BLACK)).isEqualTo(position.prisoners(Player.BLACK));
        int action = random.nextInt(size * size);
        action = position.isLegal(action) ? action : size * size;
        position = position.play(action);
        image = image.play(symmetry.apply(action, size));
      }
    }
  }
}
