package dev.tengen.agents.env;

import java.util.random.RandomGenerator;

/**
 * Swing two links up that hang from a joint, with a motor at the elbow only: Acrobot-v1. Sutton
 * 1996, "Generalization in reinforcement learning"; the equations are those of Sutton and Barto's
 * book, 1998, section 11.3 (the paper's differ), integrated by one step of Runge-Kutta.
 *
 * <p>Observation: cosine and sine of both angles (the first from hanging straight down, the second
 * relative to the first), both angular velocities. Actions: torque -1, 0, +1 Nm. Reward -1 a step,
 * 0 for the one in which the tip rises a link's length above the joint.
 */
public final class Acrobot implements Environment {

  private static final double SECONDS = 0.2;
  private static final double GRAVITY = 9.8;
  private static final double LENGTH = 1; // of each link
  private static final double CENTRE = 0.5; // of its mass, from its joint
  private static final double MASS = 1;
  private static final double INERTIA = 1;
  private static final double MAX_SPEED_1 = 4 * Math.PI;
  private static final double MAX_SPEED_2 = 9 * Math.PI;
  private static final ObservationSpace SPACE = ObservationSpace.vector(6);

  private final double[] state = new double[4]; // angles, then velocities
  private final double[] probe = new double[4];
  private final double[][] slopes = new double[4][4];
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
    for (int i = 0; i < 4; i++) {
      state[i] = (float) (-0.1 + 0.2 * random.nextDouble()); // the original rounds here
    }
    terminated = false;
  }

  /** Stands in the given state from now on. */
  void set(double[] newState) {
    System.arraycopy(newState, 0, state, 0, 4);
    terminated = false;
  }

  /** Both angles, both velocities. */
  double[] get() {
    return state.clone();
  }

  @Override
  public double step(int action) {
    integrate(action - 1.0);
    state[0] = wrap(state[0]);
    state[1] = wrap(state[1]);
    state[2] = Math.min(Math.max(state[2], -MAX_SPEED_1), MAX_SPEED_1);
    state[3] = Math.min(Math.max(state[3], -MAX_SPEED_2), MAX_SPEED_2);
    terminated = -Math.cos(state[0]) - Math.cos(state[1] + state[0]) > 1;
    return terminated ? 0 : -1;
  }

  /** One step of the classical Runge-Kutta method. */
  private void integrate(double torque) {
    derive(state, torque, slopes[0]);
    derive(along(slopes[0], SECONDS / 2), torque, slopes[1]);
    derive(along(slopes[1], SECONDS / 2), torque, slopes[2]);
    derive(along(slopes[2], SECONDS), torque, slopes[3]);
    for (int i = 0; i < 4; i++) {
      state[i] += SECONDS / 6 * (slopes[0][i] + 2 * slopes[1][i] + 2 * slopes[2][i] + slopes[3][i]);
    }
  }

  private double[] along(double[] slope, double time) {
    for (int i = 0; i < 4; i++) {
      probe[i] = state[i] + time * slope[i];
    }
    return probe;
  }

  private static void derive(double[] s, double torque, double[] into) {
    double cos2 = Math.cos(s[1]);
    double sin2 = Math.sin(s[1]);
    double v1 = s[2];
    double v2 = s[3];
    double lever = MASS * LENGTH * CENTRE;
    double inner = MASS * CENTRE * CENTRE;
    double outer = MASS * LENGTH * LENGTH + inner + 2 * lever * cos2;
    double d1 = inner + outer + 2 * INERTIA;
    double d2 = inner + lever * cos2 + INERTIA;
    double phi2 = MASS * CENTRE * GRAVITY * Math.cos(s[0] + s[1] - Math.PI / 2);
    double phi1 =
        -lever * v2 * v2 * sin2
            - 2 * lever * v2 * v1 * sin2
            + MASS * (CENTRE + LENGTH) * GRAVITY * Math.cos(s[0] - Math.PI / 2)
            + phi2;
    double acceleration2 =
        (torque + d2 / d1 * phi1 - lever * v1 * v1 * sin2 - phi2)
            / (inner + INERTIA - d2 * d2 / d1);
    into[0] = v1;
    into[1] = v2;
    into[2] = -(d2 * acceleration2 + phi1) / d1;
    into[3] = acceleration2;
  }

  private static double wrap(double angle) {
    double wrapped = angle;
    while (wrapped > Math.PI) {
      wrapped -= 2 * Math.PI;
    }
    while (wrapped < -Math.PI) {
      wrapped += 2 * Math.PI;
    }
    return wrapped;
  }

  @Override
  public boolean terminated() {
    return terminated;
  }

  @Override
  public void observe(float[] into, int offset) {
    into[offset] = (float) Math.cos(state[0]);
    into[offset + 1] = (float) Math.sin(state[0]);
    into[offset + 2] = (float) Math.cos(state[1]);
    into[offset + 3] = (float) Math.sin(state[1]);
    into[offset + 4] = (float) state[2];
    into[offset + 5] = (float) state[3];
  }

  @Override
  public Scene scene() {
    return Scene.plane(4.4, 4.4);
  }

  @Override
  public void draw(Sketch sketch) {
    double middle = 2.2;
    double elbowX = middle + LENGTH * Math.sin(state[0]);
    double elbowY = middle + LENGTH * Math.cos(state[0]);
    double tipX = elbowX + LENGTH * Math.sin(state[0] + state[1]);
    double tipY = elbowY + LENGTH * Math.cos(state[0] + state[1]);
    sketch.line(0, middle - LENGTH, 2 * middle, middle - LENGTH, 0.02, Sketch.Ink.GROUND);
    sketch.line(middle, middle, elbowX, elbowY, 0.12, Sketch.Ink.LIMB);
    sketch.line(elbowX, elbowY, tipX, tipY, 0.12, Sketch.Ink.LIMB);
    sketch.disc(middle, middle, 0.08, Sketch.Ink.JOINT);
    sketch.disc(elbowX, elbowY, 0.08, Sketch.Ink.JOINT);
  }
}
