package dev.tengen.mcts;

import dev.tengen.game.Position;
import java.util.List;

/**
 * What a search knows of its root at one moment, with the play that it expects after each action.
 *
 * @param root the position searched
 * @param candidates the actions that were visited: first the {@link SearchResult#bestAction} if it
 *     was, then by visits, prior and action
 */
public record SearchView(Position root, SearchResult result, List<Candidate> candidates) {

  /**
   * An action of the root. Values are in [-1, 1], for the root's player to move.
   *
   * @param visits at least 1
   * @param value the mean of the visits' values
   * @param prior the evaluator's, without noise
   * @param lowerBound what the value hardly lies below: {@code value - z * sqrt(variance / visits)}
   *     with z of {@link SearchConfig#lcbStdevs}, or KataGo's 5 where that is 0, but at least -1;
   *     -1 with fewer than two visits, which say nothing about their scatter (KataGo and Leela Zero
   *     take the lowest value there, too)
   * @param line the action and what is most visited after it
   * @param lineVisits the visits of each action of the line
   */
  @SuppressWarnings("ArrayRecordComponent") // a plain carrier, made for its reader
  public record Candidate(
      int action,
      int visits,
      float value,
      float prior,
      float lowerBound,
      int[] line,
      int[] lineVisits) {}

  public SearchView {
    candidates = List.copyOf(candidates);
  }
}
