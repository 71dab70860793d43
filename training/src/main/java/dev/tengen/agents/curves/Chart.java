package dev.tengen.agents.curves;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One figure of all trainings of a run.
 *
 * @param title what it is
 * @param unit of the values
 * @param steps how far the axis of steps goes
 * @param thin one for each training, or none
 * @param thinName their entry in the legend
 * @param bold what they come to together, or null
 * @param low the lower edge of a band around it, or null
 * @param high the upper edge, with the steps of the lower
 */
public record Chart(
    String title,
    String unit,
    double steps,
    List<Curve> thin,
    String thinName,
    Curve bold,
    Curve low,
    Curve high) {

  /** Enough for the eye; the figures that are printed take more. */
  private static final int RESAMPLES = 2000;

  /**
   * The figure in one training.
   *
   * @param low the edge of a band, or null
   */
  public static Chart ofOne(
      String title, String unit, double steps, Curve curve, Curve low, Curve high) {
    return new Chart(title, unit, steps, List.of(), "", curve, low, high);
  }

  /**
   * The figure in several trainings, with the interquartile mean of those that are finished and its
   * 95 % bootstrap interval.
   *
   * @param all one curve for each training
   * @param finished those among them that are
   */
  public static Chart ofSeveral(
      String title, String unit, double steps, List<Curve> all, List<Curve> finished) {
    if (finished.size() < 2) {
      return new Chart(title, unit, steps, all, "each seed", null, null, null);
    }
    int common = finished.stream().mapToInt(Curve::length).min().orElseThrow();
    int[] points =
        IntStream.range(0, common)
            .filter(i -> finished.stream().allMatch(c -> Double.isFinite(c.values()[i])))
            .toArray();
    double[] at = new double[points.length];
    double[] middle = new double[points.length];
    double[] low = new double[points.length];
    double[] high = new double[points.length];
    for (int i = 0; i < points.length; i++) {
      int point = points[i];
      // the trainings of asynchronous algorithms are evaluated within some steps of each other
      at[i] = finished.stream().mapToDouble(c -> c.steps()[point]).average().orElseThrow();
      double[] scores = finished.stream().mapToDouble(c -> c.values()[point]).toArray();
      Aggregate aggregate = Aggregate.resampled(RESAMPLES, scores);
      middle[i] = aggregate.iqm();
      low[i] = aggregate.low();
      high[i] = aggregate.high();
    }
    return new Chart(
        title,
        unit,
        steps,
        all,
        "each seed",
        new Curve("interquartile mean of %d seeds".formatted(finished.size()), at, middle),
        new Curve("95 % bootstrap interval", at, low),
        new Curve("", at, high));
  }

  /** All that is drawn. */
  List<Curve> curves() {
    List<Curve> curves = new ArrayList<>(thin);
    if (bold != null) {
      curves.add(bold);
    }
    if (low != null) {
      curves.add(low);
      curves.add(high);
    }
    return curves;
  }
}
