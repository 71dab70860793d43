package dev.tengen.agents.env;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/** Environments as text and as pictures. Needs neither a display nor fonts. */
public final class Renderer {

  private static final int TEXT_COLUMNS = 64;

  /** A character is about twice as high as it is wide. */
  private static final double CHARACTER_ASPECT = 2;

  private Renderer() {}

  /** The situation in characters, lines ended by line feeds. */
  public static String text(Environment environment) {
    TextSketch sketch = new TextSketch(environment.scene());
    environment.draw(sketch);
    return sketch.toString();
  }

  /**
   * The situation as a picture, RGB.
   *
   * @param longerSide in pixels
   */
  public static BufferedImage image(Environment environment, int longerSide) {
    Scene scene = environment.scene();
    double scale = longerSide / Math.max(scene.width(), scene.height());
    BufferedImage image =
        new BufferedImage(
            (int) Math.round(scene.width() * scale),
            (int) Math.round(scene.height() * scale),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.scale(scale, scale);
    environment.draw(new ImageSketch(graphics));
    graphics.dispose();
    return image;
  }

  private record ImageSketch(Graphics2D graphics) implements Sketch {

    @Override
    public void line(double x0, double y0, double x1, double y1, double thickness, Ink ink) {
      graphics.setColor(ink.color());
      graphics.setStroke(
          new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      graphics.draw(new Line2D.Double(x0, y0, x1, y1));
    }

    @Override
    public void box(double x, double y, double width, double height, Ink ink) {
      graphics.setColor(ink.color());
      graphics.fill(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void disc(double x, double y, double radius, Ink ink) {
      graphics.setColor(ink.color());
      graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }
  }

  /** A shape covers a character if it covers its middle; what is smaller covers one character. */
  private static final class TextSketch implements Sketch {

    private final boolean grid;
    private final double cellWidth;
    private final double cellHeight;
    private final char[][] cells;

    TextSketch(Scene scene) {
      grid = scene.grid();
      cellWidth = grid ? 1 : scene.width() / TEXT_COLUMNS;
      cellHeight = grid ? 1 : cellWidth * CHARACTER_ASPECT;
      int columns = grid ? (int) scene.width() : TEXT_COLUMNS;
      cells = new char[(int) Math.ceil(scene.height() / cellHeight)][columns];
      for (char[] row : cells) {
        Arrays.fill(row, grid ? '.' : ' ');
      }
    }

    @Override
    public void line(double x0, double y0, double x1, double y1, double thickness, Ink ink) {
      double cellsLong = Math.max(Math.abs(x1 - x0) / cellWidth, Math.abs(y1 - y0) / cellHeight);
      int steps = 2 * (int) Math.ceil(cellsLong) + 1;
      for (int i = 0; i <= steps; i++) {
        double t = (double) i / steps;
        put(column(x0 + t * (x1 - x0)), row(y0 + t * (y1 - y0)), ink);
      }
    }

    @Override
    public void box(double x, double y, double width, double height, Ink ink) {
      put(column(x + width / 2), row(y + height / 2), ink);
      for (int row = 0; row < cells.length; row++) {
        for (int column = 0; column < cells[row].length; column++) {
          double dx = (column + 0.5) * cellWidth - x;
          double dy = (row + 0.5) * cellHeight - y;
          if (dx >= 0 && dx <= width && dy >= 0 && dy <= height) {
            put(column, row, ink);
          }
        }
      }
    }

    @Override
    public void disc(double x, double y, double radius, Ink ink) {
      put(column(x), row(y), ink);
      for (int row = 0; row < cells.length; row++) {
        for (int column = 0; column < cells[row].length; column++) {
          double dx = (column + 0.5) * cellWidth - x;
          double dy = (row + 0.5) * cellHeight - y;
          if (dx * dx + dy * dy <= radius * radius) {
            put(column, row, ink);
          }
        }
      }
    }

    private int column(double x) {
      return (int) Math.floor(x / cellWidth);
    }

    private int row(double y) {
      return (int) Math.floor(y / cellHeight);
    }

    private void put(int column, int row, Ink ink) {
      if (row >= 0 && row < cells.length && column >= 0 && column < cells[row].length) {
        cells[row][column] = ink.letter();
      }
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder();
      for (char[] row : cells) {
        for (int i = 0; i < row.length; i++) {
          text.append(grid && i > 0 ? " " : "").append(row[i]);
        }
        text.append('\n');
      }
      return text.toString();
    }
  }
}
