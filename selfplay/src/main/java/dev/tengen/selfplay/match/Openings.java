package dev.tengen.selfplay.match;

import dev.tengen.game.Evaluator;
import dev.tengen.game.GameSettings;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Draws the openings of a match: different ones as far as the board offers them, and sane ones. */
final class Openings {

  /** Tries per opening. After that the least lopsided one drawn is taken, new or not. */
  private static final int TRIES = 64;

  private final MatchConfig config;
  private final Evaluator judge;
  private final GoPosition start;
  private final Set<Long> used = new HashSet<>();

  /**
   * @param judge values openings; null takes all
   */
  Openings(MatchConfig config, Evaluator judge) {
    GameSettings game = config.game();
    this.config = config;
    this.judge = judge;
    this.start = GoPosition.start(game.boardSize(), Rules.named(game.rules()), game.komi());
  }

  /** The first {@code count} openings: positions whose parents are the opening moves. */
  List<GoPosition> first(int count) {
    Random random = new Random(config.seed());
    return IntStream.range(0, count).mapToObj(pair -> next(random)).toList();
  }

  private GoPosition next(Random random) {
    GoPosition best = null;
    double bestRank = Double.POSITIVE_INFINITY;
    for (int i = 0; i < TRIES && bestRank > config.openingBound(); i++) {
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
    for (int i = 0; i < config.openingMoves(); i++) {
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

  /** The moves that lead to a position. */
  static List<Integer> movesOf(GoPosition position) {
    List<Integer> moves = new ArrayList<>();
    for (GoPosition p = position; p.hasLastAction(); p = p.parent()) {
      moves.add(p.lastAction());
    }
    Collections.reverse(moves);
    return moves;
  }
}
