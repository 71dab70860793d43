package dev.tengen.agents.actorcritic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tengen.networks.model.Optimizer;
import dev.tengen.networks.nn.Body;
import dev.tengen.networks.nn.ParameterGraph;
import dev.tengen.networks.nn.ParameterLayout;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Result;
import org.tensorflow.types.TFloat32;

class PolicyNetworkTest {

  private static final int ROWS = 4;
  private static final int ACTIONS = 3;

  /** Rows in a sequence, the state carried from one to the next. */
  @ParameterizedTest
  @CsvSource({"false, 0", "true, 0", "false, 5"})
  void plainJavaAgreesWithTensorFlow(boolean ownValueBody, int memory) {
    Body body = new Body(List.of(), List.of(6), Body.Activation.TANH);
    PolicyNetwork network = new PolicyNetwork(body, List.of(2), ACTIONS, ownValueBody, memory);
    ParameterLayout layout = network.layout();
    SplittableRandom random = new SplittableRandom(5);
    float[] parameters = layout.initial(random);
    float[] observations = new float[2 * ROWS];
    for (int i = 0; i < observations.length; i++) {
      observations[i] = (float) random.nextGaussian();
    }
    float[] state = new float[network.stateSize()];
    for (int i = 0; i < state.length; i++) {
      state[i] = (float) random.nextGaussian() / 2;
    }
    float[] logits = new float[ROWS * ACTIONS];
    float[] values = new float[ROWS];
    try (ParameterGraph graph = new ParameterGraph(layout, new Optimizer.Momentum(0))) {
      Inputs inputs = Inputs.of(graph, network, ROWS, false);
      PolicyNetwork.Drawn drawn =
          network.draw(
              graph.tf(),
              graph.parameters().weights(),
              inputs.observations().operand(),
              ROWS,
              inputs.stateOperand());
      graph.initialise(parameters);
      inputs.observations().write(observations);
      if (memory > 0) {
        inputs.state().write(state);
      }
      try (Result result =
          graph.runner(inputs.feeds()).fetch(drawn.logits()).fetch(drawn.values()).run()) {
        read(result, 0, logits);
        read(result, 1, values);
      }
    }
    PolicyNetwork.Plain plain = network.new Plain();
    for (int row = 0; row < ROWS; row++) {
      plain.look(parameters, observations, 2 * row, state);
      float[] own = plain.logits(parameters);
      for (int a = 0; a < ACTIONS; a++) {
        assertThat(own[a]).isCloseTo(logits[row * ACTIONS + a], within(1e-6f));
      }
      assertThat(plain.value(parameters)).isCloseTo(values[row], within(1e-6f));
    }
  }

  private static void read(Result result, int index, float[] into) {
    ((TFloat32) result.get(index)).asRawTensor().data().asFloats().read(into);
  }

  @Test
  void choosesOnlyWhatIsLegal() {
    float[] logits = {5, 1, 2};
    boolean[] legal = {true, false, true, true};
    assertThat(Choice.greedy(logits, legal, 1)).isEqualTo(2);
    int[] counts = new int[3];
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 10_000; i++) {
      counts[Choice.sample(logits, legal, 1, random)]++;
    }
    assertThat(counts[0]).isZero();
    double share = 1 / (1 + Math.exp(-1));
    assertThat(counts[2] / 10_000.0).isCloseTo(share, within(0.02));
  }
}
