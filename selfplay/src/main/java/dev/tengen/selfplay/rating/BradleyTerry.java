package dev.tengen.selfplay.rating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The likelihood of encounters under the Bradley-Terry model with draws as half a win for each
 * side, and its maximum. Strengths are natural logarithms of odds: one of 1 is 174 Elo.
 *
 * <p>The prior is described at {@link Ratings}. Newton's method with halved steps finds the maximum
 * (the function is concave); Hunter, "MM algorithms for generalized Bradley-Terry models", Annals
 * of Statistics 32 (2004), gives the model and when the maximum exists: with the virtual draws,
 * always.
 */
final class BradleyTerry {

  /** The variance of a group's level: two such groups differ as if by one virtual draw. */
  private static final double LEVEL_VARIANCE = 2;

  /**
   * An encounter with its share of the prior.
   *
   * @param virtual virtual draws
   */
  private record Meeting(Encounter encounter, double virtual) {

    double games() {
      return encounter.games() + virtual;
    }

    double points() {
      return encounter.points() + virtual / 2;
    }

    double lead(double[] strengths) {
      return strengths[encounter.a()] - strengths[encounter.b()];
    }

    /** Adds {@code weight} times the outer product of this difference of players. */
    void add(double weight, double[][] matrix) {
      int a = encounter.a();
      int b = encounter.b();
      matrix[a][a] += weight;
      matrix[b][b] += weight;
      matrix[a][b] -= weight;
      matrix[b][a] -= weight;
    }
  }

  private final int players;
  private final List<Meeting> meetings = new ArrayList<>();

  /** For each player the smallest index among those it is compared with through games. */
  private final int[] group;

  private final int[] groupSize;

  BradleyTerry(int players, List<Encounter> encounters) {
    this.players = players;
    double[] games = new double[players];
    for (Encounter encounter : encounters) {
      games[encounter.a()] += encounter.games();
      games[encounter.b()] += encounter.games();
    }
    for (Encounter encounter : encounters) {
      if (encounter.games() > 0) {
        double share = 0.5 / games[encounter.a()] + 0.5 / games[encounter.b()];
        meetings.add(new Meeting(encounter, encounter.games() * share));
      }
    }
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
      for (Meeting meeting : meetings) {
        int a = meeting.encounter.a();
        int b = meeting.encounter.b();
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
      double[] step = newtonStep(strengths, slots);
      double largest = Arrays.stream(step).map(Math::abs).max().orElse(0);
      if (largest < 1e-10) {
        break;
      }
      double[] next = new double[players];
      double better = Double.NEGATIVE_INFINITY;
      for (double scale = 1; better < likelihood && scale * largest > 1e-10; scale /= 2) {
        for (int i = 0; i < players; i++) {
          next[i] = strengths[i] + scale * step[i];
        }
        better = logLikelihood(next);
      }
      if (better < likelihood) {
        break; // nothing to gain but rounding
      }
      strengths = next;
      likelihood = better;
    }
    return strengths;
  }

  private double[] newtonStep(double[] strengths, int[] slots) {
    double[] gradient = gradient(strengths);
    double[][] information = information(strengths);
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
    double[] step = Matrices.times(Matrices.inverse(matrix), right);
    double[] all = new double[players];
    Arrays.setAll(all, i -> step[slots[i]]);
    return all;
  }

  private double logLikelihood(double[] strengths) {
    double sum = 0;
    for (Meeting meeting : meetings) {
      double lead = meeting.lead(strengths);
      sum -= meeting.points() * softplus(-lead);
      sum -= (meeting.games() - meeting.points()) * softplus(lead);
    }
    double[] levels = levels(strengths);
    for (int i = 0; i < players; i++) {
      sum -= levels[i] * levels[i] / (2 * LEVEL_VARIANCE * groupSize[group[i]]);
    }
    return sum;
  }

  /** The derivatives of the log likelihood. */
  double[] gradient(double[] strengths) {
    double[] gradient = new double[players];
    for (Meeting meeting : meetings) {
      double pull = meeting.points() - meeting.games() * logistic(meeting.lead(strengths));
      gradient[meeting.encounter.a()] += pull;
      gradient[meeting.encounter.b()] -= pull;
    }
    double[] levels = levels(strengths);
    for (int i = 0; i < players; i++) {
      gradient[i] -= levels[i] / (LEVEL_VARIANCE * groupSize[group[i]]);
    }
    return gradient;
  }

  /** The negated second derivatives of the log likelihood; positive definite. */
  double[][] information(double[] strengths) {
    double[][] matrix = levelInformation();
    for (Meeting meeting : meetings) {
      meeting.add(meeting.games() * variance(meeting.lead(strengths)), matrix);
    }
    return matrix;
  }

  /**
   * The covariance of the gradient, from the squares of what each pair and single game contributed
   * to it; a virtual draw counts as half a win and half a loss.
   */
  double[][] scatter(double[] strengths) {
    double[][] matrix = levelInformation();
    for (Meeting meeting : meetings) {
      double p = logistic(meeting.lead(strengths));
      double virtual = meeting.virtual * (p * p + (1 - p) * (1 - p)) / 2;
      meeting.add(meeting.encounter.squares(p) + virtual, matrix);
    }
    return matrix;
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
