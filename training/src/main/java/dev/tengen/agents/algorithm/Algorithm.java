package dev.tengen.agents.algorithm;

import dev.tengen.training.StopSignal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A learner in the middle of its training. Whoever drives it lets it train for a while, looks how
 * good it has become, saves it, and lets it go on.
 *
 * <p>Chance is drawn anew from the seed and the number of steps at each call of {@link #train}, so
 * that a learner restored from what {@link #save} wrote goes on as the one that was not interrupted
 * (asynchronous algorithms excepted, which say so).
 */
public interface Algorithm extends AutoCloseable {

  /** Steps taken in environments so far. */
  long steps();

  /**
   * Trains until at least {@code until} steps have been taken in all, or somebody wants a stop.
   *
   * @param monitor is told of each episode and, when it is due, of figures
   * @throws dev.tengen.game.UserError if the learning diverged (a loss is not a number): says at
   *     which step; what was saved before is still good
   */
  void train(long until, TrainingMonitor monitor, StopSignal stop);

  /**
   * What has been learned up to now, acting greedily.
   *
   * @param environments how many it will act in at once
   */
  Actor actor(int environments);

  /**
   * The greedy action of each state, of algorithms that hold a table, where the environment's
   * {@link dev.tengen.agents.env.TransitionTable} is known.
   */
  default Optional<int[]> greedyTable() {
    return Optional.empty();
  }

  /** Writes everything that {@link AlgorithmType#restore} needs into an empty folder. */
  void save(Path folder) throws IOException;

  /** The same for one who only acts from now on: what training alone needs may be left out. */
  default void saveToPlay(Path folder) throws IOException {
    save(folder);
  }

  @Override
  default void close() {}
}
