package dev.tengen.agents;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.tengen.agents.curves.Aggregate;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the finished trainings of a run come to together.
 *
 * @param last mean returns of the last checkpoints in the episodes at the end
 * @param best the same of the best checkpoints
 * @param lastExact expected returns of the last checkpoints by the environment's transition table;
 *     null if there is none
 * @param trainings each by itself, in the order of their seeds
 */
@JsonInclude(Include.NON_NULL)
public record RunSummary(
    Aggregate last, Aggregate best, Aggregate lastExact, List<SeedResult> trainings) {

  /** Sums results up; without results all is null but their list. */
  public static RunSummary of(List<SeedResult> results) {
    if (results.isEmpty()) {
      return new RunSummary(null, null, null, results);
    }
    boolean exact = results.stream().allMatch(result -> result.lastExact() != null);
    return new RunSummary(
        aggregate(results, result -> result.last().mean()),
        aggregate(results, result -> result.best().mean()),
        exact ? aggregate(results, SeedResult::lastExact) : null,
        results);
  }

  private static Aggregate aggregate(List<SeedResult> results, ToDoubleFunction<SeedResult> score) {
    return Aggregate.of(results.stream().mapToDouble(score).toArray());
  }
}
