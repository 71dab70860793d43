package dev.tengen.agents.dqn;

import static dev.tengen.agents.dqn.TableNetwork.put;
import static dev.tengen.agents.dqn.TableNetwork.set;
import static dev.tengen.agents.dqn.TableNetwork.slope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Each part of an update on two transitions with known numbers. The tables are by state and action;
 * all transitions lead from state 0 to state 1.
 */
class DqnGraphTest {

  private static final Offset<Float> CLOSE = within(1e-6f);
  private static final float[][] ONLINE = {{0.5f, 1}, {3, 2}, {0, 0}};
  private static final float[][] TARGET = {{9, 9}, {4, 10}, {0, 0}};

  private final TestSettings with = new TestSettings();
  private final Batch batch = new Batch(2, TableNetwork.STATES, TableNetwork.ACTIONS);

  private float[] errors(DqnGraph graph) {
    return graph.update(batch, 0, new SplittableRandom(1), true).clone();
  }

  private void twoTransitions() {
    put(batch, 0, 0, 0, 0.25f, 0.9f, 1);
    put(batch, 1, 0, 1, 0.25f, 0, 1); // the task ended
  }

  @Test
  void targetsAreTheTargetNetworksUntilItIsCopied() {
    twoTransitions();
    try (DqnGraph graph = TableNetwork.graph(with.settings(), false)) {
      set(graph, ONLINE, TARGET);
      assertThat(errors(graph)[0]).isEqualTo(0.25f + 0.9f * 10 - 0.5f, CLOSE);
      graph.updateTarget();
      assertThat(errors(graph)[0]).isEqualTo(0.25f + 0.9f * 3 - 0.5f, CLOSE);
    }
  }

  @Test
  void aSoftUpdateGoesPartOfTheWay() {
    twoTransitions();
    with.targetRate = 0.25;
    try (DqnGraph graph = TableNetwork.graph(with.settings(), false)) {
      set(graph, ONLINE, TARGET);
      graph.updateTarget();
      assertThat(errors(graph)[0]).isEqualTo(0.25f + 0.9f * 8 - 0.5f, within(1e-5f));
    }
  }

  @Test
  void nothingFollowsTheEndOfTheTask() {
    twoTransitions();
    try (DqnGraph graph = TableNetwork.graph(with.settings(), false)) {
      set(graph, ONLINE, TARGET);
      assertThat(errors(graph)[1]).isEqualTo(0.25f - 1, CLOSE);
    }
  }

  @Test
  void doubleLetsTheOnlineNetworkChooseWhatTheTargetNetworkValues() {
    twoTransitions();
    with.doubleQ = true;
    try (DqnGraph graph = TableNetwork.graph(with.settings(), false)) {
      set(graph, ONLINE, TARGET);
      assertThat(errors(graph)[0]).isEqualTo(0.25f + 0.9f * 4 - 0.5f, CLOSE);
    }
  }

  @Test
  void illegalActionsAreNotBootstrappedFrom() {
    twoTransitions();
    batch.setLegal(0, 0, true);
    batch.setLegal(0, 1, false);
    for (boolean doubleQ : new boolean[] {false, true}) {
      with.doubleQ = doubleQ;
      try (DqnGraph graph = TableNetwork.graph(with.settings(), true)) {
        set(graph, new float[][] {{0.5f, 1}, {2, 3}, {0, 0}}, TARGET);
        assertThat(errors(graph)[0]).isEqualTo(0.25f + 0.9f * 4 - 0.5f, CLOSE);
      }
    }
  }

  @Test
  void errorsAreClippedInTheGradientAndNowhereElse() {
    twoTransitions();
    try (DqnGraph graph = TableNetwork.graph(with.settings(), false)) {
      set(graph, ONLINE, TARGET);
      float[] gradient = graph.gradient(batch, new SplittableRandom(1));
      // The mean over two: of -8.75, clipped to -1, and of 0.75.
      assertThat(slope(graph, gradient, 0, 0)).isEqualTo(-1 / 2f, CLOSE);
      assertThat(slope(graph, gradient, 0, 1)).isEqualTo(0.75f / 2, CLOSE);
      assertThat(slope(graph, gradient, 1, 0)).as("targets have no gradient").isZero();
      assertThat(slope(graph, gradient, 1, 1)).isZero();
      assertThat(errors(graph)[0]).isEqualTo(8.75f, within(1e-5f));
      assertThat(graph.loss()).isEqualTo((8.25f + 0.5f * 0.75f * 0.75f) / 2, within(1e-5f));
      assertThat(graph.meanValue()).isEqualTo(0.75f, CLOSE);
    }
    with.errorClip = 0;
    try (DqnGraph graph = TableNetwork.graph(with.settings(), false)) {
      set(graph, ONLINE, TARGET);
      float[] gradient = graph.gradient(batch, new SplittableRandom(1));
      assertThat(slope(graph, gradient, 0, 0)).isEqualTo(-8.75f / 2, within(1e-5f));
      assertThat(slope(graph, gradient, 0, 1)).isEqualTo(0.75f / 2, CLOSE);
    }
  }

  @Test
  void importanceWeightsScaleTheGradient() {
    twoTransitions();
    batch.setWeight(0, 0.5f);
    batch.setWeight(1, 0.2f);
    try (DqnGraph graph = TableNetwork.graph(with.settings(), false)) {
      set(graph, ONLINE, TARGET);
      float[] gradient = graph.gradient(batch, new SplittableRandom(1));
      assertThat(slope(graph, gradient, 0, 0)).isEqualTo(0.5f * -1 / 2, CLOSE);
      assertThat(slope(graph, gradient, 0, 1)).isEqualTo(0.2f * 0.75f / 2, CLOSE);
    }
  }

  @Test
  void oneStepOfAdamMovesEachActionTowardsItsTarget() {
    twoTransitions();
    try (DqnGraph graph = TableNetwork.graph(with.settings(), false)) {
      set(graph, ONLINE, TARGET);
      graph.update(batch, 0.1f, new SplittableRandom(1), true);
      // Adam's first step has the learning rate's length in every coordinate.
      int from = graph.layout().offset("actions.weight");
      float[] parameters = graph.parameters();
      assertThat(parameters[from]).isEqualTo(0.5f + 0.1f, within(1e-5f));
      assertThat(parameters[from + 1]).isEqualTo(1 - 0.1f, within(1e-5f));
      assertThat(parameters[from + 2]).as("state 1 was not learned about").isEqualTo(3, CLOSE);
      assertThat(graph.state().get("target.actions.weight").values()[0]).isEqualTo(9, CLOSE);
    }
  }

  @Test
  void duelingSubtractsTheMeanAdvantage() {
    twoTransitions();
    with.dueling = true;
    try (DqnGraph graph = TableNetwork.graph(with.settings(), false)) {
      set(graph, ONLINE, TARGET);
      TableNetwork.setValue(graph, new float[][] {{7}, {0}, {0}});
      // Advantages 0.5 and 1 of mean 0.75 about a value of 7; in state 1 by the target 4 and 10.
      assertThat(errors(graph)[0]).isEqualTo(0.25f + 0.9f * 3 - 6.75f, within(1e-5f));
      assertThat(errors(graph)[1]).isEqualTo(0.25f - 7.25f, within(1e-5f));
    }
  }

  @Test
  void quantilesAreRegressed() {
    with.quantiles = 2;
    twoTransitions();
    batch.setWeight(1, 0);
    // Two quantiles for each of two actions. In state 1 action 1 is better by its mean.
    float[][] online = {{0, 2, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}};
    float[][] target = {{0, 0, 0, 0}, {5, 0, 2, 4}, {0, 0, 0, 0}};
    try (DqnGraph graph = TableNetwork.graph(with.settings(), false)) {
      set(graph, online, target);
      // y = 0.25 + 0.9 * (2, 4) = (2.05, 3.85); u for theta 0: both above 1; for theta 2: 0.05,
      // 1.85
      double first = 0.25 * ((2.05 - 0.5) + (3.85 - 0.5)) / 2;
      double second = 0.75 * (0.5 * 0.05 * 0.05 + (1.85 - 0.5)) / 2;
      assertThat(errors(graph)[0]).isEqualTo(2.95f - 1, within(1e-5f));
      assertThat((double) graph.loss()).isEqualTo((first + second) / 2, within(1e-5));
      float[] gradient = graph.gradient(batch, new SplittableRandom(1));
      assertThat(slope(graph, gradient, 0, 0)).isEqualTo(-0.25f / 2, CLOSE);
      assertThat(slope(graph, gradient, 0, 1)).isEqualTo(-0.75f * (0.05f + 1) / 2 / 2, CLOSE);
    }
  }

  @Test
  void quantilesAboveTheTargetPullDownWithWhatIsLeftOfOne() {
    with.quantiles = 2;
    put(batch, 0, 0, 0, 0, 0, 1);
    put(batch, 1, 0, 0, 0, 0, 1);
    try (DqnGraph graph = TableNetwork.graph(with.settings(), false)) {
      set(graph, new float[][] {{3, 3, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}}, new float[3][4]);
      float[] gradient = graph.gradient(batch, new SplittableRandom(1));
      assertThat(slope(graph, gradient, 0, 0)).isEqualTo(0.75f, CLOSE);
      assertThat(slope(graph, gradient, 0, 1)).isEqualTo(0.25f, CLOSE);
    }
  }

  @Test
  void noiseShiftsWhatIsLearnedAndItsSizeIsLearnedToo() {
    twoTransitions();
    with.noise = 0.5;
    try (DqnGraph graph = TableNetwork.graph(with.settings(), false)) {
      graph.initialise(new SplittableRandom(4));
      float sigma = graph.state().get("actions.weight.sigma").values()[0];
      assertThat(sigma).isEqualTo((float) (0.5 / Math.sqrt(3)), CLOSE);
      float[] gradient = graph.gradient(batch, new SplittableRandom(1));
      int at = graph.layout().offset("actions.bias.sigma");
      assertThat(gradient[at]).isNotZero();
      assertThat(graph.gradient(batch, new SplittableRandom(2))).isNotEqualTo(gradient);
    }
  }
}
