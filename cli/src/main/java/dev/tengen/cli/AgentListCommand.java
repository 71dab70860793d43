package dev.tengen.cli;

import dev.tengen.agents.Algorithms;
import dev.tengen.agents.env.Environments;
import dev.tengen.agents.env.TimeLimit;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tengen agent list}. */
@Command(
    name = "list",
    description = "The algorithms and the environments, and for which pairs there are presets.",
    footer = {
      "",
      "An environment takes options behind a colon: FrozenLake-v1:slippery=false,limit=50"
    },
    mixinStandardHelpOptions = true)
final class AgentListCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Print one object instead of text.")
  private boolean json;

  /** What is printed of an algorithm. */
  private record Algorithm(String name, String description, List<String> presets) {}

  /** What is printed of an environment. */
  private record Environment(
      String name,
      String description,
      int actions,
      String observation,
      int limit,
      Map<String, String> options,
      List<String> presets) {}

  @Override
  public Integer call() {
    List<Algorithm> algorithms =
        Algorithms.all().stream()
            .map(type -> new Algorithm(type.name(), type.description(), Algorithms.presets(type)))
            .toList();
    List<Environment> environments =
        Environments.entries().stream().map(entry -> environment(entry, algorithms)).toList();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("algorithms", algorithms);
      all.put("environments", environments);
      out.println(Json.pretty(all));
    } else {
      print(algorithms, environments, out);
    }
    out.flush();
    return 0;
  }

  private static Environment environment(Environments.Entry entry, List<Algorithm> algorithms) {
    TimeLimit made = Environments.make(entry.name());
    List<String> presets = new ArrayList<>();
    for (Algorithm algorithm : algorithms) {
      if (algorithm.presets().contains(entry.name())) {
        presets.add(algorithm.name());
      }
    }
    return new Environment(
        entry.name(),
        entry.description(),
        made.actionCount(),
        made.observationSpace().toString(),
        entry.limit(),
        entry.options(),
        presets);
  }

  private static void print(
      List<Algorithm> algorithms, List<Environment> environments, PrintWriter out) {
    out.println("Algorithms");
    for (Algorithm algorithm : algorithms) {
      out.printf("  %-16s %s%n", algorithm.name(), algorithm.description());
    }
    out.println();
    out.println("Environments");
    for (Environment environment : environments) {
      out.printf("  %-16s %s%n", environment.name(), environment.description());
      out.printf(
          "  %-16s %d actions, observations %s, %s%n",
          "",
          environment.actions(),
          environment.observation(),
          environment.limit() == 0
              ? "no limit on time"
              : "at most " + environment.limit() + " steps");
      environment.options().forEach((key, what) -> out.printf("  %-16s %s=…: %s%n", "", key, what));
      if (!environment.presets().isEmpty()) {
        out.printf("  %-16s presets: %s%n", "", String.join(", ", environment.presets()));
      }
    }
  }
}
