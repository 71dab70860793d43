package dev.tengen.agents.env;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Cuts episodes off after a number of steps, and refuses steps out of order: what the environments
 * of {@link Environments} are wrapped in.
 */
public final class TimeLimit implements Environment {

  private final Environment inner;
  private final int limit;
  private final int actionCount;
  private int steps;
  private boolean running;
  private boolean truncated;

  /**
   * @param limit the most steps of an episode; 0: no limit
   */
  public TimeLimit(Environment inner, int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("limit " + limit);
    }
    this.inner = inner;
    this.limit = limit;
    this.actionCount = inner.actionCount();
  }

  /** The most steps of an episode; 0: no limit. */
  public int limit() {
    return limit;
  }

  /** Steps taken in this episode. */
  public int steps() {
    return steps;
  }

  @Override
  public void reset(RandomGenerator random) {
    inner.reset(random);
    steps = 0;
    running = true;
    truncated = false;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if no episode is running
   * @throws IndexOutOfBoundsException if there is no such action
   */
  @Override
  public double step(int action) {
    if (!running) {
      throw new IllegalStateException("no episode is running; reset first");
    }
    if (action < 0 || action >= actionCount) {
      throw new IndexOutOfBoundsException("action " + action + " of " + actionCount);
    }
    double reward = inner.step(action);
    steps++;
    // As in Gymnasium: a last step that also ends the task is both.
    truncated = steps == limit;
    running = !(truncated || inner.terminated());
    return reward;
  }

  @Override
  public boolean terminated() {
    return inner.terminated();
  }

  @Override
  public boolean truncated() {
    return truncated;
  }

  @Override
  public ObservationSpace observationSpace() {
    return inner.observationSpace();
  }

  @Override
  public int actionCount() {
    return actionCount;
  }

  @Override
  public void observe(float[] into, int offset) {
    inner.observe(into, offset);
  }

  @Override
  public int state() {
    return inner.state();
  }

  @Override
  public boolean hasIllegalActions() {
    return inner.hasIllegalActions();
  }

  @Override
  public void legalActions(boolean[] into, int offset) {
    inner.legalActions(into, offset);
  }

  @Override
  public Optional<TransitionTable> table() {
    return inner.table();
  }

  @Override
  public Scene scene() {
    return inner.scene();
  }

  @Override
  public void draw(Sketch sketch) {
    inner.draw(sketch);
  }
}
