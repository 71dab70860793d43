package dev.tengen.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tengen doctor}: what is installed, and what to do about what is missing. */
@Command(
    name = "doctor",
    description = "Looks at this machine: Java, memory, processor, TensorFlow and its devices.",
    footer = {"", "Exit code 1 when something that Tengen cannot do without is missing."},
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Print an array of {name, state, value, advice}.")
  private boolean json;

  @Override
  public Integer call() {
    List<Finding> findings = Examination.all();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.pretty(findings));
    } else {
      for (Finding finding : findings) {
        String state = finding.state().name().toLowerCase(Locale.ROOT);
        out.println("%-8s %-16s %s".formatted(state, finding.name(), finding.value()));
        if (!finding.advice().isEmpty()) {
          out.println(" ".repeat(26) + finding.advice());
        }
      }
    }
    out.flush();
    boolean works = findings.stream().noneMatch(f -> f.state() == Finding.State.MISSING);
    return works ? 0 : 1;
  }
}
