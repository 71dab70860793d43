package dev.tengen.mcts;

import dev.tengen.game.UserError;

/**
 * Settings of a search with planning by Gumbel noise (Danihelka et al. 2022, "Policy improvement by
 * planning with Gumbel"). It improves on the evaluator's policy from a handful of visits on, where
 * PUCT needs hundreds.
 *
 * <p>At the root, sequential halving: noise {@code g} is drawn for every action, the actions with
 * the highest {@code g + logit} are simulated equally often, the worse half of them is dropped by
 * {@code g + logit + sigma(q)}, and so on; the best one of the last is played. Below the root, an
 * edge is chosen by {@code argmax pi'(a) - N(a) / (1 + sum of N)}, where {@code pi' =
 * softmax(logits + sigma(completed q))} is the improved policy; that of the root is the training
 * target ({@link SearchResult#improvedPolicy}). Here
 *
 * <pre>
 *   sigma(q) = (cVisit + max N) * cScale * (q + 1) / 2          q in [-1, 1]
 * </pre>
 *
 * <p>and an action without visits is completed by the mixed value {@code (v + sum N * (sum p q over
 * visited / sum p over visited)) / (1 + sum N)}, with the evaluator's value v.
 *
 * @param maxConsidered most actions that sequential halving starts with, at least 1. Standard 16
 *     (the paper's for Go).
 * @param noiseScale factor on the Gumbel noise, at least 0. Standard 1, for self-play; 0 to play at
 *     full strength.
 * @param cVisit at least 0. Standard 50 (the paper's).
 * @param cScale above 0. Standard 1 (TamaGo's, on values in 0 to 1, as here).
 */
public record Gumbel(int maxConsidered, double noiseScale, double cVisit, double cScale) {

  private static final Gumbel STANDARD = new Gumbel(16, 1, 50, 1);

  public Gumbel {
    require(maxConsidered >= 1, "maxConsidered", "at least 1", maxConsidered);
    require(noiseScale >= 0 && noiseScale <= 100, "noiseScale", "from 0 to 100", noiseScale);
    require(cVisit >= 0 && cVisit <= 1e6, "cVisit", "from 0 to 1000000", cVisit);
    require(cScale > 0 && cScale <= 1e6, "cScale", "above 0", cScale);
  }

  private static void require(boolean holds, String name, String expected, Number actual) {
    if (!holds) {
      throw new UserError("gumbel setting " + name + " must be " + expected + ", not " + actual);
    }
  }

  /** The standard values, for self-play. */
  public static Gumbel standard() {
    return STANDARD;
  }

  /** These settings with another {@code maxConsidered}. */
  public Gumbel withMaxConsidered(int value) {
    return new Gumbel(value, noiseScale, cVisit, cScale);
  }

  /** These settings with another {@code noiseScale}. */
  public Gumbel withNoiseScale(double value) {
    return new Gumbel(maxConsidered, value, cVisit, cScale);
  }

  /** These settings with another {@code cScale}. */
  public Gumbel withCScale(double value) {
    return new Gumbel(maxConsidered, noiseScale, cVisit, value);
  }
}
