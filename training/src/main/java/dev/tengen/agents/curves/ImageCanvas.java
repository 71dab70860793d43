package dev.tengen.agents.curves;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Draws on a picture, in the light theme. */
final class ImageCanvas implements Canvas {

  private static final int SCALE = 2;
  private static final int HEADER = 44;
  private static final int AREA_ALPHA = 46;

  private final Graphics2D graphics;

  private ImageCanvas(Graphics2D graphics) {
    this.graphics = graphics;
  }

  /** Charts side by side below a title. Needs fonts, but no display. */
  static BufferedImage picture(String title, List<Chart> charts) {
    int width = ChartPainter.WIDTH * charts.size();
    int height = HEADER + ChartPainter.HEIGHT;
    BufferedImage image =
        new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.scale(SCALE, SCALE);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    ImageCanvas canvas = new ImageCanvas(graphics);
    canvas.text(width / 2.0, 34, title, Anchor.MIDDLE, 20, true, Ink.TEXT);
    graphics.translate(0, HEADER);
    for (Chart chart : charts) {
      ChartPainter.paint(chart, canvas);
      graphics.translate(ChartPainter.WIDTH, 0);
    }
    graphics.dispose();
    return image;
  }

  @Override
  public void line(double[] xs, double[] ys, Ink ink, double width, String name) {
    graphics.setColor(colour(ink));
    graphics.setStroke(
        new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    graphics.draw(path(xs, ys));
  }

  @Override
  public void area(double[] xs, double[] ys, Ink ink) {
    Color colour = colour(ink);
    graphics.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), AREA_ALPHA));
    Path2D path = path(xs, ys);
    path.closePath();
    graphics.fill(path);
  }

  @Override
  public void dot(double x, double y, double radius, Ink ink) {
    graphics.setColor(colour(ink));
    graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  @Override
  public void text(
      double x, double y, String text, Anchor anchor, double size, boolean strong, Ink ink) {
    graphics.setColor(colour(ink));
    graphics.setFont(
        new Font(Font.SANS_SERIF, strong ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) size));
    double width = graphics.getFontMetrics().getStringBounds(text, graphics).getWidth();
    double shift =
        switch (anchor) {
          case START -> 0;
          case MIDDLE -> width / 2;
          case END -> width;
        };
    graphics.drawString(text, (float) (x - shift), (float) y);
  }

  private static Path2D path(double[] xs, double[] ys) {
    Path2D path = new Path2D.Double();
    path.moveTo(xs[0], ys[0]);
    for (int i = 1; i < xs.length; i++) {
      path.lineTo(xs[i], ys[i]);
    }
    return path;
  }

  private static Color colour(Ink ink) {
    return switch (ink) {
      case TEXT -> new Color(0x1d2126);
      case QUIET -> new Color(0x5a636d);
      case GRID -> new Color(0xe4e7eb);
      case THIN -> new Color(0x98a2ae);
      case BOLD -> new Color(0x1f5fbf);
    };
  }
}
