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
    Elo elo = Elo.of(singles, pairs);
    assertThat(ratings.rating(1).elo()).isEqualTo(elo.elo(), within(1e-9));
    assertThat(ratings.rating(1).low()).isEqualTo(elo.low(), within(1e-9));
    assertThat(ratings.rating(1).high()).isEqualTo(elo.high(), within(1e-9));
    assertThat(ratings.rating(0)).isEqualTo(new Elo(0, 0, 0));
    assertThat(ratings.superiority(1, 0)).isEqualTo(Elo.superiority(singles, pairs), within(1e-9));
    assertThat(ratings.order()).containsExactly(1, 0);
  }

  @Test
  void eachStepOfAChainIsTheEloOfItsScore() {
    // Without a circle each encounter is fitted exactly and has one virtual draw.
    Ratings ratings = Ratings.of(3, List.of(games(0, 1, 15, 0, 5), games(1, 2, 8, 4, 8)), 2);
    double first = Elo.difference(15.5 / 21);
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
  void aCircleByHand() {
    // Equal by symmetry. Each encounter has 10 games, 2/3 of a virtual draw and information
    // (10 + 2/3) / 4 = 8/3; the variance of a difference in a triangle is 2 / (3 * 8/3) = 1/4, that
    // of a player against the mean 1 / (3 * 8/3) * 2/3 = 1/12.
    Ratings ratings =
        Ratings.of(
            3, List.of(games(0, 1, 6, 0, 4), games(1, 2, 6, 0, 4), games(2, 0, 6, 0, 4)), -1);
    double unit = 400 / Math.log(10) * 1.959964;
    assertThat(ratings.difference(0, 1).elo()).isEqualTo(0, within(1e-9));
    assertThat(ratings.difference(0, 1).high()).isEqualTo(unit * 0.5, within(1e-6));
    assertThat(ratings.rating(2).high()).isEqualTo(unit * Math.sqrt(1.0 / 12), within(1e-6));
    assertThat(ratings.superiority(0, 1)).isEqualTo(0.5, within(1e-9));
  }

  @Test
  void noPointOfAGridIsMoreLikely() {
    Score[] scores = {new Score(7, 2, 1), new Score(5, 0, 3), new Score(4, 1, 0)};
    Ratings ratings =
        Ratings.of(
            3,
            List.of(
                new Encounter(0, 1, scores[0], PairScores.none()),
                new Encounter(1, 2, scores[1], PairScores.none()),
                new Encounter(0, 2, scores[2], PairScores.none())),
            2);
    double[] best = new double[2];
    double most = Double.NEGATIVE_INFINITY;
    for (int a = -400; a <= 1000; a++) {
      for (int b = -400; b <= 1000; b++) {
        double likelihood = likelihood(scores, a, b);
        if (likelihood > most) {
          most = likelihood;
          best = new double[] {a, b};
        }
      }
    }
    assertThat(ratings.rating(0).elo()).isEqualTo(best[0], within(1.0));
    assertThat(ratings.rating(1).elo()).isEqualTo(best[1], within(1.0));
  }

  /**
   * With Jeffreys' prior, the determinant being that of a triangle: the sum over its spanning
   * trees.
   */
  private static double likelihood(Score[] scores, double a, double b) {
    double[] p = {Elo.expectedScore(a - b), Elo.expectedScore(b), Elo.expectedScore(a)};
    double sum = 0;
    double[] w = new double[3];
    for (int i = 0; i < 3; i++) {
      double points = scores[i].points();
      sum += points * Math.log(p[i]) + (scores[i].games() - points) * Math.log(1 - p[i]);
      w[i] = scores[i].games() * p[i] * (1 - p[i]);
    }
    return sum + Math.log(w[0] * w[1] + w[1] * w[2] + w[0] * w[2]) / 2;
  }

  /**
   * The American League's Eastern Division in 1987: Agresti, "Categorical Data Analysis", chapter
   * on matched pairs, which gives the estimates in units of log odds with Baltimore at 0.
   */
  @Test
  void baseballTeamsHaveTheirPublishedStrengths() {
    int[][] wins = {
      {0, 7, 9, 7, 7, 9, 11},
      {6, 0, 7, 5, 11, 9, 9},
      {4, 6, 0, 7, 7, 8, 12},
      {6, 8, 6, 0, 6, 7, 10},
      {6, 2, 6, 7, 0, 7, 12},
      {4, 4, 5, 6, 6, 0, 6},
      {2, 4, 1, 3, 1, 7, 0}
    };
    double[] published = {1.58, 1.44, 1.29, 1.25, 1.11, 0.68, 0};
    List<Encounter> season = new ArrayList<>();
    List<Encounter> thousandSeasons = new ArrayList<>();
    for (int a = 0; a < 7; a++) {
      for (int b = 0; b < a; b++) {
        season.add(games(a, b, wins[a][b], 0, wins[b][a]));
        thousandSeasons.add(games(a, b, 1000 * wins[a][b], 0, 1000 * wins[b][a]));
      }
    }
    double unit = 400 / Math.log(10);
    for (int team = 0; team < 7; team++) {
      // A prior of 6 draws beside 273 games is felt, beside 273,000 not.
      assertThat(Ratings.of(7, season, 6).rating(team).elo() / unit)
          .isEqualTo(published[team], within(0.06));
      assertThat(Ratings.of(7, thousandSeasons, 6).rating(team).elo() / unit)
          .isEqualTo(published[team], within(0.006));
    }
    assertThat(Ratings.of(7, season, 6).order()).containsExactly(0, 1, 2, 3, 4, 5, 6);
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
      assertThat(step.elo()).isBetween(640.0, 650.0);
      assertThat(step.high() - step.elo()).isBetween(100.0, 2000.0);
      assertThat(ratings.superiority(i, i - 1)).isGreaterThan(0.999);
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
