package dev.tengen.agents.curves;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTest {

  private static List<String> labels(Axis axis) {
    return Arrays.stream(axis.marks()).mapToObj(axis::label).toList();
  }

  @Test
  void marksAreRound() {
    assertThat(labels(Axis.exactly(0, 50_000, 0, 600, 6)))
        .containsExactly("0", "10,000", "20,000", "30,000", "40,000", "50,000");
    assertThat(labels(Axis.around(0.1, 0.74, 300, 0, 6))).containsExactly("0.2", "0.4", "0.6");
    assertThat(labels(Axis.around(-500, -80, 300, 0, 6)))
        .containsExactly("\u2212500", "\u2212400", "\u2212300", "\u2212200", "\u2212100");
    assertThat(labels(Axis.around(-0.05, 0.05, 300, 0, 4)))
        .containsExactly("\u22120.05", "0.00", "0.05");
  }

  @Test
  void oneNumberHasAirAroundIt() {
    Axis axis = Axis.around(-13, -13, 300, 0, 6);
    assertThat(axis.place(-13)).isEqualTo(150);
    assertThat(labels(axis)).contains("\u221213.0");
  }
}
