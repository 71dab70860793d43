package dev.tengen.agents.curves;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * A figure over the course of a training. A NaN interrupts it.
 *
 * @param name what it is of
 * @param steps in the environment, ascending
 * @param values as many
 */
@SuppressWarnings("ArrayRecordComponent") // handed on to be drawn, never compared
public record Curve(String name, double[] steps, double[] values) {

  int length() {
    return steps.length;
  }

  /** The values that are numbers. */
  DoubleStream numbers() {
    return Arrays.stream(values).filter(Double::isFinite);
  }
}
