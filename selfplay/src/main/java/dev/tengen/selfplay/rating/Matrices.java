package dev.tengen.selfplay.rating;

/** Products of vectors and square matrices. */
final class Matrices {

  private Matrices() {}

  /** {@code outer * inner * outer}, of symmetric matrices. */
  static double[][] sandwich(double[][] outer, double[][] inner) {
    double[][] product = new double[outer.length][];
    for (int i = 0; i < product.length; i++) {
      product[i] = times(outer, times(inner, outer[i]));
    }
    return product;
  }

  static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[matrix.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = dot(matrix[i], vector);
    }
    return product;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
