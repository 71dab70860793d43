package dev.tengen.agents.curves;

import dev.tengen.agents.curves.Canvas.Anchor;
import dev.tengen.agents.curves.Canvas.Ink;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Draws a {@link Chart}: a title, a legend, axes with their units, and the curves. */
final class ChartPainter {

  static final int WIDTH = 720;
  static final int HEIGHT = 440;

  private static final int LEFT = 72;
  private static final int RIGHT = WIDTH - 48;
  private static final int TOP = 92;
  private static final int BOTTOM = HEIGHT - 58;

  private static final int X_MARKS = 6;
  private static final int Y_MARKS = 6;

  private static final double LABEL_SIZE = 13;
  private static final double TITLE_SIZE = 17;

  /** A character's width as a share of its height, or a little more. */
  private static final double CHARACTER_WIDTH = 0.56;

  /** With more points than this, dots on the line are no help. */
  private static final int MOST_DOTS = 40;

  private final Chart chart;
  private final Canvas canvas;
  private final Axis xAxis;
  private final Axis yAxis;

  private ChartPainter(Chart chart, Canvas canvas) {
    this.chart = chart;
    this.canvas = canvas;
    double[] values = chart.curves().stream().flatMapToDouble(Curve::numbers).toArray();
    double least = Arrays.stream(values).min().orElse(0);
    double greatest = Arrays.stream(values).max().orElse(1);
    double last =
        chart.curves().stream().flatMapToDouble(c -> DoubleStream.of(c.steps())).max().orElse(0);
    xAxis = Axis.exactly(0, Math.max(chart.steps(), last), LEFT, RIGHT, X_MARKS);
    yAxis = Axis.around(least, greatest, BOTTOM, TOP, Y_MARKS);
  }

  static void paint(Chart chart, Canvas canvas) {
    ChartPainter painter = new ChartPainter(chart, canvas);
    painter.axes();
    painter.curves();
    painter.legend();
  }

  private void axes() {
    canvas.text(LEFT, 28, chart.title(), Anchor.START, TITLE_SIZE, true, Ink.TEXT);
    for (double mark : yAxis.marks()) {
      double y = yAxis.place(mark);
      segment(LEFT, y, RIGHT, y, Ink.GRID);
      label(LEFT - 8, y + LABEL_SIZE * 0.35, yAxis.label(mark), Anchor.END);
    }
    for (double mark : xAxis.marks()) {
      double x = xAxis.place(mark);
      segment(x, BOTTOM, x, BOTTOM + 5, Ink.QUIET);
      label(x, BOTTOM + 21, xAxis.label(mark), Anchor.MIDDLE);
    }
    segment(LEFT, BOTTOM, RIGHT, BOTTOM, Ink.QUIET);
    label(LEFT, TOP - 14, chart.unit(), Anchor.START);
    label((LEFT + RIGHT) / 2.0, HEIGHT - 14, "environment steps", Anchor.MIDDLE);
  }

  private void curves() {
    if (chart.low() != null) {
      int points = chart.low().length();
      double[] xs = new double[2 * points];
      double[] ys = new double[2 * points];
      for (int i = 0; i < points; i++) {
        xs[i] = xAxis.place(chart.low().steps()[i]);
        xs[2 * points - 1 - i] = xs[i];
        ys[i] = yAxis.place(chart.low().values()[i]);
        ys[2 * points - 1 - i] = yAxis.place(chart.high().values()[i]);
      }
      if (Arrays.stream(ys).allMatch(Double::isFinite)) {
        canvas.area(xs, ys, Ink.BOLD);
      }
    }
    chart.thin().forEach(curve -> curve(curve, Ink.THIN, 1.3, 1.6, 1));
    if (chart.bold() != null) {
      curve(chart.bold(), Ink.BOLD, 2.6, 3.6, MOST_DOTS);
    }
  }

  /** The parts between NaNs, with dots where there are so few points at most. */
  private void curve(Curve curve, Ink ink, double width, double dot, int mostDots) {
    double[] xs = xAxis.places(curve.steps());
    double[] ys = yAxis.places(curve.values());
    int from = 0;
    for (int i = 0; i <= xs.length; i++) {
      if (i == xs.length || !Double.isFinite(ys[i])) {
        if (i - from > 1) {
          canvas.line(
              Arrays.copyOfRange(xs, from, i),
              Arrays.copyOfRange(ys, from, i),
              ink,
              width,
              curve.name());
        }
        from = i + 1;
      } else if (xs.length <= mostDots) {
        canvas.dot(xs[i], ys[i], dot, ink);
      }
    }
  }

  private void legend() {
    double x = LEFT;
    double y = 52;
    if (chart.bold() != null) {
      canvas.line(new double[] {x, x + 22}, new double[] {y - 4, y - 4}, Ink.BOLD, 2.6, "");
      x = entry(x, y, chart.bold().name());
    }
    if (chart.low() != null) {
      double[] xs = {x, x + 22, x + 22, x};
      canvas.area(xs, new double[] {y - 10, y - 10, y + 2, y + 2}, Ink.BOLD);
      x = entry(x, y, chart.low().name());
    }
    if (!chart.thin().isEmpty()) {
      canvas.line(new double[] {x, x + 22}, new double[] {y - 4, y - 4}, Ink.THIN, 1.3, "");
      entry(x, y, chart.thinName());
    }
  }

  /** Returns where the next one begins. */
  private double entry(double x, double y, String name) {
    label(x + 29, y, name, Anchor.START);
    return x + 29 + name.length() * LABEL_SIZE * CHARACTER_WIDTH + 22;
  }

  private void label(double x, double y, String text, Anchor anchor) {
    canvas.text(x, y, text, anchor, LABEL_SIZE, false, Ink.QUIET);
  }

  private void segment(double x0, double y0, double x1, double y1, Ink ink) {
    canvas.line(new double[] {x0, x1}, new double[] {y0, y1}, ink, 1, "");
  }
}
