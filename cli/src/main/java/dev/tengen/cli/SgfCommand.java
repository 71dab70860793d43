package dev.tengen.cli;

import dev.tengen.game.UserError;
import dev.tengen.go.Rules;
import dev.tengen.go.record.SgfPaths;
import dev.tengen.go.record.SgfRules;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
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
      "Moves are checked under simple ko with suicide illegal, unless RU or --rules says",
      "otherwise. A move that recreates a whole board is then a note, not a fault. A game",
      "counts up to its first illegal move.",
      "",
      "Exit code 1 when a file could not be read, or had no game in it; a game that is broken",
      "somewhere is a fault in a file that was read. With --strict any fault is 1."
    },
    mixinStandardHelpOptions = true)
final class SgfCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = ".sgf or .sgf.gz, or a folder.")
  private List<Path> paths;

  @Option(
      names = "--rules",
      paramLabel = "NAME",
      description = "Check moves under these rules, whatever RU says.")
  private String rules;

  @Option(names = "--json", description = "Print one object instead of text.")
  private boolean json;

  @Option(names = "--strict", description = "Exit with 1 at any fault.")
  private boolean strict;

  @Override
  public Integer call() {
    SgfSummary summary = new SgfSummary(forcedRules());
    SgfPaths files = SgfPaths.of(paths);
    try (SgfProgress progress = new SgfProgress(files.files().size())) {
      files.files().forEach(file -> summary.add(file, progress));
    }
    files.missing().forEach(summary::addUnreadable);
    SgfSummary.Report report = summary.report();
    PrintWriter err = spec.commandLine().getErr();
    summary.unreadable().forEach(line -> err.println("tengen sgf: " + line));
    err.flush();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.pretty(report));
    } else {
      print(report, out);
    }
    out.flush();
    return summary.unreadable().isEmpty() && !(strict && !report.faults().isEmpty()) ? 0 : 1;
  }

  private Rules forcedRules() {
    if (rules == null) {
      return null;
    }
    Rules known = SgfRules.find(rules).rules();
    if (known != null) {
      return known;
    }
    try {
      return Rules.named(rules);
    } catch (UserError e) {
      throw new UsageError(e.getMessage());
    }
  }

  private static void print(SgfSummary.Report report, PrintWriter out) {
    report.faults().stream().filter(fault -> fault.game() > 0).forEach(out::println);
    report.notes().forEach(note -> out.println("note: " + note));
    out.printf(
        "%d files, %d games, %d moves, %d captures, results %s, %d faults, %d notes%n",
        report.files(),
        report.games(),
        report.moves(),
        report.captures(),
        report.results(),
        report.faults().size(),
        report.notes().size());
  }
}
