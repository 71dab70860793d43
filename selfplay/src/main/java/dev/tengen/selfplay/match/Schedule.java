package dev.tengen.selfplay.match;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The games of a tournament still to be played, in their order: the first pair of games of every
 * pairing, then the second of each, so that all pairings come forward together.
 */
final class Schedule {

  /** A game to be played: number {@code index} of its pairing. */
  record Fixture(Pairing pairing, int index) {}

  private final List<Fixture> open = new ArrayList<>();

  /**
   * @param games of each pairing
   * @param before what was played
   */
  Schedule(List<Pairing> pairings, int games, Iterable<TournamentGame> before) {
    Set<Fixture> played = new HashSet<>();
    before.forEach(game -> played.add(new Fixture(game.pairing(), game.game().index())));
    for (int index = 0; index < games; index += 2) {
      for (Pairing pairing : pairings) {
        for (int i = index; i < Math.min(index + 2, games); i++) {
          Fixture fixture = new Fixture(pairing, i);
          if (!played.contains(fixture)) {
            open.add(fixture);
          }
        }
      }
    }
  }

  int size() {
    return open.size();
  }

  boolean isEmpty() {
    return open.isEmpty();
  }

  /** Takes the first game that can be played now off the schedule; null if there is none. */
  Fixture take(Predicate<Pairing> playable) {
    for (Iterator<Fixture> all = open.iterator(); all.hasNext(); ) {
      Fixture fixture = all.next();
      if (playable.test(fixture.pairing())) {
        all.remove();
        return fixture;
      }
    }
    return null;
  }

  /** Strikes the games of these pairings. */
  void strike(Predicate<Pairing> pairings) {
    open.removeIf(fixture -> pairings.test(fixture.pairing()));
  }
}
