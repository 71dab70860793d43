package dev.tengen.agents.dqn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tengen.networks.nn.Body;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What acts, in plain Java, computes what learns, in TensorFlow. */
class PlainActingTest {

  private static final int BATCH = 8;
  private static final List<Integer> SHAPE = List.of(5, 4, 1);
  private static final int SIZE = 20;
  private static final int ACTIONS = 3;

  @ParameterizedTest
  @CsvSource({
    "0, false, 0, false",
    "0, true, 0, false",
    "4, false, 0, false",
    "4, true, 0, true",
    "0, true, 0.5, false",
    "4, true, 0.5, true"
  })
  void agrees(int quantiles, boolean dueling, double noise, boolean convolutional) {
    Body body =
        convolutional
            ? new Body(List.of(new Body.Convolution(3, 3, 1)), List.of(10), Body.Activation.RELU)
            : Body.mlp(10, 6);
    TestSettings with = new TestSettings();
    with.network = body;
    with.quantiles = quantiles;
    with.dueling = dueling;
    with.noise = noise;
    with.batchSize = BATCH;
    Heads heads = new Heads(body, SHAPE, ACTIONS, Math.max(1, quantiles), dueling);
    SplittableRandom random = new SplittableRandom(5);
    try (DqnGraph graph = new DqnGraph(with.settings(), heads, false)) {
      graph.initialise(random);
      Batch batch = new Batch(BATCH, SIZE, ACTIONS);
      for (int i = 0; i < batch.observations().length; i++) {
        batch.observations()[i] = (float) random.nextGaussian();
      }
      for (int row = 0; row < BATCH; row++) {
        batch.set(row, 0, row % ACTIONS, 0, 0); // the error is then minus the value
      }
      float[] sample = new float[graph.noise().size()];
      graph.noise().sample(sample, new SplittableRandom(6));
      float[] parameters = graph.parameters().clone();
      if (noise > 0) {
        graph.noise().apply(graph.parameters(), sample, parameters);
      }
      float[] errors = graph.update(batch, 0, new SplittableRandom(6), true);
      Heads.Plain plain = heads.new Plain(graph.layout());
      float[] values = new float[ACTIONS];
      for (int row = 0; row < BATCH; row++) {
        plain.actionValues(parameters, batch.observations(), row * SIZE, values);
        assertThat(values[row % ACTIONS]).isCloseTo(-errors[row], within(2e-6f));
      }
    }
  }
}
