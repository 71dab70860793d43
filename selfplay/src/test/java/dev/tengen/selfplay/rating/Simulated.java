package dev.tengen.selfplay.rating;

import java.util.SplittableRandom;
import java.util.function.IntSupplier;

/**
 * Pairs of games between players whose strength is known.
 *
 * @param draws the probability of a draw over twice the smaller one of winning and losing; a draw
 *     takes as much from either, so that the expected score stays
 * @param together the probability that the opening decides both games for the same player
 * @param apart the probability that it decides them for the same colour
 * @param colour how many Elo the opening is worth to one colour, which both players have once
 */
record Simulated(double draws, double together, double apart, double colour) {

  static final Simulated INDEPENDENT = new Simulated(0, 0, 0, 0);
  static final Simulated DRAWS = new Simulated(0.6, 0, 0, 0);
  static final Simulated TOGETHER = new Simulated(0.3, 0.5, 0, 0);
  static final Simulated APART = new Simulated(0.3, 0, 0.5, 0);
  static final Simulated COLOUR = new Simulated(0.3, 0, 0, 250);

  /** The Elo of the score that a player {@code elo} better is to expect. */
  double truth(double elo) {
    return Elo.difference((Elo.expectedScore(elo + colour) + Elo.expectedScore(elo - colour)) / 2);
  }

  /** The points of one pair after the other, in halves: 0 to 4. */
  IntSupplier pairs(double elo, SplittableRandom random) {
    double favoured = Elo.expectedScore(elo + colour);
    double hindered = Elo.expectedScore(elo - colour);
    return () -> {
      double first = random.nextDouble();
      double second = random.nextDouble();
      double opening = random.nextDouble();
      if (opening < together) {
        second = first;
      } else if (opening < together + apart) {
        second = 1 - first;
      }
      return game(favoured, first) + game(hindered, second);
    };
  }

  PairScores match(double elo, int games, SplittableRandom random) {
    IntSupplier pairs = pairs(elo, random);
    int[] counts = new int[5];
    for (int i = 0; i < games; i += 2) {
      counts[pairs.getAsInt()]++;
    }
    return new PairScores(counts);
  }

  private int game(double p, double chance) {
    double half = draws * Math.min(p, 1 - p);
    if (chance < p - half) {
      return 2;
    }
    return chance < p + half ? 1 : 0;
  }
}
