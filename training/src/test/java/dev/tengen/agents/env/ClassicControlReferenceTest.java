package dev.tengen.agents.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tengen.agents.env.Reference.Row;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * Every step that Gymnasium was seen to take, taken again from the state before it. NumPy and Java
 * disagree about sines in the last bit, so that whole episodes drift apart; single steps do not.
 */
class ClassicControlReferenceTest {

  private static final double TOLERANCE = 1e-12;

  /** How the state of an environment is set and read. */
  private record Probe(Environment environment, Consumer<double[]> set, Supplier<double[]> get) {}

  @Test
  void cartPole() {
    CartPole env = new CartPole();
    replay(
        "cartpole_v1",
        716,
        500,
        new Probe(env, s -> env.set(s[0], s[1], s[2], s[3]), env::get),
        List.of("x", "x_dot", "theta", "theta_dot"),
        row -> env.step(row.whole("action")));
  }

  @Test
  void mountainCar() {
    MountainCar env = new MountainCar();
    replay(
        "mountaincar_v0",
        680,
        200,
        new Probe(env, s -> env.set(s[0], s[1]), env::get),
        List.of("position", "velocity"),
        row -> env.step(row.whole("action")));
  }

  @Test
  void acrobot() {
    Acrobot env = new Acrobot();
    replay(
        "acrobot_v1",
        1205,
        500,
        new Probe(env, env::set, env::get),
        List.of("theta1", "theta2", "dtheta1", "dtheta2"),
        row -> env.step(row.whole("action")));
  }

  @Test
  void pendulum() {
    Pendulum env = new Pendulum(5);
    replay(
        "pendulum_v1",
        600,
        200,
        new Probe(env, s -> env.set(s[0], s[1]), env::get),
        List.of("theta", "theta_dot"),
        row -> env.push(row.real("action")));
  }

  @Test
  void torquesAreSpreadEvenly() {
    for (int action = 0; action < 5; action++) {
      Pendulum chosen = new Pendulum(5);
      Pendulum pushed = new Pendulum(2);
      chosen.set(1, 0.5);
      pushed.set(1, 0.5);
      assertThat(chosen.step(action)).isEqualTo(pushed.push(action - 2));
      assertThat(chosen.get()).containsExactly(pushed.get());
    }
  }

  private static void replay(
      String file,
      int steps,
      int limit,
      Probe probe,
      List<String> stateColumns,
      ToDoubleFunction<Row> step) {
    List<Row> rows = Reference.rows(file);
    assertThat(rows.stream().filter(Row::isStep)).hasSize(steps);
    Environment env = probe.environment();
    float[] seen = new float[env.observationSpace().size()];
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      double[] expected = state(row, stateColumns);
      if (row.isStep()) {
        probe.set().accept(state(rows.get(i - 1), stateColumns));
        double reward = step.applyAsDouble(row);
        assertThat(reward).as("reward at %s", row).isCloseTo(row.real("reward"), tolerance());
        assertThat(env.terminated()).as("terminated at %s", row).isEqualTo(row.flag("terminated"));
        assertThat(row.whole("t") == limit).as("%s", row).isEqualTo(row.flag("truncated"));
      } else {
        probe.set().accept(expected);
      }
      assertThat(probe.get().get()).as("state at %s", row).containsExactly(expected, tolerance());
      env.observe(seen, 0);
      for (int k = 0; k < seen.length; k++) {
        // One unit in the last place of a float: what rounding makes of the tolerance at most.
        float o = Float.parseFloat(row.text("o" + k));
        assertThat(seen[k]).as("o%d at %s", k, row).isCloseTo(o, within(Math.ulp(o)));
      }
    }
  }

  private static org.assertj.core.data.Offset<Double> tolerance() {
    return within(TOLERANCE);
  }

  private static double[] state(Row row, List<String> columns) {
    return columns.stream().mapToDouble(row::real).toArray();
  }
}
