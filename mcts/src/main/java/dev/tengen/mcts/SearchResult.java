package dev.tengen.mcts;

import dev.tengen.game.Policy;
import java.util.random.RandomGenerator;

/**
 * What a search knows about its root at one moment. Every array but the best line has one element
 * per action of the game, legal or not.
 *
 * @param bestAction the action to play at full strength: the most visited one; of equals the one
 *     with the higher prior, then the lower action; or, by {@link SearchConfig#lcbStdevs}, of those
 *     visited enough the one with the highest lower bound of its value. In a search with Gumbel
 *     noise the one that sequential halving arrived at; its noise makes it a random choice already
 * @param visits how often each action was visited, by earlier searches of this tree too
 * @param open the legal actions that are not known to lose ({@link SearchConfig#solver}, {@link
 *     SearchConfig#guardPass}); if all are, all. Moves are chosen and drawn among them
 * @param targetVisits the visits for a policy target: {@code visits}, less forced playouts where
 *     there were any ({@link SearchConfig#forcedPlayouts})
 * @param q the mean value of those visits, in [-1, 1] for the root's player to move; NaN without
 *     visits
 * @param variance the sample variance of the values of those visits; NaN with fewer than two. The
 *     standard error of {@code q} is {@code sqrt(variance / visits)}
 * @param priors the evaluator's policy over the legal actions, without noise; sums to 1
 * @param value what the search thinks of the root: the mean over its own evaluation and all visits,
 *     in [-1, 1] for its player to move
 * @param rawValue what the evaluator says of the root, in [-1, 1] for its player to move
 * @param rootVisits visits of the root: those of its actions, and one for its own evaluation
 * @param improvedPolicy the policy improved by what the search found, {@code softmax(logits +
 *     sigma(completed q))}; sums to 1. The training target of a search with Gumbel noise (see
 *     {@link Gumbel}, whose standard constants it has in other searches)
 * @param bestLine the actions of the principal variation: bestAction, then the most visited ones
 * @param nodes nodes in the tree
 * @param full whether the tree had no more room, which ends a search before its budget
 */
@SuppressWarnings(
    "ArrayRecordComponent") // a plain carrier, made for its reader; compared by nobody
public record SearchResult(
    int bestAction,
    int[] visits,
    boolean[] open,
    int[] targetVisits,
    float[] q,
    float[] variance,
    float[] priors,
    float value,
    float rawValue,
    int rootVisits,
    float[] improvedPolicy,
    int[] bestLine,
    int nodes,
    boolean full) {

  /**
   * The search policy: the target visits of {@link #open} actions to the power of {@code 1 /
   * temperature}, normalised; one element per action. Temperature 0 gives everything to {@link
   * #bestAction}. If no action was visited, the priors take the place of the visits.
   *
   * @param temperature at least 0
   */
  public float[] policy(double temperature) {
    return MoveChoice.policy(
        MoveChoice.only(targetVisits, open),
        MoveChoice.only(priors, open),
        bestAction,
        temperature);
  }

  /** An action drawn from {@link #policy}; at temperature 0 {@link #bestAction}, without a draw. */
  public int choose(double temperature, RandomGenerator random) {
    return temperature == 0 ? bestAction : Policy.sample(policy(temperature), random);
  }
}
