package dev.tengen.networks;

import java.util.Arrays;

/** A float array with a shape, in row-major order. The array is not copied. */
public final class WeightArray {

  private final int[] shape;
  private final float[] values;

  /**
   * @throws IllegalArgumentException if the shape does not hold as many elements as there are
   *     values
   */
  public WeightArray(int[] shape, float[] values) {
    long length = 1;
    for (int extent : shape) {
      length *= extent;
    }
    if (length != values.length) {
      throw new IllegalArgumentException(
          "shape " + Arrays.toString(shape) + " does not hold " + values.length + " values");
    }
    this.shape = shape.clone();
    this.values = values;
  }

  /** The extent of each axis. */
  public int[] shape() {
    return shape.clone();
  }

  /** The values themselves, not a copy. */
  public float[] values() {
    return values;
  }
}
