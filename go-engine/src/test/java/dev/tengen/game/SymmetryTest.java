package dev.tengen.game;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SymmetryTest {

  @Test
  void theyMovePointsAsTheirNamesSay() {
    // On 3x3 the point (2, 0), upper right, is action 2.
    assertThat(Symmetry.IDENTITY.apply(2, 3)).isEqualTo(2);
    assertThat(Symmetry.FLIP_X.apply(2, 3)).isEqualTo(0);
    assertThat(Symmetry.FLIP_Y.apply(2, 3)).isEqualTo(8);
    assertThat(Symmetry.ROTATE_180.apply(2, 3)).isEqualTo(6);
    assertThat(Symmetry.TRANSPOSE.apply(2, 3)).isEqualTo(6);
    assertThat(Symmetry.ROTATE_90.apply(2, 3)).isEqualTo(8);
    assertThat(Symmetry.ROTATE_270.apply(2, 3)).isEqualTo(0);
    assertThat(Symmetry.ANTI_TRANSPOSE.apply(2, 3)).isEqualTo(2);
    assertThat(Symmetry.ANTI_TRANSPOSE.apply(0, 3)).isEqualTo(8);
  }

  @ParameterizedTest
  @EnumSource
  void theInverseUndoes(Symmetry symmetry) {
    for (int size = 1; size <= 5; size++) {
      Set<Integer> images = new HashSet<>();
      for (int action = 0; action <= size * size; action++) {
        int image = symmetry.apply(action, size);
        images.add(image);
        assertThat(symmetry.inverse().apply(image, size)).isEqualTo(action);
      }
      assertThat(images).hasSize(size * size + 1);
      assertThat(symmetry.apply(size * size, size)).isEqualTo(size * size);
    }
  }

  @Test
  void theyAreEightDifferentOnes() {
    Set<Integer> images = new HashSet<>();
    for (int i = 0; i < 8; i++) {
      images.add(10 * Symmetry.of(i).apply(0, 3) + Symmetry.of(i).apply(1, 3));
    }
    assertThat(images).hasSize(8);
  }
}
