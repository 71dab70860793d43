package dev.tengen.selfplay.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tengen.selfplay.rating.Sprt.Verdict;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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

  /** Counts and ratios from the tests of fastchess, under its logistic model. */
  @Test
  void ratiosAreThoseOfOthers() {
    assertThat(
            new Sprt(0.5, 2.5)
                .logLikelihoodRatio(new PairScores(new int[] {223, 9863, 21279, 10037, 246})))
        .isEqualTo(-3.07, within(0.01));
    assertThat(
            new Sprt(0, 2)
                .logLikelihoodRatio(new PairScores(new int[] {871, 26175, 55983, 26678, 821})))
        .isEqualTo(-4.98, within(0.01));
  }

  @Test
  void stateTellsRatioBoundsAndVerdict() {
    PairScores pairs = new PairScores(new int[] {0, 10, 20, 30, 40});
    Sprt.State state = SPRT.state(pairs);
    assertThat(state.llr()).isEqualTo(SPRT.logLikelihoodRatio(pairs)).isGreaterThan(3);
    assertThat(state.lowerBound()).isEqualTo(SPRT.lowerBound());
    assertThat(state.upperBound()).isEqualTo(SPRT.upperBound());
    assertThat(state.verdict()).isEqualTo(Verdict.ACCEPT_ELO1).isEqualTo(SPRT.verdict(pairs));
    assertThat(SPRT.state(pairs.swapped()).verdict()).isEqualTo(Verdict.ACCEPT_ELO0);
    assertThat(SPRT.state(PairScores.none()).verdict()).isEqualTo(Verdict.CONTINUE);
  }

  static Stream<Arguments> worlds() {
    return Stream.of(
        Arguments.of(0, 100, Simulated.INDEPENDENT, 2000),
        Arguments.of(0, 100, Simulated.DRAWS, 2000),
        Arguments.of(0, 100, Simulated.TOGETHER, 2000),
        Arguments.of(0, 100, Simulated.APART, 2000),
        Arguments.of(200, 300, Simulated.DRAWS, 2000),
        Arguments.of(-30, 30, Simulated.TOGETHER, 1000),
        Arguments.of(0, 30, Simulated.INDEPENDENT, 1000),
        Arguments.of(0, 30, Simulated.APART, 1000));
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void errsAtItsBoundsAboutAsOftenAsItSays(double elo0, double elo1, Simulated world, int runs) {
    Sprt sprt = new Sprt(elo0, elo1);
    // Nominal 5 % plus three standard errors.
    double allowed = 0.05 + 3 * Math.sqrt(0.05 * 0.95 / runs);
    assertThat(accepted(Verdict.ACCEPT_ELO1, sprt, elo0, world, runs)).isLessThan(allowed);
    assertThat(accepted(Verdict.ACCEPT_ELO0, sprt, elo1, world, runs)).isLessThan(allowed);
  }

  private static double accepted(
      Verdict wanted, Sprt sprt, double truth, Simulated world, int runs) {
    SplittableRandom random = new SplittableRandom(11);
    IntSupplier pairs = world.pairs(truth, random);
    int found = 0;
    for (int run = 0; run < runs; run++) {
      int[] counts = new int[5];
      Verdict verdict = Verdict.CONTINUE;
      while (verdict == Verdict.CONTINUE) {
        counts[pairs.getAsInt()]++;
        verdict = sprt.verdict(new PairScores(counts));
      }
      found += verdict == wanted ? 1 : 0;
    }
    return found / (double) runs;
  }
}
