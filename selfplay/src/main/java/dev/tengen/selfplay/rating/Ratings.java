package dev.tengen.selfplay.rating;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Elo of several players from all their games together: the ratings under which the Bradley-Terry
 * model makes the results most likely, a draw being half a win for each side.
 *
 * <p><b>Prior.</b> As in Coulom's BayesElo (https://www.remi-coulom.fr/Bayesian-Elo/, command
 * {@code prior}) virtual draws are added to the games, so that nobody who played is rated infinite.
 * How many and where is Jeffreys' prior, see {@link BradleyTerry}: between n players n - 1 in
 * total, and so one in a match of two; in each encounter its share of what is known about the
 * difference of its two players. BayesElo spreads each player's over its opponents in proportion to
 * games; but a virtual draw between players far apart, as between the first and the last of a long
 * ladder, would pull everybody between them together.
 *
 * <p><b>Intervals</b> cover the truth about 95 times in 100. Their unit is the pair of games from
 * one opening, as its two games are not independent: the covariance is the sandwich H⁻¹ B H⁻¹ of
 * White, "Maximum likelihood estimation of misspecified models", Econometrica 50 (1982), with H the
 * information and B the sum over pairs (and single games) of the squared residual points. The
 * virtual draws enter B as half a win and half a loss, so that equal results do not look like
 * certainty. Intervals are symmetric on the scale of ratings, which is that of log odds.
 *
 * <p><b>Players whom no chain of games compares</b> fall into groups. Within each all is as said;
 * between two groups nothing is known, and their means are taken to be equal with the uncertainty
 * of a single virtual draw, which is what {@link Elo#of} says of two players without a game: 0
 * within 681. {@link #compared} tells.
 */
public final class Ratings {

  private static final double Z95 = 1.959964;

  private final BradleyTerry model;
  private final double[] strengths;
  private final double[][] covariance;
  private final int anchor;

  private Ratings(BradleyTerry model, int anchor) {
    this.model = model;
    this.anchor = anchor;
    strengths = model.fit();
    BradleyTerry.Local local = model.at(strengths);
    covariance = Matrices.sandwich(local.inverse(), local.scatter());
  }

  /**
   * Rates players.
   *
   * @param players how many; at least 1
   * @param encounters in any order; two players may have several
   * @param anchor the player whose rating is 0; −1: the mean of all players is 0
   */
  public static Ratings of(int players, List<Encounter> encounters, int anchor) {
    if (players < 1 || anchor < -1 || anchor >= players) {
      throw new IllegalArgumentException("anchor " + anchor + " of " + players + " players");
    }
    for (Encounter encounter : encounters) {
      if (Math.max(encounter.a(), encounter.b()) >= players) {
        throw new IllegalArgumentException(encounter + " among " + players + " players");
      }
    }
    return new Ratings(new BradleyTerry(players, encounters), anchor);
  }

  public int players() {
    return strengths.length;
  }

  /** The rating relative to the anchor, or to the mean of all players. */
  public Elo rating(int player) {
    double[] contrast = new double[players()];
    contrast[player] = 1;
    if (anchor >= 0) {
      contrast[anchor] -= 1;
    } else {
      for (int i = 0; i < contrast.length; i++) {
        contrast[i] -= 1.0 / contrast.length;
      }
    }
    return estimate(contrast);
  }

  /** How much better {@code a} is than {@code b}. */
  public Elo difference(int a, int b) {
    return estimate(contrast(a, b));
  }

  /**
   * The likelihood of superiority: the confidence, between 0 and 1, with which the results say that
   * {@code a} is the stronger one; 0.5 where they say nothing.
   *
   * <p>It is the normal distribution at Rao's score statistic of the hypothesis that both are
   * equal, with the pair as unit (Boos, "On generalized score tests", The American Statistician 46,
   * 1992). For two players it is the sum of the units' points beyond an even score, over the root
   * of the sum of their squares: without pairs and but for the virtual draw, the familiar (wins -
   * losses) / sqrt(wins + losses). The rating's own standard error would not do, as it grows with a
   * sweep.
   */
  public double superiority(int a, int b) {
    if (a == b) {
      return 0.5;
    }
    BradleyTerry.Local equal = model.at(model.fitEqual(a, b));
    double[] direction = Matrices.times(equal.inverse(), contrast(a, b));
    double lead = Matrices.dot(direction, equal.gradient());
    double variance = Matrices.dot(direction, Matrices.times(equal.scatter(), direction));
    return normal(lead / Math.sqrt(variance));
  }

  /** Whether games compare the two, perhaps by way of others. */
  public boolean compared(int a, int b) {
    return model.connected(a, b);
  }

  /** The players, best first; the lower index first among equals. */
  public int[] order() {
    return IntStream.range(0, players())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -strengths[i]))
        .mapToInt(i -> i)
        .toArray();
  }

  private double[] contrast(int a, int b) {
    double[] contrast = new double[players()];
    contrast[a] += 1;
    contrast[b] -= 1;
    return contrast;
  }

  private Elo estimate(double[] contrast) {
    double elo = Elo.PER_LOGIT * Matrices.dot(contrast, strengths);
    double variance = Matrices.dot(contrast, Matrices.times(covariance, contrast));
    double margin = Elo.PER_LOGIT * Z95 * Math.sqrt(Math.max(0, variance));
    return new Elo(elo, elo - margin, elo + margin);
  }

  /**
   * The normal distribution, by the series of Marsaglia, "Evaluating the normal distribution",
   * Journal of Statistical Software 11 (2004).
   */
  private static double normal(double x) {
    if (Math.abs(x) > 7) {
      return x > 0 ? 1 : 0;
    }
    double sum = x;
    double term = x;
    for (int i = 3; Math.abs(term) > 1e-17; i += 2) {
      term *= x * x / i;
      sum += term;
    }
    return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }
}
