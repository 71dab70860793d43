package dev.tengen.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tengen.selfplay.rating.Elo;
import dev.tengen.selfplay.rating.Score;
import org.junit.jupiter.api.Test;

class EloLadderTest {

  @Test
  void theFirstGenerationIsTheMeasure() {
    assertThat(new EloLadder().ratingOf(0)).isEqualTo(new Elo(0, 0, 0));
  }

  @Test
  void aGenerationWithoutAMatchHasNoRating() {
    EloLadder ladder = new EloLadder();
    ladder.add(2, 0, new Score(5, 0, 5));
    assertThat(ladder.ratingOf(1)).isNull();
    assertThat(ladder.ratingOf(2).elo()).isCloseTo(0, within(1e-6));
  }

  @Test
  void aSingleMatchGivesItsScoreAsElo() {
    EloLadder ladder = new EloLadder();
    ladder.add(1, 0, new Score(70, 10, 20));
    // 75.5 of 101 points, with the virtual draw.
    Elo rating = ladder.ratingOf(1);
    assertThat(rating.elo()).isCloseTo(Elo.difference(75.5 / 101), within(1e-6));
    assertThat(rating.low()).isBetween(80.0, 130.0);
    assertThat(rating.high()).isBetween(240.0, 290.0);
  }

  @Test
  void stepsAddUp() {
    EloLadder ladder = new EloLadder();
    ladder.add(1, 0, new Score(15, 0, 5));
    ladder.add(2, 1, new Score(15, 0, 5));
    ladder.add(3, 2, new Score(15, 0, 5));
    double one = Elo.difference(15.5 / 21);
    assertThat(ladder.ratingOf(1).elo()).isCloseTo(one, within(1e-6));
    assertThat(ladder.ratingOf(3).elo()).isCloseTo(3 * one, within(1e-6));
    double width1 = ladder.ratingOf(1).high() - ladder.ratingOf(1).low();
    double width3 = ladder.ratingOf(3).high() - ladder.ratingOf(3).low();
    assertThat(width3).isCloseTo(width1 * Math.sqrt(3), within(1e-6));
  }

  @Test
  void aMatchAgainstTheFirstCorrectsWhatStepsAccumulate() {
    EloLadder steps = new EloLadder();
    EloLadder both = new EloLadder();
    for (int generation = 1; generation <= 10; generation++) {
      Score lucky = new Score(13, 0, 7);
      steps.add(generation, generation - 1, lucky);
      both.add(generation, generation - 1, lucky);
      if (generation > 1) {
        both.add(generation, 0, new Score(12, 0, 8));
      }
    }
    Elo alone = steps.ratingOf(10);
    Elo corrected = both.ratingOf(10);
    assertThat(alone.elo()).isGreaterThan(900);
    assertThat(corrected.elo()).isBetween(50.0, 350.0);
    assertThat(corrected.high() - corrected.low()).isLessThan(alone.high() - alone.low());
  }

  @Test
  void cleanSweepsStayFinite() {
    EloLadder ladder = new EloLadder();
    for (int generation = 1; generation <= 30; generation++) {
      ladder.add(generation, generation - 1, new Score(20, 0, 0));
      ladder.add(generation, 0, new Score(20, 0, 0));
    }
    Elo rating = ladder.ratingOf(30);
    assertThat(rating.elo()).isBetween(2000.0, 30_000.0);
    assertThat(rating.low()).isLessThan(rating.elo());
    assertThat(rating.high()).isFinite();
  }
}
