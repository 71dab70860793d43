package dev.tengen.gtp;

import dev.tengen.game.Agent;
import dev.tengen.game.Evaluator;
import dev.tengen.go.GoPosition;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What chooses the moves of a {@link GtpEngine}. It is given the whole position each time, so it
 * need not follow undo, setup or changes of komi; it may keep what it learned if the position
 * follows from the last one. Used by one thread at a time, not always the same, except for {@link
 * #stop} and {@link #view}.
 *
 * <p>The three last methods are for analysis; a thinker without them is one that has nothing to
 * tell.
 */
public interface Thinker {

  /**
   * A new game begins on a board of this size, 2 to 19. Called for every {@code boardsize} and
   * {@code clear_board}, so it should be quick.
   */
  void newGame(int size);

  /**
   * Chooses a move for the player to move. The game is not over.
   *
   * @param budget how long the thought may take, at most
   * @return a legal action, a resignation, or why it could not choose
   */
  Agent.Answer choose(GoPosition position, TimeBudget budget);

  /**
   * Chooses among some moves. The limits leave at least one legal move at the root.
   *
   * @return a move within the limits, a resignation, or why it could not choose
   */
  default Agent.Answer choose(GoPosition position, TimeBudget budget, MoveLimits limits) {
    Agent.Answer answer = choose(position, budget);
    if (!(answer instanceof Agent.Move move)
        || limits.allows(position.toMove(), move.action(), 1)) {
      return answer;
    }
    for (int action = 0; action <= position.pass(); action++) {
      if (position.isLegal(action) && limits.allows(position.toMove(), action, 1)) {
        return new Agent.Move(action);
      }
    }
    return new Agent.Failure(Agent.Failure.Kind.REFUSAL, "no move is allowed");
  }

  /**
   * The network behind the moves on a board of this size, for those who want its bare opinion;
   * empty if there is none. Stays the thinker's.
   */
  default Optional<Evaluator> network(int size) {
    return Optional.empty();
  }

  /** The most visits of a search for a move; empty if it does not count any. */
  default OptionalInt maxVisits() {
    return OptionalInt.empty();
  }

  /** Sets {@link #maxVisits}, if there is one: at least 1. */
  default void setMaxVisits(int visits) {}

  /** What {@code tengen-statistics} tells: a line or none of what thinking took so far. */
  default String statistics() {
    return "";
  }

  /**
   * Searches a position without limit of time or visits, until {@link #stop}, or until more would
   * be of no use (the tree is full, the game is decided). What it learned serves the next {@link
   * #choose}.
   */
  default void analyse(GoPosition position, MoveLimits limits) {}

  /**
   * What is known of a position; any thread, at any time, also while it is being searched. Empty
   * before its first evaluation, and if the last search was of another position.
   */
  default Optional<Analysis> view(GoPosition position) {
    return Optional.empty();
  }

  /**
   * Has a {@link #choose} or {@link #analyse} under way return within 20 ms, from the tree as it
   * stands; any thread. If none is under way it does nothing, now or later: whoever wants to stop
   * one that is about to begin asks again until it has returned, as the engine does.
   */
  default void stop() {}
}
