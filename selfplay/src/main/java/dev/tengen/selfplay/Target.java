package dev.tengen.selfplay;

import dev.tengen.mcts.SearchResult;
import dev.tengen.selfplay.Turn.Effort;
import java.util.Arrays;

/** Makes turns of search results. */
final class Target {

  /**
   * Of an improved policy, the heaviest actions are kept until they hold this much of it; the tail
   * is a hundred tiny weights that would make up most of a record.
   */
  private static final double MASS_KEPT = 0.999;

  private Target() {}

  /** A turn whose target is the visits. */
  static Turn ofVisits(int action, Effort effort, SearchResult result) {
    int[] visits = result.targetVisits();
    boolean[] kept = new boolean[visits.length];
    for (int a = 0; a < visits.length; a++) {
      kept[a] = visits[a] > 0;
    }
    int[] actions = indices(kept);
    return new Turn(action, effort, result.value(), actions, pick(visits, actions));
  }

  /** A turn whose target is the improved policy. */
  static Turn ofImprovedPolicy(int action, Effort effort, SearchResult result) {
    float[] policy = result.improvedPolicy();
    float[] sorted = policy.clone();
    Arrays.sort(sorted);
    double mass = 0;
    float least = 0;
    for (int i = sorted.length - 1; i >= 0 && mass < MASS_KEPT; i--) {
      mass += sorted[i];
      least = sorted[i];
    }
    boolean[] kept = new boolean[policy.length];
    for (int a = 0; a < policy.length; a++) {
      kept[a] = result.visits()[a] > 0 || (policy[a] > 0 && policy[a] >= least);
    }
    int[] actions = indices(kept);
    float[] weights = new float[actions.length];
    for (int i = 0; i < actions.length; i++) {
      weights[i] = policy[actions[i]];
    }
    return new Turn(
        action, effort, result.value(), actions, pick(result.visits(), actions), weights);
  }

  private static int[] indices(boolean[] kept) {
    int[] indices = new int[kept.length];
    int count = 0;
    for (int i = 0; i < kept.length; i++) {
      if (kept[i]) {
        indices[count++] = i;
      }
    }
    return Arrays.copyOf(indices, count);
  }

  private static int[] pick(int[] from, int[] indices) {
    int[] picked = new int[indices.length];
    for (int i = 0; i < indices.length; i++) {
      picked[i] = from[indices[i]];
    }
    return picked;
  }
}
