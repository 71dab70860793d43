package dev.tengen.agents.env;

import java.util.random.RandomGenerator;

/**
 * Drive an underpowered car out of a valley: MountainCar-v0. Moore 1990, "Efficient memory-based
 * learning for robot control", with the constants of Sutton and Barto, "Reinforcement Learning",
 * example 10.1.
 *
 * <p>Observation: position (-1.2 to 0.6; the valley is at -0.52) and velocity. Actions: 0 pushes
 * left, 1 not at all, 2 right. Reward -1 a step until the car reaches 0.5.
 */
public final class MountainCar implements Environment {

  private static final double MIN_POSITION = -1.2;
  private static final double MAX_POSITION = 0.6;
  private static final double MAX_SPEED = 0.07;
  private static final double GOAL = 0.5;
  private static final double FORCE = 0.001;
  private static final double GRAVITY = 0.0025;
  private static final ObservationSpace SPACE = ObservationSpace.vector(2);

  private double position;
  private double velocity;
  private boolean terminated;

  @Override
  public ObservationSpace observationSpace() {
    return SPACE;
  }

  @Override
  public int actionCount() {
    return 3;
  }

  @Override
  public void reset(RandomGenerator random) {
    set(-0.6 + 0.2 * random.nextDouble(), 0);
  }

  /** Stands in the given state from now on. */
  void set(double newPosition, double newVelocity) {
    position = newPosition;
    velocity = newVelocity;
    terminated = false;
  }

  /** Position and velocity. */
  double[] get() {
    return new double[] {position, velocity};
  }

  @Override
  public double step(int action) {
    double pushed = velocity + (action - 1) * FORCE - GRAVITY * Math.cos(3 * position);
    velocity = clip(pushed, -MAX_SPEED, MAX_SPEED);
    position = clip(position + velocity, MIN_POSITION, MAX_POSITION);
    if (position == MIN_POSITION && velocity < 0) {
      velocity = 0; // the left wall
    }
    terminated = position >= GOAL && velocity >= 0;
    return -1;
  }

  private static double clip(double value, double low, double high) {
    return Math.min(Math.max(value, low), high);
  }

  @Override
  public boolean terminated() {
    return terminated;
  }

  @Override
  public void observe(float[] into, int offset) {
    into[offset] = (float) position;
    into[offset + 1] = (float) velocity;
  }

  @Override
  public Scene scene() {
    return Scene.plane(MAX_POSITION - MIN_POSITION, 1.2);
  }

  @Override
  public void draw(Sketch sketch) {
    int pieces = 60;
    for (int i = 0; i < pieces; i++) {
      double from = MIN_POSITION + i * (MAX_POSITION - MIN_POSITION) / pieces;
      double to = MIN_POSITION + (i + 1) * (MAX_POSITION - MIN_POSITION) / pieces;
      sketch.line(from - MIN_POSITION, y(from), to - MIN_POSITION, y(to), 0.01, Sketch.Ink.GROUND);
    }
    double flag = GOAL - MIN_POSITION;
    sketch.line(flag, y(GOAL), flag, y(GOAL) - 0.15, 0.01, Sketch.Ink.GOAL);
    sketch.disc(position - MIN_POSITION, y(position) - 0.04, 0.04, Sketch.Ink.JOINT);
  }

  private static double y(double position) {
    return 0.65 - 0.45 * Math.sin(3 * position);
  }
}
