package dev.tengen.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tengen.agents.algorithm.Algorithm;
import dev.tengen.agents.algorithm.TrainingMonitor;
import dev.tengen.agents.env.Environments;
import dev.tengen.agents.env.TransitionTable;
import dev.tengen.training.StopSignal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the presets learn, judged by the transition tables. */
class ExactOptimaTest {

  @ParameterizedTest
  @CsvSource({
    "q-learning, CliffWalking-v1, -13",
    "q-learning, Taxi-v4, 7.85",
    "q-learning, FrozenLake-v1, 0.735",
    "q-learning, FrozenLake-v1:slippery=false, 1",
    "sarsa, CliffWalking-v1, -17",
    "sarsa, Taxi-v4, 7.85"
  })
  void presetsLearnTheBest(String algo, String env, double least) {
    AgentConfig<?> config = AgentConfig.resolve(algo, env, List.of());
    Algorithm algorithm = config.create(1);
    TrainingMonitor monitor = new TrainingMonitor(0, Long.MAX_VALUE, (step, figures) -> {});
    algorithm.train(config.run().steps(), monitor, StopSignal.onRequest());
    assertThat(Exact.of(algorithm, config.task(1))).isGreaterThanOrEqualTo(least - 1e-9);
  }

  /** The optima that value iteration over the original tables finds, found over ours. */
  @ParameterizedTest
  @CsvSource({
    "CliffWalking-v1, -13",
    "Taxi-v4, 7.93",
    "FrozenLake-v1, 0.7441902878292689",
    "FrozenLake-v1:slippery=false, 1",
    "FrozenLake8x8-v1, 0.9132201502016288"
  })
  void theBestPossibleIsKnown(String env, double optimum) {
    TransitionTable table = Environments.make(env).table().orElseThrow();
    double[] value = new double[table.states()];
    for (int step = 0; step < Environments.make(env).limit(); step++) {
      double[] longer = new double[value.length];
      for (int state = 0; state < value.length; state++) {
        double best = Double.NEGATIVE_INFINITY;
        for (int action = 0; action < table.actions(); action++) {
          double expected = 0;
          for (TransitionTable.Outcome o : table.outcomes(state, action)) {
            expected += o.probability() * (o.reward() + (o.terminated() ? 0 : value[o.next()]));
          }
          best = Math.max(best, expected);
        }
        longer[state] = best;
      }
      value = longer;
    }
    double expected = 0;
    for (int state = 0; state < value.length; state++) {
      expected += table.startProbability(state) * value[state];
    }
    assertThat(expected).isCloseTo(optimum, within(1e-9));
  }
}
