package dev.tengen.selfplay.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tengen.selfplay.rating.Sprt.Verdict;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SprtTest {

  private static final Sprt SPRT = new Sprt(0, 60);

  @Test
  void boundsAreWalds() {
    assertThat(SPRT.upperBound()).isEqualTo(Math.log(19), within(1e-12));
    assertThat(SPRT.lowerBound()).isEqualTo(-Math.log(19), within(1e-12));
    assertThatThrownBy(() -> new Sprt(5, 5)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ratioOfTwoOutcomesIsTheBinomialOne() {
    // With pairs of 0 or 2 points only, a pair is a coin: w log(s1/s0) + l log((1-s1)/(1-s0)).
    double s1 = Elo.expectedScore(60);
    double expected = 30 * Math.log(s1 / 0.5) + 20 * Math.log((1 - s1) / 0.5);
    assertThat(SPRT.logLikelihoodRatio(new PairScores(new int[] {20, 0, 0, 0, 30})))
        .isEqualTo(expected, within(0.01));
  }

  @Test
  void ratioIsOddUnderSwappingSidesAndHypotheses() {
    Sprt symmetric = new Sprt(-30, 30);
    assertThat(symmetric.logLikelihoodRatio(new PairScores(new int[] {3, 5, 9, 4, 7})))
        .isEqualTo(
            -symmetric.logLikelihoodRatio(new PairScores(new int[] {7, 4, 9, 5, 3})), within(1e-9));
    assertThat(symmetric.logLikelihoodRatio(PairScores.none())).isZero();
  }

  @Test
  void errsAboutAsOftenAsItSays() {
    int runs = 1000;
    // Nominal 5 % plus three standard errors.
    double allowed = 0.05 + 3 * Math.sqrt(0.05 * 0.95 / runs);
    assertThat(wrong(0, Verdict.ACCEPT_ELO1, runs)).isLessThanOrEqualTo(allowed);
    assertThat(wrong(60, Verdict.ACCEPT_ELO0, runs)).isLessThanOrEqualTo(allowed);
  }

  private static double wrong(double truth, Verdict error, int runs) {
    Random random = new Random((long) truth);
    int errors = 0;
    for (int run = 0; run < runs; run++) {
      PairScores pairs = PairScores.none();
      Verdict verdict = Verdict.CONTINUE;
      while (verdict == Verdict.CONTINUE) {
        pairs = pairs.plus(Simulated.pair(truth, random).points());
        verdict = SPRT.verdict(pairs);
      }
      errors += verdict == error ? 1 : 0;
    }
    return errors / (double) runs;
  }
}
