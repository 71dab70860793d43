package dev.tengen.selfplay.match.opening;

import dev.tengen.game.Evaluator;
import dev.tengen.game.GameSettings;
import dev.tengen.game.UserError;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;

/**
 * Where openings shall come from, as a user writes it.
 *
 * @param kind of source
 * @param moves how many to an opening, at least 0; at most as many where the source has short ones
 */
public record OpeningSpec(Kind kind, int moves) {

  /** What may be written; for help texts and error messages. */
  public static final String GRAMMAR = "random[:moves=N]";

  /** Kinds of sources. */
  public enum Kind {
    /** Random moves that a judge, if there is one, finds fair. */
    RANDOM
  }

  /** Four random moves. */
  public static final OpeningSpec RANDOM = new OpeningSpec(Kind.RANDOM, 4);

  public OpeningSpec {
    if (moves < 0) {
      throw new UserError("openings: moves must be at least 0, not " + moves);
    }
  }

  /**
   * Reads what a user wrote.
   *
   * @throws UserError if it is no source of openings
   */
  public static OpeningSpec parse(String text) {
    if (text.equals("random")) {
      return RANDOM;
    }
    String prefix = "random:moves=";
    if (text.startsWith(prefix)) {
      try {
        return new OpeningSpec(Kind.RANDOM, Integer.parseInt(text.substring(prefix.length())));
      } catch (NumberFormatException e) {
        // Answered below.
      }
    }
    throw new UserError("openings '" + text + "': write " + GRAMMAR);
  }

  /**
   * The openings for one kind of game.
   *
   * @param seed what chance has to do with them
   * @param judge values openings that are drawn at random; null takes all
   * @throws UserError if there are none for such a game
   */
  public OpeningSource source(GameSettings game, long seed, Evaluator judge) {
    GoPosition start = GoPosition.start(game.boardSize(), Rules.named(game.rules()), game.komi());
    return new RandomOpenings(start, moves, RandomOpenings.BOUND, seed, judge);
  }

  /** As it may be written. */
  @Override
  public String toString() {
    return "random:moves=" + moves;
  }
}
