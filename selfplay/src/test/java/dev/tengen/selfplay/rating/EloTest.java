package dev.tengen.selfplay.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EloTest {

  @Test
  void logisticCurve() {
    assertThat(Elo.expectedScore(0)).isEqualTo(0.5);
    assertThat(Elo.expectedScore(400)).isEqualTo(10.0 / 11, within(1e-12));
    assertThat(Elo.difference(0.75)).isEqualTo(190.848501887865, within(1e-9));
    assertThat(Elo.difference(Elo.expectedScore(-123.4))).isEqualTo(-123.4, within(1e-9));
  }

  @Test
  void estimateHasOneVirtualDraw() {
    // (15 + 2 + 1/2) / (15 + 4 + 5 + 1) = 0.7
    assertThat(Elo.ofGames(new Score(15, 4, 5)).elo())
        .isEqualTo(400 * Math.log10(0.7 / 0.3), within(1e-9));
    assertThat(Elo.ofPairs(new PairScores(new int[] {0, 5, 4, 3, 0})).elo())
        .isEqualTo(Elo.ofGames(new Score(3, 16, 5)).elo(), within(1e-9));
  }

  @Test
  void intervalOfWinsAndLossesIsTheBinomialOne() {
    // 39.5 of 64 counting the virtual draw: standard error of the logit is 1 / sqrt(n s (1 - s)).
    double s = 39.5 / 64;
    double margin = 400 / Math.log(10) * 1.959964 / Math.sqrt(64 * s * (1 - s));
    Elo elo = Elo.ofGames(new Score(39, 0, 24));
    assertThat(elo.high() - elo.elo()).isEqualTo(margin, within(1e-6));
    assertThat(elo.elo() - elo.low()).isEqualTo(margin, within(1e-6));
  }

  @Test
  void sweepsAndNothingAtAllAreFinite() {
    for (Score score :
        new Score[] {
          Score.ZERO,
          new Score(20, 0, 0),
          new Score(0, 0, 20),
          new Score(0, 20, 0),
          new Score(100000, 0, 0)
        }) {
      Elo elo = Elo.ofGames(score);
      assertThat(elo.low()).isFinite().isLessThan(elo.elo());
      assertThat(elo.high()).isFinite().isGreaterThan(elo.elo());
    }
    assertThat(Elo.ofGames(new Score(20, 0, 0)).elo()).isEqualTo(645, within(1.0));
    assertThat(Elo.ofGames(new Score(20, 0, 0)).low()).isPositive();
  }

  @Test
  void swappingSidesNegates() {
    Elo a = Elo.ofGames(new Score(12, 3, 7));
    Elo b = Elo.ofGames(new Score(12, 3, 7).swapped());
    assertThat(b.elo()).isEqualTo(-a.elo(), within(1e-9));
    assertThat(b.low()).isEqualTo(-a.high(), within(1e-9));
  }
}
