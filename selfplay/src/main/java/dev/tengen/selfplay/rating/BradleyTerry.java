package dev.tengen.selfplay.rating;

import java.util.Arrays;
import java.util.List;

/**
 * The penalised likelihood of encounters under the Bradley-Terry model with draws as half a win for
 * each side, and its maximum. Strengths are natural logarithms of odds: one of 1 is 174 Elo.
 *
 * <p>The model is that of Hunter, "MM algorithms for generalized Bradley-Terry models", Annals of
 * Statistics 32 (2004). The penalty is Jeffreys' prior, half the logarithm of the information's
 * determinant: Firth, "Bias reduction of maximum likelihood estimates", Biometrika 80 (1993). Its
 * derivatives are those of virtual draws, as many in each encounter as its leverage, the share of
 * its information in the estimate of its difference; Heinze and Schemper, "A solution to the
 * problem of separation in logistic regression", Statistics in Medicine 21 (2002), show that the
 * maximum is then finite whatever the results.
 */
final class BradleyTerry {

  /** The variance of a group's level: two such groups differ as if by one virtual draw. */
  private static final double LEVEL_VARIANCE = 2;

  /**
   * What encounters say at some strengths.
   *
   * @param gradient the derivatives of the penalised log likelihood
   * @param inverse the inverse of the information, virtual draws included
   * @param scatter the covariance of the gradient, from the squares of what each pair and single
   *     game contributed to it; a virtual draw counts as half a win and half a loss
   */
  @SuppressWarnings("ArrayRecordComponent") // read at once, never compared
  record Local(double[] gradient, double[][] inverse, double[][] scatter) {}

  private final int players;
  private final List<Encounter> encounters;

  /** For each player the smallest index among those it is compared with through games. */
  private final int[] group;

  private final int[] groupSize;

  BradleyTerry(int players, List<Encounter> encounters) {
    this.players = players;
    this.encounters = encounters.stream().filter(e -> e.games() > 0).toList();
    group = groups();
    groupSize = new int[players];
    for (int g : group) {
      groupSize[g]++;
    }
  }

  private int[] groups() {
    int[] smallest = new int[players];
    Arrays.setAll(smallest, i -> i);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Encounter encounter : encounters) {
        int a = encounter.a();
        int b = encounter.b();
        if (smallest[a] != smallest[b]) {
          smallest[a] = Math.min(smallest[a], smallest[b]);
          smallest[b] = smallest[a];
          changed = true;
        }
      }
    }
    return smallest;
  }

  /** Whether games, perhaps by way of others, compare the two. */
  boolean connected(int a, int b) {
    return group[a] == group[b];
  }

  /** The most likely strengths; each group of players compared by games has mean 0. */
  double[] fit() {
    int[] free = new int[players];
    Arrays.setAll(free, i -> i);
    return fit(free);
  }

  /** The most likely strengths among those where {@code a} and {@code b} are equal. */
  double[] fitEqual(int a, int b) {
    int[] slots = new int[players];
    Arrays.setAll(slots, i -> i == b ? a : i);
    return fit(slots);
  }

  /** Players with the same slot have the same strength. */
  private double[] fit(int[] slots) {
    double[] strengths = new double[players];
    double likelihood = logLikelihood(strengths);
    for (int iteration = 0; iteration < 1000; iteration++) {
      double[] step = step(strengths, slots);
      double largest = Arrays.stream(step).map(Math::abs).max().orElse(0);
      if (largest < 1e-10) {
        break;
      }
      double scale = 1;
      double[] next = moved(strengths, step, scale);
      double better = logLikelihood(next);
      // Far from the maximum a step may leap over it; near it rounding would decide.
      while (!(better >= likelihood) && scale * largest > 1e-5) {
        scale /= 2;
        next = moved(strengths, step, scale);
        better = logLikelihood(next);
      }
      strengths = next;
      likelihood = better;
    }
    return strengths;
  }

  private static double[] moved(double[] from, double[] step, double scale) {
    double[] to = new double[from.length];
    Arrays.setAll(to, i -> from[i] + scale * step[i]);
    return to;
  }

  /** Newton's step for virtual draws as they are now. */
  private double[] step(double[] strengths, int[] slots) {
    double[] virtual = virtualDraws(strengths);
    double[] gradient = gradient(strengths, virtual);
    double[][] information = information(strengths, virtual);
    double[] right = new double[players];
    double[][] matrix = new double[players][players];
    for (int i = 0; i < players; i++) {
      right[slots[i]] += gradient[i];
      for (int j = 0; j < players; j++) {
        matrix[slots[i]][slots[j]] += information[i][j];
      }
    }
    for (int i = 0; i < players; i++) {
      if (slots[i] != i) {
        matrix[i][i] = 1; // takes no part
      }
    }
    double[] step = new Cholesky(matrix).solve(right);
    double[] all = new double[players];
    Arrays.setAll(all, i -> step[slots[i]]);
    return all;
  }

  Local at(double[] strengths) {
    double[] virtual = virtualDraws(strengths);
    double[][] inverse = new Cholesky(information(strengths, virtual)).inverse();
    double[][] scatter = levelInformation();
    for (int k = 0; k < virtual.length; k++) {
      double p = logistic(lead(k, strengths));
      double ofPrior = virtual[k] * (p * p + (1 - p) * (1 - p)) / 2;
      addTo(scatter, k, encounters.get(k).squares(p) + ofPrior);
    }
    return new Local(gradient(strengths, virtual), inverse, scatter);
  }

  private double logLikelihood(double[] strengths) {
    double sum = 0;
    for (int k = 0; k < encounters.size(); k++) {
      double lead = lead(k, strengths);
      double points = encounters.get(k).points();
      sum -= points * softplus(-lead) + (encounters.get(k).games() - points) * softplus(lead);
    }
    double[] levels = levels(strengths);
    for (int i = 0; i < players; i++) {
      sum -= levels[i] * levels[i] / (2 * LEVEL_VARIANCE * groupSize[group[i]]);
    }
    double[] none = new double[encounters.size()];
    return sum + new Cholesky(information(strengths, none)).logDeterminant() / 2;
  }

  /**
   * The leverage of each encounter: in a match of two 1, in a group of n players n - 1 in total.
   */
  private double[] virtualDraws(double[] strengths) {
    double[] none = new double[encounters.size()];
    double[][] inverse = new Cholesky(information(strengths, none)).inverse();
    double[] leverage = new double[encounters.size()];
    for (int k = 0; k < leverage.length; k++) {
      int a = encounters.get(k).a();
      int b = encounters.get(k).b();
      double variance = inverse[a][a] - 2 * inverse[a][b] + inverse[b][b];
      leverage[k] = encounters.get(k).games() * variance(lead(k, strengths)) * variance;
    }
    return leverage;
  }

  private double[] gradient(double[] strengths, double[] virtual) {
    double[] gradient = new double[players];
    for (int k = 0; k < virtual.length; k++) {
      Encounter encounter = encounters.get(k);
      double expected = (encounter.games() + virtual[k]) * logistic(lead(k, strengths));
      double pull = encounter.points() + virtual[k] / 2 - expected;
      gradient[encounter.a()] += pull;
      gradient[encounter.b()] -= pull;
    }
    double[] levels = levels(strengths);
    for (int i = 0; i < players; i++) {
      gradient[i] -= levels[i] / (LEVEL_VARIANCE * groupSize[group[i]]);
    }
    return gradient;
  }

  /** The negated second derivatives of the log likelihood; positive definite. */
  private double[][] information(double[] strengths, double[] virtual) {
    double[][] matrix = levelInformation();
    for (int k = 0; k < virtual.length; k++) {
      addTo(matrix, k, (encounters.get(k).games() + virtual[k]) * variance(lead(k, strengths)));
    }
    return matrix;
  }

  private double lead(int k, double[] strengths) {
    return strengths[encounters.get(k).a()] - strengths[encounters.get(k).b()];
  }

  /** Adds {@code weight} times the outer product of encounter k's difference of players. */
  private void addTo(double[][] matrix, int k, double weight) {
    int a = encounters.get(k).a();
    int b = encounters.get(k).b();
    matrix[a][a] += weight;
    matrix[b][b] += weight;
    matrix[a][b] -= weight;
    matrix[b][a] -= weight;
  }

  private double[][] levelInformation() {
    double[][] matrix = new double[players][players];
    for (int i = 0; i < players; i++) {
      for (int j = 0; j < players; j++) {
        if (group[i] == group[j]) {
          matrix[i][j] = 1 / (LEVEL_VARIANCE * groupSize[group[i]] * groupSize[group[i]]);
        }
      }
    }
    return matrix;
  }

  /** For each player the mean of its group. */
  private double[] levels(double[] strengths) {
    double[] sums = new double[players];
    for (int i = 0; i < players; i++) {
      sums[group[i]] += strengths[i];
    }
    double[] levels = new double[players];
    Arrays.setAll(levels, i -> sums[group[i]] / groupSize[group[i]]);
    return levels;
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /** p (1 - p) without cancellation. */
  private static double variance(double x) {
    return logistic(x) * logistic(-x);
  }

  /** log(1 + exp(x)) without overflow. */
  private static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }
}
