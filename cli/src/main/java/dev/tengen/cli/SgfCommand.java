package dev.tengen.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tengen sgf}: are these game records in order? */
@Command(
    name = "sgf",
    description = "Reads SGF files, replays their main lines and says what is wrong with them.",
    footer = {
      "",
      "Moves are checked under simple ko with suicide illegal, unless RU names other rules.",
      "Exit code 1 when a file could not be read; with --strict at any fault."
    },
    mixinStandardHelpOptions = true)
final class SgfCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = ".sgf or .sgf.gz, or a folder.")
  private List<Path> paths;

  @Option(names = "--json", description = "Print one object instead of text.")
  private boolean json;

  @Option(names = "--strict", description = "Exit with 1 at any fault.")
  private boolean strict;

  @Override
  public Integer call() throws IOException {
    SgfSummary summary = new SgfSummary();
    boolean readable = true;
    for (Path path : paths) {
      for (Path file : filesOf(path)) {
        readable &= summary.add(file);
      }
    }
    SgfSummary.Report report = summary.report();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.pretty(report));
    } else {
      report.faults().forEach(out::println);
      out.printf(
          "%d files, %d games, %d moves, %d captures, results %s, %d faults%n",
          report.files(),
          report.games(),
          report.moves(),
          report.captures(),
          report.results(),
          report.faults().size());
    }
    out.flush();
    return readable && !(strict && !report.faults().isEmpty()) ? 0 : 1;
  }

  private static List<Path> filesOf(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> below = Files.walk(path)) {
      return below.filter(file -> file.toString().matches(".*\\.sgf(\\.gz)?")).sorted().toList();
    }
  }
}
