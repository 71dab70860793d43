package dev.tengen.agents.actorcritic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Returns and advantages by hand; gamma is 0.5 throughout. */
class SegmentTest {

  private static final Offset<Float> CLOSE = within(1e-6f);
  private static final double DISCOUNT = 0.5;

  private final Segment segment = new Segment(4, 1, 2);

  private void row(int row, double reward, double value) {
    boolean[] legal = {true, row != 1};
    segment.act(row, new float[] {row}, 0, legal, 0, row % 2, value);
    segment.earn(row, reward);
  }

  /** Rewards 1, 2, 3, 4 and values 5, 6, 7, 8. */
  private void fill(int rows) {
    for (int row = 0; row < rows; row++) {
      row(row, row + 1, row + 5);
    }
  }

  private float[] fact(int which) {
    return Arrays.copyOfRange(segment.facts(), which * 4, which * 4 + 4);
  }

  private float[] returns() {
    return fact(1);
  }

  private float[] advantages() {
    return fact(2);
  }

  @Test
  void sumsRewardsUpToTheValueOfWhatFollows() {
    fill(4);
    segment.end(3, 16);
    segment.finish(4, DISCOUNT, 1, 0.25);
    // 4 + 16/2 = 12; 3 + 12/2 = 9; 2 + 9/2 = 6.5; 1 + 6.5/2 = 4.25
    assertThat(returns()).containsExactly(new float[] {4.25f, 6.5f, 9, 12}, CLOSE);
    assertThat(advantages()).containsExactly(new float[] {-0.75f, 0.5f, 2, 4}, CLOSE);
    assertThat(fact(0)).containsExactly(0, 1, 0, 1);
    assertThat(fact(3)).containsExactly(0.25f, 0.25f, 0.25f, 0.25f);
    assertThat(segment.observations()).containsExactly(0, 1, 2, 3);
    assertThat(segment.penalties()).containsExactly(0, 0, 0, -1e9f, 0, 0, 0, 0);
  }

  @Test
  void nothingFollowsWhereTheTaskEndedButSomethingWhereTimeWasUp() {
    fill(4);
    segment.end(1, 0); // terminated
    segment.end(3, 16);
    segment.finish(4, DISCOUNT, 1, 1);
    assertThat(returns()).containsExactly(new float[] {2, 2, 9, 12}, CLOSE);

    fill(4);
    segment.end(1, 10); // truncated in a state of value 10
    segment.end(3, 16);
    segment.finish(4, DISCOUNT, 1, 1);
    assertThat(returns()).containsExactly(new float[] {4.5f, 7, 9, 12}, CLOSE);
  }

  @Test
  void generalisedAdvantages() {
    fill(4);
    segment.end(1, 10);
    segment.end(3, 16);
    segment.finish(4, DISCOUNT, 0.5, 1);
    // Errors: 1 + 3 - 5 = -1, 2 + 5 - 6 = 1, 3 + 4 - 7 = 0, 4 + 8 - 8 = 4; factor 1/4.
    assertThat(advantages()).containsExactly(new float[] {-0.75f, 1, 1, 4}, CLOSE);
    assertThat(returns()).containsExactly(new float[] {4.25f, 7, 8, 12}, CLOSE);
    fill(4);
    segment.end(3, 16);
    segment.finish(4, DISCOUNT, 0, 1);
    assertThat(advantages()).containsExactly(new float[] {-1, -0.5f, 0, 4}, CLOSE);
  }

  @Test
  void rowsThatWereNotUsedWeighNothing() {
    fill(4);
    segment.end(3, 16);
    segment.finish(4, DISCOUNT, 1, 1);
    fill(2);
    segment.end(1, 0);
    segment.finish(2, DISCOUNT, 1, 1);
    assertThat(returns()).startsWith(2, 2);
    assertThat(fact(3)).containsExactly(1, 1, 0, 0);
  }

  @Test
  void normalisedAdvantages() {
    fill(2);
    segment.end(1, 0); // advantages -3 and -4
    segment.finish(2, DISCOUNT, 1, 1);
    segment.normaliseAdvantages(2);
    assertThat(advantages()[0]).isCloseTo(1, within(1e-5f));
    assertThat(advantages()[1]).isCloseTo(-1, within(1e-5f));
    assertThat(returns()).startsWith(2, 2);
  }
}
