package dev.tengen.cli;

import dev.tengen.training.ConfigSource;
import dev.tengen.training.Presets;
import dev.tengen.training.StopSignal;
import dev.tengen.training.ZeroLoop;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tengen zero}: learns Go from nothing, or goes on learning. */
@Command(
    name = "zero",
    description = "Self-play, training and matches, generation after generation, from nothing.",
    footer = {
      "",
      "The same command goes on with a run that was stopped or killed. Ctrl-C stops it; at most",
      "the games in flight are lost. Preset '9x9' is for days, 'quickstart' for ten minutes."
    },
    mixinStandardHelpOptions = true)
final class ZeroCommand implements Callable<Integer> {

  @Option(names = "--run", required = true, paramLabel = "DIR", description = "The run's folder.")
  private Path run;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description = "Settings: ${COMPLETION-CANDIDATES}.",
      completionCandidates = PresetNames.class)
  private String preset;

  @Option(names = "--config", paramLabel = "FILE", description = "Settings from a YAML file.")
  private Path config;

  @Option(names = "--set", paramLabel = "key=value", description = "One setting; repeatable.")
  private List<String> sets = new ArrayList<>();

  @Option(names = "--from", paramLabel = "NETWORK", description = "A new run starts from it.")
  private String from;

  @Option(names = "--generations", paramLabel = "N", description = "Stop after so many more.")
  private Integer generations;

  @Option(names = "--minutes", paramLabel = "M", description = "Stop after this time.")
  private Double minutes;

  @Option(names = "--json", description = "Print events as objects, one a line.")
  private boolean json;

  @Override
  @SuppressWarnings("try") // the interruption does its work by being open
  public Integer call() throws IOException {
    if (generations != null && generations < 1) {
      throw new UsageError("--generations " + generations + ": at least one");
    }
    if (minutes != null && !(minutes > 0 && minutes < 1e7)) {
      throw new UsageError("--minutes " + minutes + ": above 0");
    }
    if (preset != null && !Presets.names().contains(preset)) {
      throw new UsageError(
          "unknown preset '" + preset + "'; there are " + String.join(", ", Presets.names()));
    }
    StopSignal stop =
        minutes == null
            ? StopSignal.onRequest()
            : StopSignal.after(Duration.ofMillis((long) (minutes * 60_000)));
    ZeroReport report = new ZeroReport(json, System.out, System.err);
    ConfigSource source = new ConfigSource(preset, config, sets);
    try (Interruption interruption = Interruption.asking(stop::request)) {
      ZeroLoop.Options options =
          new ZeroLoop.Options(
              run,
              source,
              from == null ? null : NetworkFiles.resolve(from),
              generations == null ? 0 : generations,
              BuildInfo.load().version());
      ZeroLoop.run(options, stop, report);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  /** For the help text. */
  static final class PresetNames extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    PresetNames() {
      super(Presets.names());
    }
  }
}
