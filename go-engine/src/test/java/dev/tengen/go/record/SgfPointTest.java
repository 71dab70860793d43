package dev.tengen.go.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.UserError;
import org.junit.jupiter.api.Test;

class SgfPointTest {

  @Test
  void countsColumnsFromTheLeftAndRowsFromTheTop() {
    assertThat(SgfPoint.of(0, 9)).isEqualTo("aa");
    assertThat(SgfPoint.of(9 * 2 + 5, 9)).isEqualTo("fc");
    assertThat(SgfPoint.of(360, 19)).isEqualTo("ss");
  }

  @Test
  void everyActionOfEverySizeComesBack() {
    for (int size = 1; size <= 19; size++) {
      for (int action = 0; action <= size * size; action++) {
        assertThat(SgfPoint.action(SgfPoint.of(action, size), size)).isEqualTo(action);
      }
    }
  }

  @Test
  void emptyAndTtArePasses() {
    assertThat(SgfPoint.action("", 9)).isEqualTo(81);
    assertThat(SgfPoint.action(" \n", 9)).isEqualTo(81);
    assertThat(SgfPoint.action("tt", 9)).isEqualTo(81);
    assertThat(SgfPoint.action("tt", 19)).isEqualTo(361);
  }

  @Test
  void rectanglesMayBeGivenByAnyTwoCorners() {
    int[] points = {5 * 9 + 2, 5 * 9 + 3, 6 * 9 + 2, 6 * 9 + 3};
    assertThat(SgfPoint.points("cf:dg", 9)).containsExactly(points);
    assertThat(SgfPoint.points("dg:cf", 9)).containsExactly(points);
    assertThat(SgfPoint.points("cg:df", 9)).containsExactly(points);
    assertThat(SgfPoint.points("ii", 9)).containsExactly(80);
  }

  @Test
  void pointsOffTheBoardAreRefused() {
    for (String off :
        new String[] {"ja", "aj", "a", "aaa", "AA", "a`", "tt:aa", ":", "aa:", "ü1"}) {
      assertThatThrownBy(() -> SgfPoint.points(off, 9))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("is not a point of a 9x9 board");
    }
    assertThatThrownBy(() -> SgfPoint.action("tu", 19)).isInstanceOf(UserError.class);
  }
}
