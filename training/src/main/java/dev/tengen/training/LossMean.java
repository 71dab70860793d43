package dev.tengen.training;

import dev.tengen.networks.model.LossReport;
import dev.tengen.training.Manifest.Losses;
import java.util.Arrays;

/** The mean of loss reports. */
final class LossMean {

  private final double[] sums = new double[8];
  private long count;

  void add(LossReport report) {
    float[] parts = {
      report.policy(),
      report.value(),
      report.l2(),
      report.total(),
      report.targetEntropy(),
      report.policyEntropy(),
      report.policyAccuracy(),
      report.gradientNorm()
    };
    for (int i = 0; i < parts.length; i++) {
      sums[i] += parts[i];
    }
    count++;
  }

  long count() {
    return count;
  }

  /** The mean since the beginning or the last {@link #reset}; at least one report must be in. */
  Losses mean() {
    double[] m = new double[sums.length];
    for (int i = 0; i < m.length; i++) {
      m[i] = sums[i] / count;
    }
    return new Losses(m[0], m[1], m[2], m[3], m[4], m[5], m[6], m[7]);
  }

  void reset() {
    Arrays.fill(sums, 0);
    count = 0;
  }
}
