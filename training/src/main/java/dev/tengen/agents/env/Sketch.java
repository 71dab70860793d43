package dev.tengen.agents.env;

import java.awt.Color;

/** Takes the few shapes that environments are drawn with, in the units of their {@link Scene}. */
public interface Sketch {

  /**
   * What to draw with.
   *
   * @param color in pictures
   * @param letter in text
   */
  record Ink(Color color, char letter) {

    static final Ink GROUND = new Ink(new Color(0x606060), '_');
    static final Ink BODY = new Ink(new Color(0x303030), '=');
    static final Ink LIMB = new Ink(new Color(0xCA9865), '/');
    static final Ink JOINT = new Ink(new Color(0x8184CB), 'o');
    static final Ink GOAL = new Ink(new Color(0x2E8B57), 'G');
  }

  /** A line; {@code thickness} matters in pictures only. */
  void line(double x0, double y0, double x1, double y1, double thickness, Ink ink);

  /** A filled rectangle. */
  void box(double x, double y, double width, double height, Ink ink);

  /** A filled circle around (x, y). */
  void disc(double x, double y, double radius, Ink ink);
}
