package dev.tengen.selfplay.rating;

import java.util.Random;

/** Results of games between players whose strength is known. */
final class Simulated {

  private Simulated() {}

  /** Two independent games; no draws. */
  static Score pair(double elo, Random random) {
    int wins = 0;
    for (int i = 0; i < 2; i++) {
      wins += random.nextDouble() < Elo.expectedScore(elo) ? 1 : 0;
    }
    return new Score(wins, 0, 2 - wins);
  }
}
