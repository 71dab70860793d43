package dev.tengen.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tengen agent}: agents that learn in small environments. */
@Command(
    name = "agent",
    description = "Trains agents in small environments, and looks at what they learned.",
    mixinStandardHelpOptions = true,
    subcommands = {
      AgentListCommand.class,
      AgentTrainCommand.class,
      AgentEvalCommand.class,
      AgentRenderCommand.class,
      AgentReportCommand.class
    })
final class AgentCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "name what to do: list, train, eval, render or report");
  }
}
