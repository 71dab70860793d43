package dev.tengen.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether the memory of a long run grows: a straight line through what was seen. */
final class MemoryTrend {

  private static final double MIB = 1024.0 * 1024;

  private record Point(double hours, double mebibytes) {}

  private final List<Point> points = new ArrayList<>();

  /** Takes note of the resident memory at a moment; ignores what the system does not tell. */
  void add(double hours, long residentBytes) {
    if (residentBytes > 0) {
      points.add(new Point(hours, residentBytes / MIB));
    }
  }

  /** The slope of the line with the least squares, in MiB an hour; NaN for fewer than 3 points. */
  double slope() {
    if (points.size() < 3) {
      return Double.NaN;
    }
    double meanX = points.stream().mapToDouble(Point::hours).average().orElseThrow();
    double meanY = points.stream().mapToDouble(Point::mebibytes).average().orElseThrow();
    double covariance = 0;
    double variance = 0;
    for (Point point : points) {
      covariance += (point.hours - meanX) * (point.mebibytes - meanY);
      variance += (point.hours - meanX) * (point.hours - meanX);
    }
    return covariance / variance;
  }

  /** The trend in a few words; empty while there is none. */
  @Override
  public String toString() {
    double slope = slope();
    if (Double.isNaN(slope)) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        "memory %.0f MB, slope %+.0f MB an hour over %d generations",
        points.get(points.size() - 1).mebibytes,
        slope,
        points.size());
  }
}
