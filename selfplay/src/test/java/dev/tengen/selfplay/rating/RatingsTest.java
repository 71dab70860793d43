package dev.tengen.selfplay.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatingsTest {

  private static Encounter games(int a, int b, int wins, int draws, int losses) {
    return new Encounter(a, b, new Score(wins, draws, losses), PairScores.none());
  }

  @Test
  void aMatchOfTwoIsTheEloOfTheMatch() {
    Score singles = new Score(4, 1, 2);
    PairScores pairs = new PairScores(new int[] {1, 2, 5, 4, 3});
    Ratings ratings = Ratings.of(2, List.of(new Encounter(1, 0, singles, pairs)), 0);
    assertThat(ratings.rating(1)).isEqualTo(Elo.of(singles, pairs));
    assertThat(ratings.rating(0)).isEqualTo(new Elo(0, 0, 0));
    assertThat(ratings.superiority(1, 0)).isEqualTo(Elo.superiority(singles, pairs));
    assertThat(ratings.order()).containsExactly(1, 0);
  }

  @Test
  void eachStepOfAChainIsTheEloOfItsScore() {
    // Without a circle each encounter is fitted exactly. The ends bring half a draw to their only
    // encounter, the player in the middle a quarter to each of its two: 0.75 draws in either.
    Ratings ratings = Ratings.of(3, List.of(games(0, 1, 15, 0, 5), games(1, 2, 8, 4, 8)), 2);
    double first = Elo.difference((15 + 0.375) / 20.75);
    assertThat(ratings.difference(0, 1).elo()).isEqualTo(first, within(1e-6));
    assertThat(ratings.rating(1).elo()).isEqualTo(0, within(1e-6));
    assertThat(ratings.rating(0).elo()).isEqualTo(first, within(1e-6));
  }

  @Test
  void variancesOfAChainAddUp() {
    Ratings ratings = Ratings.of(3, List.of(games(0, 1, 15, 0, 5), games(1, 2, 12, 4, 4)), -1);
    double first = width(ratings.difference(0, 1));
    double second = width(ratings.difference(1, 2));
    assertThat(width(ratings.difference(0, 2))).isEqualTo(Math.hypot(first, second), within(1e-6));
  }

  @Test
  void theMeanIsZeroWithoutAnAnchor() {
    Ratings ratings =
        Ratings.of(
            3, List.of(games(0, 1, 9, 1, 2), games(1, 2, 3, 0, 1), games(0, 2, 3, 2, 0)), -1);
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      sum += ratings.rating(i).elo();
    }
    assertThat(sum).isEqualTo(0, within(1e-9));
    assertThat(ratings.order()).containsExactly(0, 1, 2);
  }

  @Test
  void sweepsOfALongLadderStayFinite() {
    List<Encounter> encounters = new ArrayList<>();
    for (int i = 1; i < 60; i++) {
      encounters.add(games(i, i - 1, 20, 0, 0));
      if (i > 1) {
        encounters.add(games(i, 0, 20, 0, 0));
      }
    }
    Ratings ratings = Ratings.of(60, encounters, 0);
    assertThat(ratings.order()).startsWith(59, 58, 57).endsWith(0);
    for (int i = 1; i < 60; i++) {
      Elo step = ratings.difference(i, i - 1);
      assertThat(step.elo()).isBetween(100.0, 1500.0);
      assertThat(step.high() - step.elo()).isBetween(100.0, 2000.0);
      assertThat(ratings.superiority(i, i - 1)).isGreaterThan(0.98);
      assertThat(ratings.rating(i).high()).isFinite();
    }
  }

  @Test
  void onePlayerOrNoGamesAtAll() {
    Ratings alone = Ratings.of(1, List.of(), -1);
    assertThat(alone.rating(0)).isEqualTo(new Elo(0, 0, 0));
    assertThat(alone.order()).containsExactly(0);
    Ratings two = Ratings.of(2, List.of(games(0, 1, 0, 0, 0)), 1);
    assertThat(two.rating(0)).isEqualTo(Elo.ofGames(Score.ZERO));
    assertThat(two.rating(0).high()).isEqualTo(681, within(1.0));
    assertThat(two.superiority(0, 1)).isEqualTo(0.5);
    assertThat(two.compared(0, 1)).isFalse();
  }

  @Test
  void groupsWithoutAGameBetweenThemAreFarFromKnown() {
    Ratings ratings = Ratings.of(5, List.of(games(0, 1, 30, 0, 10), games(3, 2, 200, 0, 200)), 0);
    // Within a group as if the other did not exist ...
    assertThat(ratings.rating(1).elo())
        .isEqualTo(-Elo.ofGames(new Score(30, 0, 10)).elo(), within(1e-6));
    assertThat(width(ratings.rating(1)))
        .isEqualTo(width(Elo.ofGames(new Score(30, 0, 10))), within(1e-6));
    // ... between groups, however many games within, the uncertainty of a virtual draw.
    assertThat(ratings.difference(2, 3).high()).isLessThan(50);
    assertThat(width(ratings.difference(0, 3))).isGreaterThan(2 * 680);
    assertThat(width(ratings.rating(4))).isGreaterThan(2 * 680);
    assertThat(ratings.compared(2, 3)).isTrue();
    assertThat(ratings.compared(0, 3)).isFalse();
    assertThat(ratings.superiority(2, 4)).isEqualTo(0.5, within(1e-9));
  }

  @Test
  void superiorityIsTheFamiliarFormula() {
    // (wins - losses) / sqrt(wins + losses) = 2, but for the virtual draw: 0.9772.
    assertThat(Elo.superiority(new Score(60, 50, 40), PairScores.none()))
        .isEqualTo(0.9772, within(0.0005));
    assertThat(Elo.superiority(new Score(20, 0, 0), PairScores.none())).isGreaterThan(0.99999);
    // Pairs that always go to one side are worth one game each in certainty: (16 - 4) / sqrt(20).
    assertThat(Elo.superiority(Score.ZERO, new PairScores(new int[] {4, 0, 0, 0, 16})))
        .isEqualTo(0.9964, within(0.0005));
  }

  @Test
  void refusesWhatIsNoPlayer() {
    assertThatThrownBy(() -> Ratings.of(2, List.of(games(0, 2, 1, 0, 0)), 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Ratings.of(2, List.of(), 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> games(1, 1, 1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  private static double width(Elo elo) {
    return elo.high() - elo.low();
  }
}
