package dev.tengen.agents.actorcritic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tengen.agents.actorcritic.Objective.Report;
import dev.tengen.networks.nn.Body;
import dev.tengen.networks.nn.ParameterLayout;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * One update on a batch written by hand. The network passes its one positive input through; its
 * heads' weights are 0 and its biases say log 3 and 0, so pi = (3/4, 1/4), and V = 1/2.
 */
class UpdateTest {

  private static final double P0 = 0.75;
  private static final double P1 = 0.25;
  private static final double V = 0.5;
  private static final double ENTROPY = -P0 * Math.log(P0) - P1 * Math.log(P1);
  private static final double BETA = 0.1;
  private static final double C = 0.5;
  private static final RmsPropSettings RMS = new RmsPropSettings(0.9, 0.01, 0.5);
  private static final boolean[] BOTH = {true, true};

  private static final PolicyNetwork NETWORK =
      new PolicyNetwork(
          new Body(List.of(), List.of(1), Body.Activation.RELU), List.of(1), 2, false, 0);
  private static final ParameterLayout LAYOUT = NETWORK.layout();
  private static final int POLICY_BIAS = LAYOUT.offset("policy.bias");
  private static final int POLICY_WEIGHT = LAYOUT.offset("policy.weight");
  private static final int VALUE_BIAS = LAYOUT.offset("value.bias");
  private static final int VALUE_WEIGHT = LAYOUT.offset("value.weight");

  private static float[] parameters() {
    float[] flat = new float[LAYOUT.size()];
    flat[LAYOUT.offset("body.0.weight")] = 1;
    flat[POLICY_BIAS] = (float) Math.log(3);
    flat[VALUE_BIAS] = (float) V;
    return flat;
  }

  /** Action 0 in state 1, which ends with reward 2; action 1 in state 2, which ends with -1. */
  private static Segment batch(double weight) {
    Segment segment = new Segment(2, 1, 2);
    segment.act(0, new float[] {1}, 0, BOTH, 0, 0, V);
    segment.earn(0, 2);
    segment.end(0, 0);
    segment.act(1, new float[] {2}, 0, BOTH, 0, 1, V);
    segment.earn(1, -1);
    segment.end(1, 0);
    segment.finish(2, 0.9, 1, weight);
    return segment;
  }

  private static final double A0 = 2 - V;
  private static final double A1 = -1 - V;

  /** Of -A log pi(a) - beta H to logit 0; to logit 1 it is the opposite. */
  private static double logitSlope(double advantage, int action) {
    double policy = -advantage * ((action == 0 ? 1 : 0) - P0);
    double entropy = -BETA * -P0 * (Math.log(P0) + ENTROPY);
    return policy + entropy;
  }

  private static double valueSlope(double target) {
    return 2 * C * (V - target);
  }

  @Test
  void gradientOfTheSumsByHand() {
    try (SegmentGradient gradient =
        new SegmentGradient(NETWORK, new Objective(BETA, C), 2, false)) {
      Report report = gradient.of(batch(1), new float[0], parameters());
      assertThat(report.policyLoss())
          .isCloseTo((-A0 * Math.log(P0) - A1 * Math.log(P1)) / 2, within(1e-6));
      assertThat(report.valueLoss()).isCloseTo((A0 * A0 + A1 * A1) / 2, within(1e-6));
      assertThat(report.entropy()).isCloseTo(ENTROPY, within(1e-6));
      float[] g = gradient.gradient();
      double slope0 = logitSlope(A0, 0);
      double slope1 = logitSlope(A1, 1);
      assertThat((double) g[POLICY_BIAS]).isCloseTo(slope0 + slope1, within(1e-6));
      assertThat((double) g[POLICY_BIAS + 1]).isCloseTo(-slope0 - slope1, within(1e-6));
      assertThat((double) g[POLICY_WEIGHT]).isCloseTo(slope0 + 2 * slope1, within(1e-6));
      // Were the advantage not a constant, the policy's term would pull at the value too.
      assertThat((double) g[VALUE_BIAS]).isCloseTo(valueSlope(2) + valueSlope(-1), within(1e-6));
      assertThat((double) g[VALUE_WEIGHT])
          .isCloseTo(valueSlope(2) + 2 * valueSlope(-1), within(1e-6));
      double norm = 0;
      for (float x : g) {
        norm += (double) x * x;
      }
      assertThat(report.gradientNorm()).isCloseTo(Math.sqrt(norm), within(1e-6));
    }
  }

  @Test
  void entropyAloneMakesThePolicyMoreUniform() {
    Segment indifferent = new Segment(1, 1, 2);
    indifferent.act(0, new float[] {1}, 0, BOTH, 0, 0, V);
    indifferent.earn(0, V); // advantage 0
    indifferent.end(0, 0);
    indifferent.finish(1, 0.9, 1, 1);
    try (FusedUpdate update = new FusedUpdate(NETWORK, new Objective(BETA, C), RMS, 0, 1, false)) {
      update.initialise(parameters());
      double before = update.update(indifferent, 0.1).entropy();
      assertThat(update.update(indifferent, 0).entropy()).isGreaterThan(before);
    }
  }

  @Test
  void meansAreClippedAndSteppedAlongInOneRun() {
    double maxNorm = 0.1;
    float[] mean = new float[LAYOUT.size()];
    try (SegmentGradient sums = new SegmentGradient(NETWORK, new Objective(BETA, C), 2, false)) {
      sums.of(batch(1), new float[0], parameters());
      for (int i = 0; i < mean.length; i++) {
        mean[i] = sums.gradient()[i] / 2;
      }
    }
    double norm = 0;
    for (float x : mean) {
      norm += (double) x * x;
    }
    norm = Math.sqrt(norm);
    try (FusedUpdate update =
        new FusedUpdate(NETWORK, new Objective(BETA, C), RMS, maxNorm, 2, false)) {
      update.initialise(parameters());
      Report report = update.update(batch(0.5), 0.01);
      assertThat(report.gradientNorm()).isCloseTo(norm, within(1e-6)).isGreaterThan(maxNorm);
      for (int i = 0; i < mean.length; i++) {
        double g = mean[i] * maxNorm / norm;
        double square = 0.9 * 0.5 + 0.1 * g * g;
        double moved = parameters()[i] - 0.01 * g / Math.sqrt(square + 0.01);
        assertThat((double) update.parameters()[i]).isCloseTo(moved, within(1e-6));
      }
    }
  }

  @Test
  void illegalActionsHaveNoProbabilityAndNoGradient() {
    Segment segment = new Segment(1, 1, 2);
    segment.act(0, new float[] {1}, 0, new boolean[] {false, true}, 0, 1, V);
    segment.earn(0, 1);
    segment.end(0, 0);
    segment.finish(1, 0.9, 1, 1);
    try (SegmentGradient gradient = new SegmentGradient(NETWORK, new Objective(BETA, C), 1, true)) {
      Report report = gradient.of(segment, new float[0], parameters());
      assertThat(report.policyLoss()).isEqualTo(0); // the only legal one is certain
      assertThat(report.entropy()).isEqualTo(0);
      assertThat(gradient.gradient()[POLICY_BIAS]).isEqualTo(0);
      assertThat(gradient.gradient()[POLICY_BIAS + 1]).isEqualTo(0);
      assertThat(gradient.gradient()[VALUE_BIAS]).isEqualTo((float) valueSlope(1));
    }
  }

  @Test
  void rowsWithoutWeightTeachNothing() {
    Segment segment = new Segment(3, 1, 2);
    for (int row = 0; row < 3; row++) {
      segment.act(row, new float[] {1}, 0, BOTH, 0, 0, V);
      segment.earn(row, row == 0 ? 2 : 100);
      segment.end(row, 0);
    }
    segment.finish(3, 0.9, 1, 1);
    segment.finish(1, 0.9, 1, 1);
    try (SegmentGradient gradient =
        new SegmentGradient(NETWORK, new Objective(BETA, C), 3, false)) {
      Report report = gradient.of(segment, new float[0], parameters());
      assertThat(report.valueLoss()).isCloseTo(A0 * A0, within(1e-6));
      assertThat((double) gradient.gradient()[VALUE_BIAS]).isCloseTo(valueSlope(2), within(1e-6));
      assertThat((double) gradient.gradient()[POLICY_BIAS])
          .isCloseTo(logitSlope(A0, 0), within(1e-6));
    }
  }
}
