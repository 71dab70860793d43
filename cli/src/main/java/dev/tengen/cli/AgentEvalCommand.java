package dev.tengen.cli;

import dev.tengen.agents.AgentEvaluation;
import dev.tengen.agents.AgentEvaluation.OfSeed;
import dev.tengen.agents.Checkpoint;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tengen agent eval}. */
@Command(
    name = "eval",
    description = "Plays greedily with what a run learned.",
    mixinStandardHelpOptions = true)
final class AgentEvalCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--run",
      required = true,
      paramLabel = "DIR",
      description = "A run, or one training in it: RUN/seed-1.")
  private Path run;

  @Option(
      names = "--episodes",
      paramLabel = "N",
      description = "Of each training; default: ${DEFAULT-VALUE}.")
  private int episodes = 100;

  @Option(
      names = "--checkpoint",
      paramLabel = "C",
      description = "last, or best in the evaluations on the way; default: last.")
  private Checkpoint checkpoint = Checkpoint.LAST;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Of the environments' chance; default: ${DEFAULT-VALUE}.")
  private long seed = 1_000_003;

  @Option(names = "--json", description = "Print one object instead of text.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (episodes < 1) {
      throw new UsageError("--episodes " + episodes + ": at least one");
    }
    AgentEvaluation.Report report = AgentEvaluation.run(run, checkpoint, episodes, seed);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.pretty(report));
    } else {
      print(report, out);
    }
    out.flush();
    return 0;
  }

  private static void print(AgentEvaluation.Report report, PrintWriter out) {
    for (OfSeed training : report.trainings()) {
      out.printf(
          Locale.ROOT,
          "seed %d, %s checkpoint at step %,d: mean return %.4f%s%n",
          training.seed(),
          report.checkpoint(),
          training.step(),
          training.meanReturn(),
          exact(training.exact()));
    }
    out.printf(
        Locale.ROOT,
        "%s in %s: mean return %.4f ± %.4f over %d episodes, from %.2f to %.2f%s%n",
        report.algo(),
        report.env(),
        report.meanReturn(),
        report.stdReturn(),
        report.episodes(),
        report.minReturn(),
        report.maxReturn(),
        exact(report.exact()));
  }

  private static String exact(Double value) {
    return value == null ? "" : String.format(Locale.ROOT, " (exactly %.4f)", value);
  }
}
