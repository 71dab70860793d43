package dev.tengen.agents.env;

import dev.tengen.agents.env.Sketch.Ink;
import java.awt.Color;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Dive to the treasure: Deep Sea of bsuite (Osband et al. 2020, "Behaviour suite for reinforcement
 * learning"), a task that only deep exploration solves. A diver sinks a row a step from the top
 * left corner of N x N cells, to the left or to the right; each step to the right costs 0.01 / N,
 * and going right in the last column, which takes going right all the way, earns 1.
 *
 * <p>Which of the two actions means right may differ from cell to cell. In the stochastic variant
 * going right fails with probability 1 / N, and the rewards at both ends of the last row are noisy.
 *
 * <p>Observation: the diver's cell one-hot, {@code [N, N, 1]}, all zero at the end; as a state
 * {@code row * N + column}, N * N at the end.
 */
public final class DeepSea implements Environment {

  private static final double MOVE_COST = 0.01;
  private static final Ink WATER = new Ink(new Color(0xBFDDF0), '.');

  private final int size;
  private final boolean stochastic;
  private final boolean[] right; // whether action 1 means right, by cell
  private final ObservationSpace space;
  private RandomGenerator random;
  private int row;
  private int column;

  /**
   * @param size cells along an edge, at least 2
   * @param mapping seed of the draw of which action means right; 0: everywhere action 1
   */
  public DeepSea(int size, boolean stochastic, long mapping) {
    this(size, stochastic, drawn(size, mapping));
  }

  /**
   * @param right whether action 1 means right, by cell
   */
  DeepSea(int size, boolean stochastic, boolean[] right) {
    this.size = size;
    this.stochastic = stochastic;
    this.right = right;
    this.space = ObservationSpace.planes(size, size, 1).withStates(size * size + 1);
  }

  private static boolean[] drawn(int size, long mapping) {
    SplittableRandom random = new SplittableRandom(mapping);
    boolean[] right = new boolean[size * size];
    for (int i = 0; i < right.length; i++) {
      right[i] = mapping == 0 || random.nextBoolean();
    }
    return right;
  }

  @Override
  public ObservationSpace observationSpace() {
    return space;
  }

  @Override
  public int actionCount() {
    return 2;
  }

  @Override
  public void reset(RandomGenerator newRandom) {
    random = newRandom;
    set(0, 0);
  }

  /** Stands in the given cell from now on. */
  void set(int newRow, int newColumn) {
    row = newRow;
    column = newColumn;
  }

  int row() {
    return row;
  }

  int column() {
    return column;
  }

  @Override
  public double step(int action) {
    boolean goesRight = (action == 1) == right[row * size + column];
    double reward = 0;
    if (goesRight && column == size - 1) {
      reward += 1;
    }
    if (stochastic && row == size - 1 && (column == 0 || column == size - 1)) {
      reward += random.nextGaussian();
    }
    if (goesRight) {
      if (!stochastic || random.nextDouble() > 1.0 / size) {
        column = Math.min(column + 1, size - 1);
      }
      reward -= MOVE_COST / size;
    } else {
      column = Math.max(column - 1, 0);
    }
    row++;
    return reward;
  }

  @Override
  public boolean terminated() {
    return row == size;
  }

  @Override
  public void observe(float[] into, int offset) {
    for (int i = 0; i < size * size; i++) {
      into[offset + i] = 0;
    }
    if (!terminated()) {
      into[offset + state()] = 1;
    }
  }

  @Override
  public int state() {
    return terminated() ? size * size : row * size + column;
  }

  @Override
  public Scene scene() {
    return Scene.grid(size, size);
  }

  @Override
  public void draw(Sketch sketch) {
    for (int y = 0; y < size; y++) {
      for (int x = 0; x <= y; x++) {
        sketch.box(x, y, 0.98, 0.98, WATER);
      }
    }
    sketch.box(size - 1, size - 1, 0.98, 0.98, Ink.GOAL);
    sketch.disc(column + 0.5, Math.min(row, size - 1) + 0.5, 0.3, Ink.JOINT);
  }
}
