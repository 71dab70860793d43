package dev.tengen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MemoryTrendTest {

  @Test
  void fitsALine() {
    MemoryTrend trend = new MemoryTrend();
    assertThat(trend.toString()).isEmpty();
    trend.add(0, 100L << 20);
    trend.add(0.5, 160L << 20);
    assertThat(trend.slope()).isNaN();
    trend.add(1, 200L << 20);
    trend.add(1.2, -1);
    assertThat(trend.slope()).isCloseTo(100, within(1e-9));
    assertThat(trend.toString())
        .isEqualTo("memory 200 MB, slope +100 MB an hour over 3 generations");
  }
}
