package dev.tengen.agents.env;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A task with a finite number of actions, played in episodes: Gymnasium's semantics, without its
 * allocations.
 *
 * <pre>{@code
 * env.reset(random);
 * while (!env.isOver()) {
 *   env.observe(observation, 0);
 *   double reward = env.step(choose(observation));
 * }
 * }</pre>
 *
 * <p>An episode ends in one of two ways, which a learner must tell apart: it has {@linkplain
 * #terminated terminated}, nothing more can be earned and the value of what follows is 0; or it was
 * {@linkplain #truncated truncated}, cut off by a limit on time that the agent does not see, and
 * what follows still has a value. A step that does both has terminated.
 *
 * <p>Not thread-safe. Nothing here allocates except {@link #reset}, and the games of boards, whose
 * positions are immutable.
 */
public interface Environment {

  /** What an agent sees. */
  ObservationSpace observationSpace();

  /** The number of actions, legal or not; they are 0 and up. */
  int actionCount();

  /**
   * Starts an episode.
   *
   * @param random all chance of the episode, its beginning included, is drawn from it
   */
  void reset(RandomGenerator random);

  /**
   * Takes an action.
   *
   * @return the reward
   */
  double step(int action);

  /** Whether the task ended with the last step. */
  boolean terminated();

  /** Whether the last step was cut off by a limit on time. */
  default boolean truncated() {
    return false;
  }

  /** Whether the episode ended with the last step, in either way. */
  default boolean isOver() {
    return terminated() || truncated();
  }

  /**
   * Writes what the agent sees now, {@code observationSpace().size()} numbers.
   *
   * @param offset where in {@code into} to begin
   */
  void observe(float[] into, int offset);

  /**
   * The observation as a number from 0 to {@code observationSpace().states() - 1}.
   *
   * @throws UnsupportedOperationException if the observation space is not discrete
   */
  default int state() {
    throw new UnsupportedOperationException("observations are not discrete here");
  }

  /** Whether {@link #legalActions} ever excludes an action. */
  default boolean hasIllegalActions() {
    return false;
  }

  /**
   * Writes for each action whether an agent may choose it now. At least one may be chosen unless
   * the episode is over.
   *
   * @param offset where in {@code into} to begin
   */
  default void legalActions(boolean[] into, int offset) {
    Arrays.fill(into, offset, offset + actionCount(), true);
  }

  /** The exact dynamics, of environments small enough to have them written down. */
  default Optional<TransitionTable> table() {
    return Optional.empty();
  }

  /** The size of the scene that {@link #draw} draws. */
  Scene scene();

  /** Draws the situation. {@link Renderer} makes text and pictures of it. */
  void draw(Sketch sketch);
}
