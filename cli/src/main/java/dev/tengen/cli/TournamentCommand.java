package dev.tengen.cli;

import dev.tengen.cli.ContestSettings.Format;
import dev.tengen.cli.report.TournamentReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tengen tournament}: who is how strong? */
@Command(
    name = "tournament",
    description = "Plays several players against each other and rates them.",
    footer = {
      "",
      "PLAYER is " + PlayerSpec.GRAMMAR + ".",
      "--out alone goes on with a tournament; more --games and more players may be given then."
    },
    mixinStandardHelpOptions = true)
final class TournamentCommand implements Callable<Integer> {

  /** Columns of the text at the end, which may go into a file. */
  private static final int WIDTH = 100;

  @Spec private CommandSpec spec;

  @Mixin private ContestOptions options;

  @Option(
      names = "--player",
      paramLabel = NamedPlayer.GRAMMAR,
      description = "A player, under a name of your choice; once for each.")
  private List<String> players = new ArrayList<>();

  @Option(names = "--gauntlet", description = "The first player against each of the others.")
  private boolean gauntlet;

  @Option(
      names = "--ladder",
      paramLabel = "RUN",
      description = "The generations of a run, each against those just before it.")
  private Path ladder;

  @Option(
      names = "--back",
      paramLabel = "N",
      description = "How many predecessors on a ladder; default: ${DEFAULT-VALUE}.")
  private int back = 2;

  @Option(
      names = "--visits",
      paramLabel = "N",
      description =
          "Visits of the players on a ladder; default: " + PlayerSpec.DEFAULT_VISITS + ".")
  private int visits = PlayerSpec.DEFAULT_VISITS;

  @Option(
      names = "--anchor",
      paramLabel = "NAME",
      description = "The player whose Elo is 0; default: the mean is.")
  private String anchor;

  @Option(names = "--json", description = "Print results.json instead of text.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (options.out == null) {
      throw new UsageError("--out DIR: say where the games shall be kept");
    }
    if (gauntlet && ladder != null) {
      throw new UsageError("--gauntlet and --ladder: choose one");
    }
    List<String> all = new ArrayList<>(players);
    if (ladder != null) {
      all.addAll(generations());
    }
    Format format = gauntlet ? Format.GAUNTLET : ladder != null ? Format.LADDER : null;
    ContestPlan plan =
        new ContestPlan(
            format, back, NamedPlayer.parse(all), anchor, options, ContestOptions.typed(spec));
    TournamentReport report = new Contest(spec.commandLine().getErr(), plan, null).run().report();
    PrintWriter out = spec.commandLine().getOut();
    out.println((json ? report.json() : report.text(WIDTH)).stripTrailing());
    if (!json) {
      out.println("report: " + options.out.resolve("report.html"));
    }
    out.flush();
    return 0;
  }

  /** The networks of a run, the first generation first. */
  private List<String> generations() throws IOException {
    Path networks = ladder.resolve("networks");
    if (!Files.isDirectory(networks)) {
      throw new UsageError("--ladder " + ladder + ": no run with networks is there");
    }
    try (Stream<Path> all = Files.list(networks)) {
      return all.filter(path -> path.getFileName().toString().matches("gen-\\d+"))
          .sorted()
          .map(path -> "%s=network:%s,visits=%d".formatted(path.getFileName(), path, visits))
          .toList();
    }
  }
}
