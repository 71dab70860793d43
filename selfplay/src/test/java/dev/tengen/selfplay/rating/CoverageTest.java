package dev.tengen.selfplay.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Intervals of 95 % hold the truth 93 to 97 times in 100. */
class CoverageTest {

  private static final int RUNS = 2000;

  private static Stream<Arguments> matches(Simulated... worlds) {
    return Stream.of(worlds)
        .flatMap(
            world ->
                Stream.of(0, 100, 300)
                    .flatMap(
                        elo -> Stream.of(100, 400).map(games -> Arguments.of(world, elo, games))));
  }

  static Stream<Arguments> paired() {
    return matches(
        Simulated.INDEPENDENT,
        Simulated.DRAWS,
        Simulated.TOGETHER,
        Simulated.APART,
        Simulated.COLOUR);
  }

  @ParameterizedTest
  @MethodSource("paired")
  void ofAMatch(Simulated world, double elo, int games) {
    SplittableRandom random = new SplittableRandom(7);
    double truth = world.truth(elo);
    Covered covered = new Covered();
    for (int run = 0; run < RUNS; run++) {
      covered.add(Elo.ofPairs(world.match(elo, games, random)), truth);
    }
    covered.check();
  }

  static Stream<Arguments> single() {
    return matches(Simulated.INDEPENDENT, Simulated.DRAWS);
  }

  @ParameterizedTest
  @MethodSource("single")
  void ofGamesThatStandForThemselves(Simulated world, double elo, int games) {
    SplittableRandom random = new SplittableRandom(8);
    Simulated alone = new Simulated(world.draws(), 1, 0, 0); // both games of a pair are one
    Covered covered = new Covered();
    for (int run = 0; run < RUNS; run++) {
      int[] counts = alone.match(elo, 2 * games, random).counts();
      covered.add(Elo.ofGames(new Score(counts[4], counts[2], counts[0])), elo);
    }
    covered.check();
  }

  static Stream<Arguments> tournaments() {
    return Stream.of(Simulated.INDEPENDENT, Simulated.DRAWS, Simulated.TOGETHER, Simulated.APART)
        .flatMap(world -> Stream.of(20, 100, 400).map(games -> Arguments.of(world, games)));
  }

  /** Differences of 0, 100, 200 and 300, with so many games in each encounter. */
  @ParameterizedTest
  @MethodSource("tournaments")
  void ofFivePlayersWhoAllMeet(Simulated world, int games) {
    double[] truth = {300, 0, 100, 300, 0};
    SplittableRandom random = new SplittableRandom(9);
    Covered near = new Covered();
    Covered equal = new Covered();
    Covered far = new Covered();
    Covered best = new Covered();
    Covered middle = new Covered();
    for (int run = 0; run < RUNS; run++) {
      List<Encounter> encounters = new ArrayList<>();
      for (int a = 0; a < truth.length; a++) {
        for (int b = 0; b < a; b++) {
          PairScores pairs = world.match(truth[a] - truth[b], games, random);
          encounters.add(new Encounter(a, b, Score.ZERO, pairs));
        }
      }
      Ratings ratings = Ratings.of(truth.length, encounters, -1);
      near.add(ratings.difference(2, 1), 100);
      equal.add(ratings.difference(0, 3), 0);
      far.add(ratings.difference(0, 4), 300);
      best.add(ratings.rating(0), 300 - 140);
      middle.add(ratings.rating(2), 100 - 140);
    }
    for (Covered covered : List.of(near, equal, far, best, middle)) {
      covered.check();
    }
  }

  /** A ladder: each against the one before, and against the first. */
  @ParameterizedTest
  @MethodSource("tournaments")
  void ofALadder(Simulated world, int games) {
    SplittableRandom random = new SplittableRandom(10);
    int rungs = 6;
    double step = 80;
    Covered first = new Covered();
    Covered whole = new Covered();
    for (int run = 0; run < RUNS; run++) {
      List<Encounter> encounters = new ArrayList<>();
      for (int a = 1; a < rungs; a++) {
        for (int b = 0; b < a; b += Math.max(1, a - 1)) {
          PairScores pairs = world.match(step * (a - b), games, random);
          encounters.add(new Encounter(a, b, Score.ZERO, pairs));
        }
      }
      Ratings ratings = Ratings.of(rungs, encounters, 0);
      first.add(ratings.rating(1), step);
      whole.add(ratings.rating(rungs - 1), step * (rungs - 1));
    }
    first.check();
    whole.check();
  }

  private static final class Covered {

    private int covered;

    void add(Elo elo, double truth) {
      covered += elo.low() <= truth && truth <= elo.high() ? 1 : 0;
    }

    void check() {
      assertThat(covered / (double) RUNS).isBetween(0.93, 0.97);
    }
  }
}
