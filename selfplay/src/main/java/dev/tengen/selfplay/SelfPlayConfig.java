package dev.tengen.selfplay;

import dev.tengen.game.GameSettings;
import dev.tengen.game.UserError;
import dev.tengen.mcts.SearchConfig;

/**
 * How games are played. All but {@code parallel} decides what the games are.
 *
 * @param game board, komi, rules
 * @param search settings of full searches; cheap searches use them without Dirichlet noise, forced
 *     playouts and a temperature of the root's policy. In a search with Gumbel noise that noise
 *     draws the move, in cheap searches too, and the improved policy is the policy target
 * @param visits how much is searched
 * @param temperature how freely moves are drawn; searches with Gumbel noise do not use it
 * @param resignation when to give up
 * @param openingMoves at most this many moves at the start of a game are drawn from the network's
 *     raw policy, without a search and never a pass; how many, from 0 to this, is drawn for each
 *     game. Such moves are no training targets. 0 is AlphaGo Zero's way.
 * @param moveLimit a game that reaches this many moves ends and is scored as it stands. AlphaGo
 *     Zero played 19x19 up to 722 moves, twice the points; {@link #twicePoints} is that
 * @param endSettled whether a game ends as soon as all is pass-alive (Benson 1976): its score is
 *     then certain, and dead stones are taken off. AlphaGo Zero plays on to two passes
 * @param guardLosingPass whether a pass that lets the game end in a loss is left out of the draw,
 *     and one that ends it in a win is played at temperature 0: {@link SearchConfig#guardPass}. The
 *     policy target still shows it as searched. AlphaGo Zero has no such guard
 * @param reuseTree whether the part of the tree below the move played is kept for the next search.
 *     AlphaGo Zero: true. Visits kept count towards the next search's. Danihelka et al. 2022 search
 *     anew each time: false with Gumbel noise, whose halving wants its visits for itself
 * @param parallel how the machine is used
 */
public record SelfPlayConfig(
    GameSettings game,
    SearchConfig search,
    Visits visits,
    Temperature temperature,
    Resignation resignation,
    int openingMoves,
    int moveLimit,
    boolean endSettled,
    boolean guardLosingPass,
    boolean reuseTree,
    Parallel parallel) {

  /**
   * Visits of the searches (playout cap randomisation: Wu 2019, section 3.1).
   *
   * @param full visits of a full search. AlphaGo Zero: 1,600
   * @param cheap visits of a cheap search, at most {@code full}
   * @param cheapProbability the fraction of moves that are searched cheaply, at full strength, and
   *     are no policy targets. AlphaGo Zero: 0; Wu 2019: 0.75
   */
  public record Visits(int full, int cheap, double cheapProbability) {
    public Visits {
      if (cheap < 1 || cheap > full) {
        throw new UserError(
            "visits must be 1 <= cheap <= full, not cheap " + cheap + ", full " + full);
      }
      if (!(cheapProbability >= 0 && cheapProbability <= 1)) {
        throw new UserError(
            "probability of a cheap search must be from 0 to 1, not " + cheapProbability);
      }
    }

    /** Every search is full. */
    public static Visits always(int visits) {
      return new Visits(visits, visits, 0);
    }
  }

  /**
   * How the machine is used.
   *
   * @param threads each advances games of its own; while one waits for the evaluator, others search
   * @param gamesPerThread games that a thread advances together: with {@code leavesPerGame}, its
   *     batch
   * @param leavesPerGame leaves of one game in one batch. 1 searches exactly; more keeps batches
   *     full with fewer games, and changes what is searched
   */
  public record Parallel(int threads, int gamesPerThread, int leavesPerGame) {
    public Parallel {
      if (threads < 1 || gamesPerThread < 1 || leavesPerGame < 1) {
        throw new UserError("threads, games per thread and leaves per game must be at least 1");
      }
    }
  }

  public SelfPlayConfig {
    if (openingMoves < 0) {
      throw new UserError("opening moves must be at least 0, not " + openingMoves);
    }
    if (moveLimit < 1) {
      throw new UserError("move limit must be at least 1, not " + moveLimit);
    }
  }

  /** The usual move limit: twice the points of the board. */
  public static int twicePoints(int boardSize) {
    return 2 * boardSize * boardSize;
  }
}
