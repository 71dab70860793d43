package dev.tengen.agents.env;

import dev.tengen.agents.env.Sketch.Ink;
import java.util.random.RandomGenerator;

/**
 * Catch a falling ball with a paddle: Catch of bsuite (Osband et al. 2020, "Behaviour suite for
 * reinforcement learning"), after Mnih et al. 2014. The ball starts in a random column of the top
 * row and falls a row a step; when it reaches the paddle's row, the reward is 1 if the paddle is
 * there and -1 if not.
 *
 * <p>Observation: the board, {@code [rows, columns, 1]}, 1 where ball or paddle is; as a state
 * {@code (ball row * columns + ball column) * columns + paddle}. Actions: 0 left, 1 stay, 2 right.
 */
public final class Catch implements Environment {

  private final int rows;
  private final int columns;
  private final ObservationSpace space;
  private int ballX;
  private int ballY;
  private int paddleX;

  /** A board of this size; the usual one is 10 rows by 5 columns. */
  public Catch(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    this.space = ObservationSpace.planes(rows, columns, 1).withStates(rows * columns * columns);
  }

  @Override
  public ObservationSpace observationSpace() {
    return space;
  }

  @Override
  public int actionCount() {
    return 3;
  }

  @Override
  public void reset(RandomGenerator random) {
    set(random.nextInt(columns), 0, columns / 2);
  }

  /** Stands in the given state from now on. */
  void set(int newBallX, int newBallY, int newPaddleX) {
    ballX = newBallX;
    ballY = newBallY;
    paddleX = newPaddleX;
  }

  int ballX() {
    return ballX;
  }

  int ballY() {
    return ballY;
  }

  int paddleX() {
    return paddleX;
  }

  @Override
  public double step(int action) {
    paddleX = Math.min(Math.max(paddleX + action - 1, 0), columns - 1);
    ballY++;
    if (!terminated()) {
      return 0;
    }
    return paddleX == ballX ? 1 : -1;
  }

  @Override
  public boolean terminated() {
    return ballY == rows - 1;
  }

  @Override
  public void observe(float[] into, int offset) {
    for (int i = 0; i < rows * columns; i++) {
      into[offset + i] = 0;
    }
    into[offset + ballY * columns + ballX] = 1;
    into[offset + (rows - 1) * columns + paddleX] = 1;
  }

  @Override
  public int state() {
    return (ballY * columns + ballX) * columns + paddleX;
  }

  @Override
  public Scene scene() {
    return Scene.grid(columns, rows);
  }

  @Override
  public void draw(Sketch sketch) {
    sketch.box(paddleX, rows - 0.7, 0.98, 0.4, Ink.BODY);
    sketch.disc(ballX + 0.5, ballY + 0.5, 0.35, Ink.JOINT);
  }
}
