package dev.tengen.selfplay.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RatingsPropertyTest {

  private static final double SAME = 1e-5;

  @Property(tries = 200)
  void whoseSideAScoreTakesDoesNotMatter(
      @ForAll @IntRange(min = 1, max = 7) int n, @ForAll long seed) {
    List<Encounter> encounters = any(n, new Random(seed));
    List<Encounter> swapped =
        encounters.stream()
            .map(e -> new Encounter(e.b(), e.a(), e.singles().swapped(), e.pairs().swapped()))
            .toList();
    Ratings one = Ratings.of(n, encounters, -1);
    Ratings other = Ratings.of(n, swapped, -1);
    for (int a = 0; a < n; a++) {
      same(other.rating(a), one.rating(a));
      for (int b = 0; b < n; b++) {
        same(other.difference(a, b), negated(one.difference(b, a)));
        assertThat(one.superiority(a, b) + one.superiority(b, a)).isEqualTo(1, within(1e-9));
        assertThat(other.superiority(a, b)).isEqualTo(one.superiority(a, b), within(1e-6));
      }
    }
  }

  /** Whoever loses all that he won, and wins all that he lost, is rated the other way round. */
  @Property(tries = 200)
  void turningAllResultsNegatesRatings(
      @ForAll @IntRange(min = 1, max = 7) int n, @ForAll long seed) {
    List<Encounter> encounters = any(n, new Random(seed));
    List<Encounter> turned =
        encounters.stream()
            .map(e -> new Encounter(e.a(), e.b(), e.singles().swapped(), e.pairs().swapped()))
            .toList();
    Ratings one = Ratings.of(n, encounters, -1);
    Ratings other = Ratings.of(n, turned, -1);
    for (int a = 0; a < n; a++) {
      same(other.rating(a), negated(one.rating(a)));
    }
  }

  @Property(tries = 200)
  void numberingPlayersDifferentlyNumbersRatings(
      @ForAll @IntRange(min = 1, max = 7) int n, @ForAll long seed) {
    Random random = new Random(seed);
    List<Encounter> encounters = any(n, random);
    List<Integer> names = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      names.add(i);
    }
    Collections.shuffle(names, random);
    List<Encounter> renamed = new ArrayList<>();
    for (Encounter e : encounters) {
      renamed.add(new Encounter(names.get(e.a()), names.get(e.b()), e.singles(), e.pairs()));
    }
    Collections.shuffle(renamed, random);
    int anchor = random.nextInt(n);
    Ratings one = Ratings.of(n, encounters, anchor);
    Ratings other = Ratings.of(n, renamed, names.get(anchor));
    for (int a = 0; a < n; a++) {
      same(other.rating(names.get(a)), one.rating(a));
      assertThat(other.superiority(names.get(a), names.get(anchor)))
          .isEqualTo(one.superiority(a, anchor), within(1e-6));
    }
  }

  /** Where all meet equally often the order is that of points, and a draw more for all keeps it. */
  @Property(tries = 200)
  void theOrderIsThatOfPoints(
      @ForAll @IntRange(min = 2, max = 7) int n,
      @ForAll @IntRange(max = 30) int draws,
      @ForAll long seed) {
    Random random = new Random(seed);
    int games = 1 + random.nextInt(20);
    List<Encounter> encounters = new ArrayList<>();
    double[] points = new double[n];
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < a; b++) {
        int wins = random.nextInt(games + 1);
        Score score = new Score(wins, draws, games - wins);
        encounters.add(new Encounter(a, b, score, PairScores.none()));
        points[a] += score.points();
        points[b] += score.swapped().points();
      }
    }
    Ratings ratings = Ratings.of(n, encounters, -1);
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < a; b++) {
        double lead = ratings.difference(a, b).elo();
        if (points[a] == points[b]) {
          assertThat(lead).isEqualTo(0, within(SAME));
        } else {
          assertThat(Math.signum(lead)).isEqualTo(Math.signum(points[a] - points[b]));
        }
      }
    }
  }

  @Property(tries = 200)
  void nothingIsInfiniteOrCertain(@ForAll @IntRange(min = 2, max = 9) int n, @ForAll long seed) {
    Ratings ratings = Ratings.of(n, any(n, new Random(seed)), -1);
    assertThat(ratings.order()).hasSize(n).doesNotHaveDuplicates();
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < a; b++) {
        Elo elo = ratings.difference(a, b);
        assertThat(elo.elo()).isFinite();
        assertThat(elo.high() - elo.low()).isFinite().isGreaterThan(1);
        assertThat(ratings.superiority(a, b)).isBetween(0.0, 1.0);
      }
    }
  }

  /** Some players of some meet, sweeps among them; often not all are connected. */
  private static List<Encounter> any(int n, Random random) {
    List<Encounter> encounters = new ArrayList<>();
    for (int i = 0; n > 1 && i < 2 * n; i++) {
      int a = random.nextInt(n);
      int b = (a + 1 + random.nextInt(n - 1)) % n;
      int bound = random.nextInt(4) == 0 ? 1 : 15;
      Score singles = new Score(random.nextInt(bound), random.nextInt(bound), random.nextInt(15));
      int[] counts = new int[5];
      for (int j = 0; j < 5; j++) {
        counts[j] = random.nextInt(bound);
      }
      encounters.add(new Encounter(a, b, singles, new PairScores(counts)));
    }
    return encounters;
  }

  private static Elo negated(Elo elo) {
    return new Elo(-elo.elo(), -elo.high(), -elo.low());
  }

  private static void same(Elo one, Elo other) {
    assertThat(one.elo()).isEqualTo(other.elo(), within(SAME));
    assertThat(one.low()).isEqualTo(other.low(), within(SAME));
    assertThat(one.high()).isEqualTo(other.high(), within(SAME));
  }
}
