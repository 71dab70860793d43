package dev.tengen.agents;

import dev.tengen.agents.algorithm.Actor;
import dev.tengen.agents.algorithm.Algorithm;
import dev.tengen.agents.algorithm.Task;
import dev.tengen.agents.env.VectorEnvironment;
import dev.tengen.training.Seeds;
import java.util.Arrays;
import java.util.List;

/**
 * What episodes earned.
 *
 * @param episodes how many
 * @param mean of the sums of rewards
 * @param std their standard deviation
 * @param min the worst
 * @param max the best
 * @param meanLength steps of an episode
 */
public record Returns(
    int episodes, double mean, double std, double min, double max, double meanLength) {

  /** So many environments act in one call of a network. */
  private static final int TOGETHER = 100;

  /**
   * Plays episodes greedily, each in an environment of its own, so that short ones do not come more
   * often than long ones.
   *
   * @param seed of the environments' chance
   */
  static Returns greedy(Algorithm algorithm, Task task, int episodes, long seed) {
    double[] returns = new double[episodes];
    long steps = 0;
    for (int from = 0; from < episodes; from += TOGETHER) {
      int count = Math.min(TOGETHER, episodes - from);
      VectorEnvironment environments = task.newEnvironments(count, Seeds.of(seed, 0, from));
      Actor actor = algorithm.actor(count);
      int[] actions = new int[count];
      boolean[] done = new boolean[count];
      for (int left = count; left > 0; ) {
        actor.act(environments, actions);
        environments.step(actions);
        for (int i = 0; i < count; i++) {
          if (!done[i] && environments.isOver(i)) {
            done[i] = true;
            left--;
            returns[from + i] = environments.episodeReturn(i);
            steps += environments.episodeLength(i);
          }
        }
      }
    }
    return of(returns, (double) steps / episodes);
  }

  private static Returns of(double[] returns, double meanLength) {
    double mean = Arrays.stream(returns).average().orElseThrow();
    double variance = Arrays.stream(returns).map(r -> (r - mean) * (r - mean)).sum();
    return new Returns(
        returns.length,
        mean,
        Math.sqrt(variance / returns.length),
        Arrays.stream(returns).min().orElseThrow(),
        Arrays.stream(returns).max().orElseThrow(),
        meanLength);
  }

  /** All episodes of several, together. */
  static Returns pooled(List<Returns> parts) {
    int episodes = parts.stream().mapToInt(Returns::episodes).sum();
    double mean = parts.stream().mapToDouble(r -> r.mean * r.episodes).sum() / episodes;
    double variance =
        parts.stream()
                .mapToDouble(r -> r.episodes * (r.std * r.std + (r.mean - mean) * (r.mean - mean)))
                .sum()
            / episodes;
    return new Returns(
        episodes,
        mean,
        Math.sqrt(variance),
        parts.stream().mapToDouble(Returns::min).min().orElseThrow(),
        parts.stream().mapToDouble(Returns::max).max().orElseThrow(),
        parts.stream().mapToDouble(r -> r.meanLength * r.episodes).sum() / episodes);
  }
}
