package dev.tengen.agents.env;

import java.util.random.RandomGenerator;

/**
 * Balance a pole on a cart: CartPole-v1. The equations are those of Florian 2007, "Correct
 * equations for the dynamics of the cart-pole system", without friction; the task is that of Barto,
 * Sutton and Anderson 1983, "Neuronlike adaptive elements that can solve difficult learning control
 * problems", with Gymnasium's constants and explicit Euler steps.
 *
 * <p>Observation: cart position (m) and velocity (m/s), pole angle (rad, 0 is upright) and velocity
 * (rad/s). Actions: 0 pushes left, 1 right. Reward 1 for each step, the last included.
 */
public final class CartPole implements Environment {

  private static final double GRAVITY = 9.8;
  private static final double POLE_MASS = 0.1;
  private static final double TOTAL_MASS = 1.0 + POLE_MASS;
  private static final double HALF_LENGTH = 0.5;
  private static final double POLE_MOMENT = POLE_MASS * HALF_LENGTH;
  private static final double FORCE = 10;
  private static final double SECONDS = 0.02;
  private static final double MAX_X = 2.4;
  private static final double MAX_THETA = 12 * 2 * Math.PI / 360;
  private static final ObservationSpace SPACE = ObservationSpace.vector(4);

  private double x;
  private double xDot;
  private double theta;
  private double thetaDot;
  private boolean terminated;

  @Override
  public ObservationSpace observationSpace() {
    return SPACE;
  }

  @Override
  public int actionCount() {
    return 2;
  }

  @Override
  public void reset(RandomGenerator random) {
    set(small(random), small(random), small(random), small(random));
  }

  private static double small(RandomGenerator random) {
    return -0.05 + 0.1 * random.nextDouble();
  }

  /** Stands in the given state from now on. */
  void set(double newX, double newXDot, double newTheta, double newThetaDot) {
    x = newX;
    xDot = newXDot;
    theta = newTheta;
    thetaDot = newThetaDot;
    terminated = false;
  }

  /** Position, velocity, angle and angular velocity. */
  double[] get() {
    return new double[] {x, xDot, theta, thetaDot};
  }

  @Override
  public double step(int action) {
    double force = action == 1 ? FORCE : -FORCE;
    double cos = Math.cos(theta);
    double sin = Math.sin(theta);
    double temp = (force + POLE_MOMENT * (thetaDot * thetaDot) * sin) / TOTAL_MASS;
    double thetaAcceleration =
        (GRAVITY * sin - cos * temp)
            / (HALF_LENGTH * (4.0 / 3.0 - POLE_MASS * (cos * cos) / TOTAL_MASS));
    double xAcceleration = temp - POLE_MOMENT * thetaAcceleration * cos / TOTAL_MASS;
    x += SECONDS * xDot; // explicit Euler: positions move with the old velocities
    xDot += SECONDS * xAcceleration;
    theta += SECONDS * thetaDot;
    thetaDot += SECONDS * thetaAcceleration;
    terminated = Math.abs(x) > MAX_X || Math.abs(theta) > MAX_THETA;
    return 1;
  }

  @Override
  public boolean terminated() {
    return terminated;
  }

  @Override
  public void observe(float[] into, int offset) {
    into[offset] = (float) x;
    into[offset + 1] = (float) xDot;
    into[offset + 2] = (float) theta;
    into[offset + 3] = (float) thetaDot;
  }

  @Override
  public Scene scene() {
    return Scene.plane(2 * MAX_X, 2);
  }

  @Override
  public void draw(Sketch sketch) {
    double cart = MAX_X + x;
    double track = 1.7;
    sketch.line(0, track, 2 * MAX_X, track, 0.01, Sketch.Ink.GROUND);
    sketch.box(cart - 0.25, track - 0.3, 0.5, 0.25, Sketch.Ink.BODY);
    double axle = track - 0.3;
    double length = 2 * HALF_LENGTH;
    sketch.line(
        cart,
        axle,
        cart + length * Math.sin(theta),
        axle - length * Math.cos(theta),
        0.08,
        Sketch.Ink.LIMB);
    sketch.disc(cart, axle, 0.04, Sketch.Ink.JOINT);
  }
}
