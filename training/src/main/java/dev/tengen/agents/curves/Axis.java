package dev.tengen.agents.curves;

import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * A range of numbers laid on a range of the drawing, with round numbers marked on it.
 *
 * @param from the least number
 * @param to the greatest, more than that
 * @param step between marks
 * @param start where the least number lies
 * @param end where the greatest lies
 */
record Axis(double from, double to, double step, double start, double end) {

  /** What lies around the numbers, as a share of their range. */
  private static final double MARGIN = 0.04;

  private static final double[] ROUND = {1, 2, 5, 10};

  /** From one number exactly to another. */
  static Axis exactly(double from, double to, double start, double end, int marks) {
    return new Axis(from, to, roundStep((to - from) / marks), start, end);
  }

  /** Around numbers, with air above and below them. */
  static Axis around(double least, double greatest, double start, double end, int marks) {
    double range = greatest - least;
    double air = range > 0 ? range * MARGIN : Math.max(1, Math.abs(least) * MARGIN);
    return exactly(least - air, greatest + air, start, end, marks);
  }

  private static double roundStep(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double round : ROUND) {
      if (round * power >= least * (1 - 1e-9)) {
        return round * power;
      }
    }
    return 10 * power;
  }

  double place(double number) {
    return start + (number - from) / (to - from) * (end - start);
  }

  /** The round numbers on it. */
  double[] marks() {
    long first = (long) Math.ceil(from / step - 1e-9);
    long last = (long) Math.floor(to / step + 1e-9);
    return LongStream.rangeClosed(first, last).mapToDouble(i -> i * step).toArray();
  }

  /** A mark in as many digits as tell it from its neighbours. */
  String label(double mark) {
    int digits = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    String text = String.format(Locale.ROOT, "%,." + digits + "f", Math.abs(mark));
    boolean negative = mark < -step / 2;
    return negative ? "\u2212" + text : text;
  }

  double[] places(double[] numbers) {
    return DoubleStream.of(numbers).map(this::place).toArray();
  }
}
