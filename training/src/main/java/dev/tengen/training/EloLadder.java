package dev.tengen.training;

import dev.tengen.selfplay.rating.Elo;
import dev.tengen.selfplay.rating.Score;
import dev.tengen.training.Manifest.MatchReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Elo of each generation against the first, from all matches together: the ratings under which the
 * Bradley-Terry model makes the results most likely, a draw being half a win for each side.
 *
 * <p>One virtual draw between each generation and its first opponent keeps clean sweeps finite. A
 * match against the previous generation says how large one step was, a match against the first one
 * bounds the sum of them; the fit weighs both.
 */
final class EloLadder {

  private static final double PER_NAT = 400 / Math.log(10);
  private static final double Z95 = 1.959964;

  /** The score of generation {@code a} in its games against {@code b}. */
  private record Pairing(int a, int b, double wins, double losses) {}

  private final List<Pairing> pairings = new ArrayList<>();
  private int generations = 1;

  /** Adds the matches of a generation. */
  void add(int generation, List<MatchReport> matches) {
    for (MatchReport match : matches) {
      add(generation, match.opponent(), new Score(match.wins(), match.draws(), match.losses()));
    }
  }

  /**
   * Adds a match.
   *
   * @param generation whose score it is; at least 1
   * @param opponent an earlier generation
   */
  void add(int generation, int opponent, Score score) {
    double prior = generation >= generations ? 0.5 : 0;
    generations = Math.max(generations, generation + 1);
    double wins = score.wins() + score.draws() / 2.0;
    double losses = score.losses() + score.draws() / 2.0;
    pairings.add(new Pairing(generation, opponent, wins + prior, losses + prior));
  }

  /** The rating of a generation, that of generation 0 being 0; null if it met nobody. */
  Elo ratingOf(int generation) {
    if (generation == 0) {
      return new Elo(0, 0, 0);
    }
    if (pairings.stream().noneMatch(pairing -> pairing.a() == generation)) {
      return null;
    }
    double[] ratings = new double[generations];
    double[][] information = new double[generations][generations];
    for (int iteration = 0; iteration < 100; iteration++) {
      double[] step = new double[generations];
      information = new double[generations][generations];
      derive(ratings, step, information);
      solve(information, step);
      double largest = 0;
      for (int i = 0; i < generations; i++) {
        // A logistic likelihood is flat far out: no step may throw a rating there.
        step[i] = Math.max(-1, Math.min(1, step[i]));
        ratings[i] += step[i];
        largest = Math.max(largest, Math.abs(step[i]));
      }
      if (largest < 1e-9) {
        break;
      }
    }
    information = new double[generations][generations];
    derive(ratings, new double[generations], information);
    double[] column = new double[generations];
    column[generation] = 1;
    solve(information, column);
    double margin = Z95 * Math.sqrt(column[generation]);
    double rating = ratings[generation];
    return new Elo(PER_NAT * rating, PER_NAT * (rating - margin), PER_NAT * (rating + margin));
  }

  /** The gradient of the log likelihood and its negated second derivatives. */
  private void derive(double[] ratings, double[] gradient, double[][] information) {
    for (Pairing p : pairings) {
      double expected = 1 / (1 + Math.exp(ratings[p.b] - ratings[p.a]));
      double games = p.wins + p.losses;
      double pull = p.wins - games * expected;
      gradient[p.a] += pull;
      gradient[p.b] -= pull;
      double weight = games * expected * (1 - expected);
      information[p.a][p.a] += weight;
      information[p.b][p.b] += weight;
      information[p.a][p.b] -= weight;
      information[p.b][p.a] -= weight;
    }
    // Generation 0 stays at 0, and so do generations that met nobody.
    for (int i = 0; i < generations; i++) {
      if (i == 0 || information[i][i] == 0) {
        Arrays.fill(information[i], 0);
        for (double[] row : information) {
          row[i] = 0;
        }
        information[i][i] = 1;
        gradient[i] = 0;
      }
    }
  }

  /** Solves {@code matrix * x = right}, symmetric and positive definite, in place (Cholesky). */
  private static void solve(double[][] matrix, double[] right) {
    int n = right.length;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= matrix[i][k] * matrix[j][k];
        }
        matrix[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / matrix[j][j];
      }
    }
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        right[i] -= matrix[i][k] * right[k];
      }
      right[i] /= matrix[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        right[i] -= matrix[k][i] * right[k];
      }
      right[i] /= matrix[i][i];
    }
  }
}
