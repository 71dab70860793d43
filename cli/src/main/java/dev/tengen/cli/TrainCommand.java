package dev.tengen.cli;

import dev.tengen.training.ConfigSource;
import dev.tengen.training.StopSignal;
import dev.tengen.training.TrainingRun;
import dev.tengen.training.ZeroConfig;
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

/** {@code tengen train}: a network from recorded games. */
@Command(
    name = "train",
    description = "Trains a network on recorded games.",
    footer = {
      "",
      "Writes OUT/network, and OUT/checkpoint.safetensors, from which --from OUT goes on; logs for",
      "TensorBoard in OUT/logs."
    },
    mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      required = true,
      arity = "1..*",
      paramLabel = "DIR",
      description = "Record files or folders with them, such as RUN/games.")
  private List<Path> data;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "For the network.")
  private Path out;

  @Option(names = "--from", paramLabel = "FROM", description = "A network, or an earlier OUT.")
  private Path from;

  @Option(names = "--preset", paramLabel = "NAME", description = "Default: ${DEFAULT-VALUE}.")
  private String preset = "9x9";

  @Option(
      names = "--set",
      paramLabel = "key=value",
      description = "One setting, such as learner.batchSize=128; repeatable.")
  private List<String> sets = new ArrayList<>();

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Gradient steps; default: learner.samplesPerPosition decides.")
  private long steps;

  @Option(names = "--json", description = "Print events as objects, one a line.")
  private boolean json;

  @Override
  @SuppressWarnings("try") // the interruption does its work by being open
  public Integer call() throws IOException {
    if (steps < 0) {
      throw new UsageError("--steps " + steps + ": at least one");
    }
    ZeroConfig config = ZeroConfig.resolve(new ConfigSource(preset, null, sets), null);
    TrainingRun.Options options =
        new TrainingRun.Options(data, out, from, config, steps, BuildInfo.load().version());
    StopSignal stop = StopSignal.onRequest();
    try (Interruption interruption = Interruption.asking(stop::request)) {
      ZeroReport report = new ZeroReport(json, System.out, System.err);
      TrainingRun.Result result = TrainingRun.run(options, stop, report);
      if (!json) {
        PrintWriter writer = spec.commandLine().getOut();
        writer.println(result.network());
        writer.flush();
      }
      return result.report() == null ? 1 : 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }
}
