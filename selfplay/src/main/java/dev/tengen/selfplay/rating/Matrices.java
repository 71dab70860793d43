package dev.tengen.selfplay.rating;

/** As much linear algebra as a fit of a few dozen players needs. */
final class Matrices {

  private Matrices() {}

  /** The inverse of a symmetric positive definite matrix, by Cholesky's factors. */
  static double[][] inverse(double[][] matrix) {
    int n = matrix.length;
    double[][] lower = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= lower[i][k] * lower[j][k];
        }
        // Rounding may leave nothing of a pivot where a difference is hardly determined.
        lower[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-14)) : sum / lower[j][j];
      }
    }
    double[][] inverse = new double[n][n];
    for (int column = 0; column < n; column++) {
      double[] x = inverse[column]; // a row, as the inverse is symmetric
      x[column] = 1;
      for (int i = column; i < n; i++) {
        for (int k = column; k < i; k++) {
          x[i] -= lower[i][k] * x[k];
        }
        x[i] /= lower[i][i];
      }
      for (int i = n - 1; i >= 0; i--) {
        for (int k = i + 1; k < n; k++) {
          x[i] -= lower[k][i] * x[k];
        }
        x[i] /= lower[i][i];
      }
    }
    return inverse;
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
