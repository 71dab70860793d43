package dev.tengen.gtp;

import dev.tengen.game.Agent;
import dev.tengen.game.Evaluator;
import dev.tengen.go.GoPosition;
import java.util.Optional;

/**
 * What chooses the moves of a {@link GtpEngine}. It is given the whole position each time, so it
 * need not follow undo, setup or changes of komi; it may keep what it learned if the position
 * follows from the last one. Used by one thread at a time.
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
   * The network behind the moves on a board of this size, for those who want its bare opinion;
   * empty if there is none. Stays the thinker's.
   */
  default Optional<Evaluator> network(int size) {
    return Optional.empty();
  }

  /** What {@code tengen-statistics} tells: a line or none of what thinking took so far. */
  default String statistics() {
    return "";
  }
}
