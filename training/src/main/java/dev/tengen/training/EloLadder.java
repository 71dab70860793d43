package dev.tengen.training;

import dev.tengen.selfplay.rating.Elo;
import dev.tengen.selfplay.rating.Encounter;
import dev.tengen.selfplay.rating.PairScores;
import dev.tengen.selfplay.rating.Ratings;
import dev.tengen.selfplay.rating.Score;
import dev.tengen.training.Manifest.MatchReport;
import java.util.ArrayList;
import java.util.List;

/**
 * Elo of each generation against the first, from all matches together. A match against the previous
 * generation says how large one step was, a match against the first one bounds the sum of them;
 * {@link Ratings} weighs both. Reports of matches do not tell pairs, so each game is a unit.
 */
final class EloLadder {

  private final List<Encounter> encounters = new ArrayList<>();
  private int generations = 1;

  /** Adds the matches of a generation. */
  void add(int generation, List<MatchReport> matches) {
    for (MatchReport match : matches) {
      add(generation, match.opponent(), new Score(match.wins(), match.draws(), match.losses()));
    }
  }

  /**
   * Adds a match.
   *
   * @param generation whose score it is; at least 1
   * @param opponent an earlier generation
   */
  void add(int generation, int opponent, Score score) {
    generations = Math.max(generations, generation + 1);
    encounters.add(new Encounter(generation, opponent, score, PairScores.none()));
  }

  /** The rating of a generation, that of generation 0 being 0; null if it met nobody. */
  Elo ratingOf(int generation) {
    if (generation > 0 && encounters.stream().noneMatch(e -> e.a() == generation)) {
      return null;
    }
    return Ratings.of(generations, encounters, 0).rating(generation);
  }
}
