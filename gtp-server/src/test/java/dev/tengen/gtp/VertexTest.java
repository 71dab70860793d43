package dev.tengen.gtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VertexTest {

  @Test
  void rowsCountFromTheBottomAndThereIsNoI() {
    assertThat(Vertex.of(0, 19)).isEqualTo("A19");
    assertThat(Vertex.of(360, 19)).isEqualTo("T1");
    assertThat(Vertex.of(8 * 9, 9)).isEqualTo("A1");
    assertThat(Vertex.of(8, 9)).isEqualTo("J9");
    assertThat(Vertex.of(81, 9)).isEqualTo("pass");
  }

  @Test
  void everyActionOfEverySizeComesBack() {
    for (int size = 1; size <= 19; size++) {
      for (int action = 0; action <= size * size; action++) {
        String vertex = Vertex.of(action, size);
        assertThat(Vertex.action(vertex, size)).isEqualTo(action);
        assertThat(Vertex.action(vertex.toLowerCase(java.util.Locale.ROOT), size))
            .isEqualTo(action);
      }
    }
  }

  @Test
  void refusesWhatIsOffTheBoard() {
    for (String off :
        new String[] {
          "", "A", "A0", "A10", "I1", "K1", "1A", "A-1", "A+1", "AA", "A1x", "A٣", "ı1"
        }) {
      assertThatThrownBy(() -> Vertex.action(off, 9))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("is not a vertex of a 9x9 board");
    }
  }
}
