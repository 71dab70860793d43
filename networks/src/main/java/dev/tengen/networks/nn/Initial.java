package dev.tengen.networks.nn;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** What a parameter is before it has learned anything. */
@FunctionalInterface
public interface Initial {

  /**
   * Writes the values.
   *
   * @param into where, from {@code offset}, row-major
   * @param shape of the parameter
   */
  void fill(float[] into, int offset, int[] shape, RandomGenerator random);

  /** All the same. */
  static Initial constant(float value) {
    return (into, offset, shape, random) ->
        Arrays.fill(into, offset, offset + ParameterLayout.length(shape), value);
  }

  /** Uniform in [-bound, bound). */
  static Initial uniform(float bound) {
    return (into, offset, shape, random) -> {
      for (int i = 0; i < ParameterLayout.length(shape); i++) {
        into[offset + i] = (2 * random.nextFloat() - 1) * bound;
      }
    };
  }

  /**
   * Rows or columns, whichever are fewer, orthogonal to each other and of length {@code gain} (Saxe
   * et al. 2014). All extents but the last count as rows.
   */
  static Initial orthogonal(float gain) {
    return (into, offset, shape, random) -> {
      int columns = shape[shape.length - 1];
      int rows = ParameterLayout.length(shape) / columns;
      boolean wide = columns > rows;
      double[][] vectors = orthonormal(Math.min(rows, columns), Math.max(rows, columns), random);
      for (int r = 0; r < rows; r++) {
        for (int c = 0; c < columns; c++) {
          double entry = wide ? vectors[r][c] : vectors[c][r];
          into[offset + r * columns + c] = (float) (gain * entry);
        }
      }
    };
  }

  private static double[][] orthonormal(int count, int length, RandomGenerator random) {
    double[][] vectors = new double[count][length];
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < length; k++) {
        vectors[i][k] = random.nextGaussian();
      }
      for (int j = 0; j < i; j++) {
        double along = dot(vectors[i], vectors[j]);
        for (int k = 0; k < length; k++) {
          vectors[i][k] -= along * vectors[j][k];
        }
      }
      double norm = Math.sqrt(dot(vectors[i], vectors[i]));
      for (int k = 0; k < length; k++) {
        vectors[i][k] /= norm;
      }
    }
    return vectors;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
