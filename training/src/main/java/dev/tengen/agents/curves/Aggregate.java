package dev.tengen.agents.curves;

import java.util.Arrays;
import java.util.List;

/**
 * What trainings that are alike but for their seeds come to together.
 *
 * @param mean of their scores
 * @param worst score
 * @param iqm the interquartile mean: without the lower and the upper quarter
 * @param low where the 95 % bootstrap interval of the interquartile mean begins
 * @param high where it ends
 */
public record Aggregate(double mean, double worst, double iqm, double low, double high) {

  /** As many as rliable takes. */
  private static final int RESAMPLES = 50_000;

  /** Sums the scores up; there is at least one. */
  public static Aggregate of(double... scores) {
    return resampled(RESAMPLES, scores);
  }

  static Aggregate resampled(int resamples, double... scores) {
    var interval = InterquartileMean.interval(List.of(scores), resamples);
    return new Aggregate(
        Arrays.stream(scores).average().orElseThrow(),
        Arrays.stream(scores).min().orElseThrow(),
        InterquartileMean.of(scores),
        interval.low(),
        interval.high());
  }
}
