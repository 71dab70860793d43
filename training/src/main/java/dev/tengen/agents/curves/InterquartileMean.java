package dev.tengen.agents.curves;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The interquartile mean and its bootstrap interval (Agarwal et al. 2021, sections 4.1 and 4.3).
 * The same scores always have the same interval: the resamples are drawn with a fixed seed, and
 * depend on how many scores there are, not on the scores. So the points of a curve share them, as
 * if whole curves were drawn.
 */
final class InterquartileMean {

  private static final long SEED = 2021;
  private static final double LOW = 0.025;
  private static final double HIGH = 0.975;

  private InterquartileMean() {}

  /** From where to where 95 % of the resamples' means lie. */
  record Interval(double low, double high) {}

  /**
   * The mean without the lower and the upper quarter of the scores, a quarter rounded down to whole
   * scores as in rliable: of five scores the mean of the middle three, of three the mean.
   */
  static double of(double... scores) {
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    return ofSorted(sorted);
  }

  /**
   * The 95 % interval of the interquartile mean over all scores: the percentiles of the means of
   * resamples in each of which every stratum is drawn anew, with replacement, from itself.
   *
   * @param strata the scores of each task, at least one
   */
  static Interval interval(List<double[]> strata, int resamples) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] means = new double[resamples];
    double[] drawn = new double[strata.stream().mapToInt(scores -> scores.length).sum()];
    for (int i = 0; i < resamples; i++) {
      int count = 0;
      for (double[] scores : strata) {
        for (int k = 0; k < scores.length; k++) {
          drawn[count++] = scores[random.nextInt(scores.length)];
        }
      }
      Arrays.sort(drawn);
      means[i] = ofSorted(drawn);
    }
    Arrays.sort(means);
    return new Interval(percentile(means, LOW), percentile(means, HIGH));
  }

  private static double ofSorted(double[] sorted) {
    int cut = sorted.length / 4;
    double sum = 0;
    for (int i = cut; i < sorted.length - cut; i++) {
      sum += sorted[i];
    }
    return sum / (sorted.length - 2 * cut);
  }

  /** Linear between neighbours, as NumPy's. */
  private static double percentile(double[] sorted, double share) {
    double position = share * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
