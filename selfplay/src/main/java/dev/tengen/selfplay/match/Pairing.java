package dev.tengen.selfplay.match;

import java.util.ArrayList;
import java.util.List;

/**
 * Two players of a tournament, by their numbers from 0. In the first game of each pair of games
 * {@code first} has Black.
 */
public record Pairing(int first, int second) {

  /** That of a match. */
  public static final Pairing OF_TWO = new Pairing(0, 1);

  public Pairing {
    if (first < 0 || second < 0 || first == second) {
      throw new IllegalArgumentException("no pairing: " + first + ", " + second);
    }
  }

  /** Each against each. */
  public static List<Pairing> roundRobin(int players) {
    List<Pairing> pairings = new ArrayList<>();
    for (int i = 0; i < players; i++) {
      for (int j = i + 1; j < players; j++) {
        pairings.add(new Pairing(i, j));
      }
    }
    return pairings;
  }

  /** The first against each of the others. */
  public static List<Pairing> gauntlet(int players) {
    return roundRobin(players).stream().filter(pairing -> pairing.first == 0).toList();
  }

  /** Each against those just before it, at most {@code back} of them. */
  public static List<Pairing> ladder(int players, int back) {
    List<Pairing> pairings = new ArrayList<>();
    for (int later = 1; later < players; later++) {
      for (int earlier = later - 1; earlier >= Math.max(0, later - back); earlier--) {
        pairings.add(new Pairing(later, earlier));
      }
    }
    return pairings;
  }
}
