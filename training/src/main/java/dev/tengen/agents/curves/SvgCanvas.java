package dev.tengen.agents.curves;

import java.util.Locale;

/** Writes SVG whose colours are the variables of the page it stands in. */
final class SvgCanvas implements Canvas {

  private static final double AREA_OPACITY = 0.18;

  private final StringBuilder svg = new StringBuilder();

  /** A picture of one chart. */
  static String picture(Chart chart) {
    SvgCanvas canvas = new SvgCanvas();
    canvas.add(
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
        ChartPainter.WIDTH, ChartPainter.HEIGHT, escape(chart.title()));
    ChartPainter.paint(chart, canvas);
    canvas.add("</svg>");
    return canvas.svg.toString();
  }

  /** A text as it may stand between tags and in quotes. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  @Override
  public void line(double[] xs, double[] ys, Ink ink, double width, String name) {
    String title = name.isEmpty() ? "" : "<title>" + escape(name) + "</title>";
    add(
        "<polyline points=\"%s\" style=\"fill:none;stroke:%s;stroke-width:%.1f;"
            + "stroke-linejoin:round\">%s</polyline>",
        points(xs, ys), colour(ink), width, title);
  }

  @Override
  public void area(double[] xs, double[] ys, Ink ink) {
    add(
        "<polygon points=\"%s\" style=\"fill:%s;opacity:%.2f\"/>",
        points(xs, ys), colour(ink), AREA_OPACITY);
  }

  @Override
  public void dot(double x, double y, double radius, Ink ink) {
    add(
        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" style=\"fill:%s\"/>",
        x, y, radius, colour(ink));
  }

  @Override
  public void text(
      double x, double y, String text, Anchor anchor, double size, boolean strong, Ink ink) {
    add(
        "<text x=\"%.1f\" y=\"%.1f\" style=\"fill:%s;font-size:%.0fpx;text-anchor:%s%s\">%s</text>",
        x,
        y,
        colour(ink),
        size,
        anchor.name().toLowerCase(Locale.ROOT),
        strong ? ";font-weight:600" : "",
        escape(text));
  }

  private static String points(double[] xs, double[] ys) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < xs.length; i++) {
      points.append(String.format(Locale.ROOT, i == 0 ? "%.1f,%.1f" : " %.1f,%.1f", xs[i], ys[i]));
    }
    return points.toString();
  }

  private static String colour(Ink ink) {
    return "var(--" + ink.name().toLowerCase(Locale.ROOT) + ")";
  }

  private void add(String format, Object... arguments) {
    svg.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }
}
