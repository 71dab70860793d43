package dev.tengen.cli;

import dev.tengen.agents.AgentCurves;
import dev.tengen.agents.RunSummary;
import dev.tengen.agents.SeedResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tengen agent report}. */
@Command(
    name = "report",
    description = "Draws a run's learning curves again, and sums its trainings up.",
    footer = {
      "",
      "Writes RUN/curves.html and RUN/curves.png, as 'agent train' does. A run may still be going on."
    },
    mixinStandardHelpOptions = true)
final class AgentReportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--run", required = true, paramLabel = "DIR", description = "A run.")
  private Path run;

  @Option(names = "--json", description = "Print one object instead of text.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    List<Path> files = AgentCurves.draw(run);
    List<SeedResult> results = AgentCurves.results(run);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.pretty(RunSummary.of(results)));
    } else {
      AgentTable.of(results).forEach(out::println);
    }
    out.flush();
    PrintWriter err = spec.commandLine().getErr();
    if (results.isEmpty()) {
      err.println("no training of " + run + " is finished");
    }
    err.println(AgentReport.curves(files));
    err.flush();
    return 0;
  }
}
