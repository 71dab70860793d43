package dev.tengen.selfplay.match;

import dev.tengen.game.Agent;
import dev.tengen.game.Outcome;
import dev.tengen.game.Player;
import dev.tengen.go.record.GameRecord;
import dev.tengen.selfplay.rating.Score;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A finished game of a match.
 *
 * @param index of the game in its match, from 0; the pair is {@code index / 2}
 * @param openingLength how many of the moves were given
 * @param moves all moves, the opening included
 * @param outcome null if the game is void
 * @param scoreForBlack Black's points minus White's in the last position, whoever won
 * @param blackTime how long Black thought, in all, in whole milliseconds
 * @param whiteTime how long White thought, in all
 * @param note why, where the end was no normal one; otherwise empty
 */
public record MatchGame(
    int index,
    int openingLength,
    List<Agent.Move> moves,
    Outcome outcome,
    End end,
    double scoreForBlack,
    Duration blackTime,
    Duration whiteTime,
    String note) {

  /** How a game ended. */
  public enum End {
    /** Two passes; scored as the board stands. */
    PASSES,
    /** All was pass-alive; scored without dead stones. */
    SETTLED,
    /** The loser resigned. */
    RESIGNATION,
    /** The move limit; scored as the board stands. */
    MOVE_LIMIT,
    /** The loser played an illegal move. */
    ILLEGAL_MOVE,
    /** The loser did not answer in time. */
    TIMEOUT,
    /** The loser died. */
    CRASH,
    /** The loser answered something that is no move, or refused to move. */
    NONSENSE,
    /** A player would not take a move that the rules of the match allow; nobody won. */
    VOID;

    /** How a game ends whose player fails so when it has to move. */
    static End of(Agent.Failure.Kind kind) {
      return switch (kind) {
        case TIMEOUT -> TIMEOUT;
        case CRASH -> CRASH;
        case REFUSAL, NONSENSE -> NONSENSE;
        case STOPPED -> throw new IllegalArgumentException("a stop is no end of a game");
      };
    }

    /** Whether points decided. */
    public boolean isScored() {
      return this == PASSES || this == SETTLED || this == MOVE_LIMIT;
    }
  }

  public MatchGame {
    moves = List.copyOf(moves);
    blackTime = blackTime.truncatedTo(ChronoUnit.MILLIS);
    whiteTime = whiteTime.truncatedTo(ChronoUnit.MILLIS);
  }

  /** Which pair of games it belongs to. */
  public int pair() {
    return index / 2;
  }

  /** Whether the match's first player had Black: in the first game of each pair. */
  public boolean aIsBlack() {
    return index % 2 == 0;
  }

  /** The game as a score of the match's first player; of nothing if it is void. */
  public Score scoreOfA() {
    if (isVoid()) {
      return Score.ZERO;
    }
    int value = (int) outcome.valueFor(aIsBlack() ? Player.BLACK : Player.WHITE);
    return new Score(value > 0 ? 1 : 0, value == 0 ? 1 : 0, value < 0 ? 1 : 0);
  }

  /** Whether a fault of a player decided the game. */
  public boolean forfeited() {
    return end == End.ILLEGAL_MOVE || end == End.TIMEOUT || end == End.CRASH || end == End.NONSENSE;
  }

  /** Whether it counts for nobody. */
  public boolean isVoid() {
    return end == End.VOID;
  }

  /** The result in SGF's words, such as {@code W+R}; {@code Void} if the game counts for nobody. */
  public String result() {
    if (end.isScored()) {
      return GameRecord.resultOf(scoreForBlack);
    }
    if (isVoid()) {
      return "Void";
    }
    Player winner = outcome == Outcome.BLACK_WINS ? Player.BLACK : Player.WHITE;
    String resigned = GameRecord.resultOfResignation(winner);
    if (end == End.TIMEOUT) {
      return resigned.replace('R', 'T');
    }
    return forfeited() ? resigned.replace('R', 'F') : resigned;
  }

  /** How long a player thought, in all. */
  public Duration timeOf(Player player) {
    return player == Player.BLACK ? blackTime : whiteTime;
  }

  /** How many of the moves a player chose: those behind the opening. */
  public int movesOf(Player player) {
    int behind = Math.max(0, moves.size() - openingLength);
    boolean first = (openingLength % 2 == 0) == (player == Player.BLACK);
    return first ? (behind + 1) / 2 : behind / 2;
  }

  /** The actions alone. */
  public List<Integer> actions() {
    return moves.stream().map(Agent.Move::action).toList();
  }
}
