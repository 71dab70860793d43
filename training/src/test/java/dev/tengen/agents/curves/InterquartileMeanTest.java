package dev.tengen.agents.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The means are SciPy's {@code trim_mean(scores, 0.25)}, as rliable calls it. The intervals are
 * NumPy's percentiles of the means of all resamples that there are, 3125 for five scores.
 */
class InterquartileMeanTest {

  private static final int MANY = 50_000;

  @Test
  void leavesOutWholeScoresOnly() {
    assertThat(InterquartileMean.of(7)).isEqualTo(7);
    assertThat(InterquartileMean.of(500, 182.34, 495.2)).isCloseTo(392.513333, within(1e-6));
    assertThat(InterquartileMean.of(8, 1, 4, 2)).isEqualTo(3);
    assertThat(InterquartileMean.of(9.35, 490, 500, 495.2, 182.34)).isCloseTo(389.18, within(1e-9));
    assertThat(InterquartileMean.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 100)).isEqualTo(5.5);
  }

  @Test
  void theIntervalIsThatOfAllResamples() {
    var five = InterquartileMean.interval(List.of(new double[] {5, 1, 4, 2, 3}), MANY);
    assertThat(five.low()).isCloseTo(4.0 / 3, within(1e-9));
    assertThat(five.high()).isCloseTo(14.0 / 3, within(1e-9));
    var four = InterquartileMean.interval(List.of(new double[] {1, 2, 4, 8}), MANY);
    assertThat(four).isEqualTo(new InterquartileMean.Interval(1, 8));
  }

  @Test
  void everyStratumIsDrawnFromItself() {
    var apart =
        InterquartileMean.interval(
            List.of(new double[] {0, 1, 2}, new double[] {10, 20, 40}), MANY);
    assertThat(apart.low()).isCloseTo(5.25, within(1e-9));
    assertThat(apart.high()).isCloseTo(20.5, within(1e-9));
    var together = InterquartileMean.interval(List.of(new double[] {0, 1, 2, 10, 20, 40}), MANY);
    assertThat(together.low()).isCloseTo(0.75, within(1e-9));
    assertThat(together.high()).isCloseTo(25.5, within(1e-9));
  }

  @Test
  void theSameScoresHaveTheSameInterval() {
    double[] scores = {3, 1, 4, 1, 5, 9, 2, 6};
    assertThat(InterquartileMean.interval(List.of(scores), 100))
        .isEqualTo(InterquartileMean.interval(List.of(scores), 100));
  }

  @Test
  void oneScoreIsCertain() {
    assertThat(Aggregate.of(42)).isEqualTo(new Aggregate(42, 42, 42, 42, 42));
  }

  @Test
  void meanAndWorstAreOfAll() {
    Aggregate aggregate = Aggregate.of(1, 2, 3, 4, 90);
    assertThat(aggregate.mean()).isEqualTo(20);
    assertThat(aggregate.worst()).isEqualTo(1);
    assertThat(aggregate.iqm()).isEqualTo(3);
  }
}
