package dev.tengen.cli;

import dev.tengen.agents.AgentConfig;
import dev.tengen.agents.AgentTraining;
import dev.tengen.agents.Algorithms;
import dev.tengen.agents.SeedResult;
import dev.tengen.agents.algorithm.AlgorithmType;
import dev.tengen.agents.env.Environments;
import dev.tengen.game.UserError;
import dev.tengen.training.StopSignal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tengen agent train}. */
@Command(
    name = "train",
    description = "Trains an agent, or goes on with a training that was stopped or killed.",
    footer = {
      "",
      "Without --algo and --env a run in --out goes on with the settings that it was started with.",
      "Learning curves are in OUT/curves.html and OUT/curves.png, logs for TensorBoard in",
      "OUT/seed-N/logs."
    },
    mixinStandardHelpOptions = true)
final class AgentTrainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--algo",
      paramLabel = "A",
      description = "${COMPLETION-CANDIDATES}.",
      completionCandidates = AlgorithmNames.class)
  private String algo;

  @Option(
      names = "--env",
      paramLabel = "E",
      description = "The environment; 'tengen agent list' knows them.")
  private String env;

  @Option(names = "--seed", paramLabel = "S", description = "Of the first training; default: 1.")
  private Long seed;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Steps in the environment; default: as the preset says.")
  private Long steps;

  @Option(
      names = "--runs",
      paramLabel = "K",
      description = "Trainings one after the other, with seeds S to S+K-1; default: 1.")
  private Integer runs;

  @Option(
      names = "--set",
      paramLabel = "key=value",
      description = "One setting, such as learningRate=0.5; repeatable.")
  private List<String> sets = new ArrayList<>();

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "The run's folder.")
  private Path out;

  @Option(names = "--json", description = "Print the results as one array.")
  private boolean json;

  @Override
  @SuppressWarnings("try") // the interruption does its work by being open
  public Integer call() throws IOException {
    AgentConfig<?> config = config();
    StopSignal stop = StopSignal.onRequest();
    List<SeedResult> results;
    try (Interruption interruption = Interruption.asking(stop::request);
        AgentReport report = new AgentReport(spec.commandLine().getErr())) {
      results = AgentTraining.run(out, config, stop, report);
    }
    PrintWriter writer = spec.commandLine().getOut();
    if (json) {
      writer.println(Json.pretty(results));
    } else {
      AgentTable.of(results).forEach(writer::println);
    }
    writer.flush();
    return stop.isRequested() ? 1 : 0;
  }

  /** What was asked for; null to go on with what is there. */
  private AgentConfig<?> config() {
    List<String> all = new ArrayList<>(sets);
    if (seed != null) {
      all.add("seed=" + seed);
    }
    if (steps != null) {
      all.add("steps=" + steps);
    }
    if (runs != null) {
      all.add("runs=" + runs);
    }
    if (algo == null && env == null && all.isEmpty()) {
      if (AgentTraining.isRun(out)) {
        return null;
      }
      throw new UsageError("nothing says what to train: name --algo and --env");
    }
    if (algo == null || env == null) {
      throw new UsageError("name both --algo and --env");
    }
    try {
      Algorithms.named(algo);
      Environments.make(env);
    } catch (UserError e) {
      throw new UsageError(e.getMessage());
    }
    return AgentConfig.resolve(algo, env, all);
  }

  /** For the help text. */
  static final class AlgorithmNames extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    AlgorithmNames() {
      super(Algorithms.all().stream().map(AlgorithmType::name).toList());
    }
  }
}
