package dev.tengen.selfplay.match;

import dev.tengen.game.GameSettings;
import dev.tengen.game.UserError;

/**
 * How a match is played.
 *
 * @param game board, komi, rules
 * @param games how many games; games 2p and 2p + 1 are pair p: one opening, colours swapped
 * @param openingMoves how many moves are played at random to open a pair, 0 for none
 * @param openingBound an opening is refused if a judge values it above this for either side, in (0,
 *     1]; 1 refuses none
 * @param seed of the openings
 * @param parallelGames games played at once, each on a thread with agents of its own
 * @param moveLimit a game that reaches this many moves is scored as it stands
 * @param endSettled whether a game ends as soon as all is pass-alive (Benson 1976), with its
 *     certain score; else it goes on to two passes
 */
public record MatchConfig(
    GameSettings game,
    int games,
    int openingMoves,
    double openingBound,
    long seed,
    int parallelGames,
    int moveLimit,
    boolean endSettled) {

  public MatchConfig {
    require(games >= 1, "games must be at least 1, not " + games);
    require(openingMoves >= 0, "opening moves must be at least 0, not " + openingMoves);
    require(
        openingBound > 0 && openingBound <= 1,
        "bound of openings must be above 0 and at most 1, not " + openingBound);
    require(parallelGames >= 1, "parallel games must be at least 1, not " + parallelGames);
    require(
        moveLimit > openingMoves, "move limit must be above the opening moves, not " + moveLimit);
  }

  /** Four opening moves valued within 0.5, one game at a time, at most twice the points moves. */
  public static MatchConfig of(GameSettings game, int games, long seed) {
    int limit = 2 * game.boardSize() * game.boardSize();
    return new MatchConfig(game, games, Math.min(4, limit - 1), 0.5, seed, 1, limit, false);
  }

  /** The same match with this many games at once. */
  public MatchConfig withParallelGames(int count) {
    return new MatchConfig(
        game, games, openingMoves, openingBound, seed, count, moveLimit, endSettled);
  }

  /** The same match, its games ending where all is pass-alive, or not. */
  public MatchConfig withEndSettled(boolean value) {
    return new MatchConfig(
        game, games, openingMoves, openingBound, seed, parallelGames, moveLimit, value);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new UserError("match: " + message);
    }
  }
}
