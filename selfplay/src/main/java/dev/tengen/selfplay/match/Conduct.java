package dev.tengen.selfplay.match;

import dev.tengen.game.Outcome;
import dev.tengen.game.Player;
import dev.tengen.selfplay.match.MatchGame.End;

/**
 * How a player behaved in its games.
 *
 * @param moves that it chose itself
 * @param seconds that it thought for them
 * @param resignations games that it gave up
 * @param illegalMoves games that it lost by an illegal move
 * @param timeouts games that it lost by not answering in time
 * @param crashes games that it lost by dying
 * @param nonsense games that it lost by an answer that is no move
 * @param refusals games made void by its refusal of a legal move
 */
public record Conduct(
    int moves,
    double seconds,
    int resignations,
    int illegalMoves,
    int timeouts,
    int crashes,
    int nonsense,
    int refusals) {

  /** No game yet. */
  public static final Conduct NONE = new Conduct(0, 0, 0, 0, 0, 0, 0, 0);

  /**
   * That of the player with this colour in a game.
   *
   * @param name of the player, with which the notes of its faults begin
   */
  static Conduct of(MatchGame game, Player colour, String name) {
    boolean lost = game.outcome() == Outcome.winOf(colour.opponent());
    boolean refused = game.isVoid() && game.note().startsWith(name + ": ");
    End end = lost || refused ? game.end() : null;
    return new Conduct(
        game.movesOf(colour),
        game.timeOf(colour).toNanos() / 1e9,
        count(end == End.RESIGNATION),
        count(end == End.ILLEGAL_MOVE),
        count(end == End.TIMEOUT),
        count(end == End.CRASH),
        count(end == End.NONSENSE),
        count(end == End.VOID));
  }

  private static int count(boolean happened) {
    return happened ? 1 : 0;
  }

  Conduct plus(Conduct other) {
    return new Conduct(
        moves + other.moves,
        seconds + other.seconds,
        resignations + other.resignations,
        illegalMoves + other.illegalMoves,
        timeouts + other.timeouts,
        crashes + other.crashes,
        nonsense + other.nonsense,
        refusals + other.refusals);
  }

  /** Seconds for a move; 0 before the first. */
  public double secondsPerMove() {
    return moves == 0 ? 0 : seconds / moves;
  }

  /** Games lost by a fault. */
  public int forfeits() {
    return illegalMoves + timeouts + crashes + nonsense;
  }
}
