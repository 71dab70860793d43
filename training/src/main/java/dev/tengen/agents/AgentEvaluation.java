package dev.tengen.agents;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.tengen.agents.algorithm.Algorithm;
import dev.tengen.agents.algorithm.Task;
import dev.tengen.training.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Plays with what was learned. */
public final class AgentEvaluation {

  private AgentEvaluation() {}

  /**
   * How one training's checkpoint did.
   *
   * @param exact the expected return by the environment's transition table, or null
   */
  @JsonInclude(Include.NON_NULL)
  public record OfSeed(long seed, long step, double meanReturn, Double exact) {}

  /**
   * How a run's checkpoints did.
   *
   * @param episodes in all
   * @param meanReturn over all episodes, and so over the trainings
   * @param worst the worst training's mean return
   * @param exact the mean of the trainings' expected returns by the environment's transition table,
   *     or null
   */
  @JsonInclude(Include.NON_NULL)
  public record Report(
      String algo,
      String env,
      String checkpoint,
      int episodes,
      double meanReturn,
      double stdReturn,
      double minReturn,
      double maxReturn,
      double meanLength,
      double worst,
      Double exact,
      List<OfSeed> trainings) {}

  /**
   * Plays greedy episodes with each training of a run.
   *
   * @param run the folder of a run, or of one training in it
   * @param episodes of each training
   * @param seed of the environments' chance
   */
  public static Report run(Path run, Checkpoint which, int episodes, long seed) throws IOException {
    List<Returns> returns = new ArrayList<>();
    List<OfSeed> trainings = new ArrayList<>();
    RunSettings settings = null;
    for (TrainedAgent agent : TrainedAgent.of(run, which)) {
      try (Algorithm algorithm = agent.load()) {
        settings = agent.config().run();
        Task task = agent.config().task(agent.seed());
        Returns each = Returns.greedy(algorithm, task, episodes, Seeds.of(seed, 0, agent.seed()));
        returns.add(each);
        trainings.add(
            new OfSeed(agent.seed(), algorithm.steps(), each.mean(), Exact.of(algorithm, task)));
      }
    }
    Returns all = Returns.pooled(returns);
    boolean exact = trainings.stream().allMatch(t -> t.exact() != null);
    return new Report(
        settings.algo(),
        settings.env(),
        which.folder(),
        all.episodes(),
        all.mean(),
        all.std(),
        all.min(),
        all.max(),
        all.meanLength(),
        trainings.stream().mapToDouble(OfSeed::meanReturn).min().orElseThrow(),
        exact ? trainings.stream().mapToDouble(OfSeed::exact).average().orElseThrow() : null,
        trainings);
  }
}
