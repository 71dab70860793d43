package dev.tengen.agents.env;

import java.util.random.RandomGenerator;

/**
 * Swing a pendulum up and hold it: Pendulum-v1. Its torque is continuous ({@link #push}); as an
 * environment it offers a few torques evenly from -2 to 2 Nm as its actions.
 *
 * <p>Observation: cosine and sine of the angle (0 is upright), angular velocity (rad/s). Reward:
 * minus a cost of the angle, the velocity and the torque. Never terminates.
 */
public final class Pendulum implements Environment {

  private static final double GRAVITY = 10;
  private static final double LENGTH = 1;
  private static final double MASS = 1;
  private static final double SECONDS = 0.05;
  private static final double MAX_SPEED = 8;
  private static final double MAX_TORQUE = 2;
  private static final ObservationSpace SPACE = ObservationSpace.vector(3);

  private final int torques;
  private double theta;
  private double thetaDot;

  /**
   * @param torques how many there are to choose from, at least 2
   */
  public Pendulum(int torques) {
    this.torques = torques;
  }

  @Override
  public ObservationSpace observationSpace() {
    return SPACE;
  }

  @Override
  public int actionCount() {
    return torques;
  }

  @Override
  public void reset(RandomGenerator random) {
    set(Math.PI * (2 * random.nextDouble() - 1), 2 * random.nextDouble() - 1);
  }

  /** Stands in the given state from now on. */
  void set(double newTheta, double newThetaDot) {
    theta = newTheta;
    thetaDot = newThetaDot;
  }

  /** Angle, not wrapped, and angular velocity. */
  double[] get() {
    return new double[] {theta, thetaDot};
  }

  @Override
  public double step(int action) {
    return push(-MAX_TORQUE + 2 * MAX_TORQUE * action / (torques - 1));
  }

  /**
   * Applies a torque for one step.
   *
   * @param wanted in Nm; clipped to [-2, 2]
   * @return the reward
   */
  public double push(double wanted) {
    double torque = clip(wanted, MAX_TORQUE);
    double angle = normalized(theta);
    double cost = angle * angle + 0.1 * thetaDot * thetaDot + 0.001 * torque * torque;
    double acceleration =
        3 * GRAVITY / (2 * LENGTH) * Math.sin(theta) + 3 / (MASS * LENGTH * LENGTH) * torque;
    thetaDot = clip(thetaDot + acceleration * SECONDS, MAX_SPEED);
    theta += thetaDot * SECONDS;
    return -cost;
  }

  private static double clip(double value, double most) {
    return Math.min(Math.max(value, -most), most);
  }

  /** The same angle in [-pi, pi). */
  private static double normalized(double angle) {
    double turn = 2 * Math.PI;
    double shifted = angle + Math.PI;
    return shifted - turn * Math.floor(shifted / turn) - Math.PI;
  }

  @Override
  public boolean terminated() {
    return false;
  }

  @Override
  public void observe(float[] into, int offset) {
    into[offset] = (float) Math.cos(theta);
    into[offset + 1] = (float) Math.sin(theta);
    into[offset + 2] = (float) thetaDot;
  }

  @Override
  public Scene scene() {
    return Scene.plane(2.4, 2.4);
  }

  @Override
  public void draw(Sketch sketch) {
    double middle = 1.2;
    double x = middle - LENGTH * Math.sin(theta); // positive angles turn to the left
    double y = middle - LENGTH * Math.cos(theta);
    sketch.line(middle, middle, x, y, 0.15, Sketch.Ink.LIMB);
    sketch.disc(middle, middle, 0.05, Sketch.Ink.JOINT);
  }
}
