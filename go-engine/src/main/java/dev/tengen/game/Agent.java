package dev.tengen.game;

/**
 * Something that plays games: a search, a random player, another program. Used by one thread at a
 * time. Failures are answers, not exceptions: a match goes on when one player breaks.
 */
public interface Agent extends AutoCloseable {

  /** What an agent says when it is asked for a move. */
  sealed interface Answer permits Move, Resign, Failure {}

  /**
   * Plays an action.
   *
   * @param value what the agent thinks of its position before the move, in [-1, 1] for itself; NaN
   *     if it does not say
   * @param visits the visits of its search; 0 if it does not say
   */
  record Move(int action, float value, int visits) implements Answer {
    /** A move without an opinion. */
    public Move(int action) {
      this(action, Float.NaN, 0);
    }
  }

  /** Gives up. */
  record Resign() implements Answer {}

  /**
   * Could not do what it was asked for. The agent can be asked for a new game.
   *
   * @param reason one line, without the agent's name
   */
  record Failure(Kind kind, String reason) implements Answer {

    /** In which way. */
    public enum Kind {
      /** It will not: a program answers {@code ?}, where all that was asked is legal here. */
      REFUSAL,
      /** No answer in time; it has been killed. */
      TIMEOUT,
      /** It died, closed its output, threw an exception, or could not be started. */
      CRASH,
      /** It answered something that is no move, or no answer at all. */
      NONSENSE,
      /** This process is ending, and its programs with it; nobody's fault. */
      STOPPED
    }
  }

  /** A short name for tables and game records. */
  String name();

  /** Starts a game; returns null, or why it cannot play it. */
  Failure newGame(GameSettings settings);

  /** Takes note of a move, its own included. Returns null, or what went wrong. */
  Failure played(Player player, int action);

  /**
   * In one line, how the present game is not quite the one that was asked for; empty if it is. A
   * program without our rules plays by its own.
   */
  default String caveat() {
    return "";
  }

  /** Chooses a move for {@code player}, without playing it. */
  Answer choose(Player player);

  @Override
  void close();
}
