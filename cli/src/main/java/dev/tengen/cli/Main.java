package dev.tengen.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code tengen}: knows its subcommands and turns what goes wrong into exit codes. */
@Command(
    name = "tengen",
    description = "An AlphaGo Zero system for the JVM.",
    mixinStandardHelpOptions = true,
    versionProvider = BuildInfo.Provider.class,
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "'tengen COMMAND --help' describes a command.",
      "Exit codes: 0 done, 1 failed, 2 wrong usage."
    },
    subcommands = {
      GtpCommand.class,
      WebCommand.class,
      ZeroCommand.class,
      SelfPlayCommand.class,
      TrainCommand.class,
      MatchCommand.class,
      TournamentCommand.class,
      AgentCommand.class,
      BenchCommand.class,
      SgfCommand.class,
      NetworkCommand.class,
      DoctorCommand.class,
    })
public final class Main implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "Print the whole stack trace of an error.")
  boolean stacktrace;

  /** Without a subcommand: what there is to choose from. */
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return CommandLine.ExitCode.USAGE;
  }

  /** The whole command line with its error handling, as {@link #main} runs it. */
  static CommandLine commandLine() {
    Main main = new Main();
    Failures failures = new Failures(() -> main.stacktrace);
    return new CommandLine(main)
        .setParameterExceptionHandler(failures::wrongUsage)
        .setExecutionExceptionHandler(failures::failed)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setAbbreviatedSubcommandsAllowed(false);
  }

  /** Runs one command and returns its exit code. */
  static int run(CommandLine commandLine, String... args) {
    try {
      return commandLine.execute(args);
    } catch (Error e) {
      // picocli hands only exceptions to its handlers
      Main main = commandLine.getCommand();
      return new Failures(() -> main.stacktrace).failed(e, commandLine);
    }
  }

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true"); // pictures are drawn without a display
    int exitCode = run(commandLine(), args);
    System.out.flush();
    System.exit(exitCode);
  }
}
