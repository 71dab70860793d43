package dev.tengen.agents.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tengen.agents.env.Reference.Row;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;

/**
 * Every step that Gymnasium was seen to take, taken again from the state before it. NumPy and Java
 * disagree about sines in the last bit, so that whole episodes drift apart; single steps do not.
 */
class ClassicControlReferenceTest {

  private static final double TOLERANCE = 1e-12;

  /** An environment whose state can be set and read. */
  private interface Probe {
    Environment environment();

    void set(double[] state);

    double[] get();
  }

  @Test
  void cartPole() {
    CartPole env = new CartPole();
    Probe probe =
        new Probe() {
          @Override
          public Environment environment() {
            return env;
          }

          @Override
          public void set(double[] s) {
            env.set(s[0], s[1], s[2], s[3]);
          }

          @Override
          public double[] get() {
            return env.get();
          }
        };
    replay(
        "cartpole_v1",
        500,
        probe,
        List.of("x", "x_dot", "theta", "theta_dot"),
        (e, row) -> e.step(row.whole("action")));
  }

  private static void replay(
      String file,
      int limit,
      Probe probe,
      List<String> stateColumns,
      ToDoubleBiFunction<Environment, Row> step) {
    List<Row> rows = Reference.rows(file);
    assertThat(rows).hasSizeGreaterThan(500);
    Environment env = probe.environment();
    float[] seen = new float[env.observationSpace().size()];
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      double[] expected = state(row, stateColumns);
      if (row.isStep()) {
        probe.set(state(rows.get(i - 1), stateColumns));
        double reward = step.applyAsDouble(env, row);
        assertThat(reward).as("reward at %s", row).isCloseTo(row.real("reward"), tolerance());
        assertThat(env.terminated()).as("terminated at %s", row).isEqualTo(row.flag("terminated"));
        assertThat(row.whole("t") == limit).as("%s", row).isEqualTo(row.flag("truncated"));
      } else {
        probe.set(expected);
      }
      assertThat(probe.get()).as("state at %s", row).containsExactly(expected, tolerance());
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
