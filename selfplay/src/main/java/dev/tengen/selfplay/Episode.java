package dev.tengen.selfplay;

import dev.tengen.game.GameSettings;
import dev.tengen.game.Outcome;
import dev.tengen.game.Player;
import java.util.List;

/**
 * One finished self-play game: what was played and what the search thought, never features. It
 * began on an empty board with Black to move, so turn i is Black's if i is even.
 *
 * @param settings board, komi, rules
 * @param game the number of the game in its generation, from 0
 * @param seed decided all chance in the game
 * @param network names the network that played both sides
 * @param turns one for each move, in order
 * @param outcome who won
 * @param scoreForBlack Black's area minus White's and komi; NaN if the game was resigned
 * @param resigned whether the loser resigned
 * @param settled whether the game ended before two passes because all was pass-alive; the score is
 *     then that without dead stones
 * @param resignDisabled whether the game was one of those played out whatever the value, to measure
 *     how often a resignation would have been wrong
 */
public record Episode(
    GameSettings settings,
    int game,
    long seed,
    String network,
    List<Turn> turns,
    Outcome outcome,
    float scoreForBlack,
    boolean resigned,
    boolean settled,
    boolean resignDisabled) {

  public Episode {
    if (resigned && settled) {
      throw new IllegalArgumentException("a game is resigned or settled, not both");
    }
    turns = List.copyOf(turns);
  }

  /** The number of moves, passes included. */
  public int length() {
    return turns.size();
  }

  /** Whose turn i was. */
  public Player playerAt(int turn) {
    return turn % 2 == 0 ? Player.BLACK : Player.WHITE;
  }

  /** The outcome for the player of turn i: z of AlphaGo Zero. +1 won, 0 drawn, -1 lost. */
  public float outcomeAt(int turn) {
    return outcome.valueFor(playerAt(turn));
  }

  /** Whether the move limit ended the game: no resignation, no settled board, no two passes. */
  public boolean truncated() {
    int pass = settings.boardSize() * settings.boardSize();
    int n = turns.size();
    boolean twoPasses =
        n >= 2 && turns.get(n - 1).action() == pass && turns.get(n - 2).action() == pass;
    return !resigned && !settled && !twoPasses;
  }
}
