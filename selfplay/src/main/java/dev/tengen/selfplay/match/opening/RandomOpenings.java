package dev.tengen.selfplay.match.opening;

import dev.tengen.game.Evaluator;
import dev.tengen.go.GoPosition;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Draws random moves: different openings as far as the board offers them, and sane ones. */
final class RandomOpenings implements OpeningSource {

  /** Tries per opening. After that the least lopsided one drawn is taken, new or not. */
  private static final int TRIES = 64;

  /** A judge's value beyond this, for either side, makes an opening lopsided. */
  static final double BOUND = 0.5;

  private final GoPosition start;
  private final int moves;
  private final double bound;
  private final long seed;
  private final Evaluator judge;

  /**
   * @param start the empty board
   * @param moves how many to an opening, 0 for none
   * @param bound openings that the judge values above this for either side are refused, in (0, 1]
   * @param judge values openings; null takes all
   */
  RandomOpenings(GoPosition start, int moves, double bound, long seed, Evaluator judge) {
    this.start = start;
    this.moves = moves;
    this.bound = bound;
    this.seed = seed;
    this.judge = judge;
  }

  @Override
  public List<GoPosition> first(int count) {
    return first(count, Set.of());
  }

  /**
   * The first openings that are not among others.
   *
   * @param others situation hashes
   */
  List<GoPosition> first(int count, Set<Long> others) {
    Random random = new Random(seed);
    Set<Long> used = new HashSet<>(others);
    return IntStream.range(0, count).mapToObj(pair -> next(random, used)).toList();
  }

  @Override
  public int different() {
    long lines = 1;
    for (int i = 0; i < moves && lines <= Integer.MAX_VALUE; i++) {
      lines *= Math.max(1, start.pass() - i);
    }
    return (int) Math.min(lines, Integer.MAX_VALUE);
  }

  @Override
  public String description(int count) {
    return moves == 0
        ? "the empty board"
        : moves
            + (moves == 1 ? " random move" : " random moves")
            + (judge == null ? "" : " that a network finds fair");
  }

  private GoPosition next(Random random, Set<Long> used) {
    GoPosition best = null;
    double bestRank = Double.POSITIVE_INFINITY;
    for (int i = 0; i < TRIES && bestRank > bound; i++) {
      GoPosition opening = draw(random);
      double imbalance = judge == null ? 0 : Math.abs(judge.evaluate(opening.snapshot()).value());
      double rank = imbalance + (used.contains(opening.situationHash()) ? 2 : 0);
      if (rank < bestRank) {
        best = opening;
        bestRank = rank;
      }
    }
    used.add(best.situationHash());
    return best;
  }

  private GoPosition draw(Random random) {
    GoPosition position = start;
    for (int i = 0; i < moves; i++) {
      position = position.play(randomPoint(position, random));
    }
    return position;
  }

  /** A legal point, or the pass if there is none. */
  private static int randomPoint(GoPosition position, Random random) {
    int[] actions = new int[position.actionCount()];
    int points = position.legalActions(actions) - 1;
    return points == 0 ? position.pass() : actions[random.nextInt(points)];
  }
}
