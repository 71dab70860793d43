package dev.tengen.agents.curves;

/** What a chart is drawn on: coordinates in pixels, y downwards. */
interface Canvas {

  /** What colours are for; each theme has its own. */
  enum Ink {
    /** Titles. */
    TEXT,
    /** Labels and axes. */
    QUIET,
    /** Lines across the chart. */
    GRID,
    /** A single training among several. */
    THIN,
    /** What they come to. */
    BOLD
  }

  /** On which side of a text its point lies. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /** A line through points. {@code name} is shown where a canvas can tell what is pointed at. */
  void line(double[] xs, double[] ys, Ink ink, double width, String name);

  /** A translucent area with these corners. */
  void area(double[] xs, double[] ys, Ink ink);

  /** A filled circle. */
  void dot(double x, double y, double radius, Ink ink);

  /** A text whose base line lies at y. */
  void text(double x, double y, String text, Anchor anchor, double size, boolean strong, Ink ink);
}
