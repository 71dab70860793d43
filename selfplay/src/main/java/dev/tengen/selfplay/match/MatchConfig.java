package dev.tengen.selfplay.match;

import dev.tengen.game.GameSettings;
import dev.tengen.game.UserError;

/**
 * How a match is played.
 *
 * @param game board, komi, rules
 * @param games how many games; games 2p and 2p + 1 are pair p: one opening, colours swapped
 * @param parallelGames games played at once, each on a thread with agents of its own
 * @param moveLimit a game that reaches this many moves is scored as it stands
 * @param endSettled whether a game ends as soon as all is pass-alive (Benson 1976), with its
 *     certain score; else it goes on to two passes
 */
public record MatchConfig(
    GameSettings game, int games, int parallelGames, int moveLimit, boolean endSettled) {

  public MatchConfig {
    require(games >= 1, "games must be at least 1, not " + games);
    require(parallelGames >= 1, "parallel games must be at least 1, not " + parallelGames);
    require(moveLimit >= 1, "move limit must be at least 1, not " + moveLimit);
  }

  /** One game at a time, at most twice the points moves. */
  public static MatchConfig of(GameSettings game, int games) {
    return new MatchConfig(game, games, 1, 2 * game.boardSize() * game.boardSize(), false);
  }

  /** How many openings it takes. */
  public int pairs() {
    return (games + 1) / 2;
  }

  /** The same match with this many games at once. */
  public MatchConfig withParallelGames(int count) {
    return new MatchConfig(game, games, count, moveLimit, endSettled);
  }

  /** The same match with games of at most this many moves. */
  public MatchConfig withMoveLimit(int count) {
    return new MatchConfig(game, games, parallelGames, count, endSettled);
  }

  /** The same match, its games ending where all is pass-alive, or not. */
  public MatchConfig withEndSettled(boolean value) {
    return new MatchConfig(game, games, parallelGames, moveLimit, value);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new UserError("match: " + message);
    }
  }
}
