package dev.tengen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.game.UserError;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

class MainTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void helpGoesToStdout() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("Usage: tengen", "doctor", "Exit codes");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void versionNamesBuildAndJava() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString().lines())
        .hasSize(2)
        .first()
        .asString()
        .matches("tengen \\d+\\.\\d+\\S* \\(commit \\S+\\)");
    assertThat(out.toString()).contains(Runtime.version().toString());
  }

  @Test
  void withoutCommandTheHelpGoesToStderr() {
    assertThat(run()).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("Usage: tengen");
  }

  @Test
  void wrongUsageIsOneLineAndCode2() {
    assertThat(run("doctor", "--jsn")).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("tengen doctor", "--jsn", "see 'tengen doctor --help'");
  }

  @Test
  void unknownCommandIsSuggestedItsNeighbour() {
    assertThat(run("doctr")).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("doctr", "did you mean doctor");
  }

  @Test
  void userErrorIsOneLineAndCode1() {
    assertThat(fail(new UserError("net.txt: 3 bytes, expected more; copy it again"))).isEqualTo(1);
    assertThat(err.toString().lines())
        .containsExactly("tengen fail: net.txt: 3 bytes, expected more; copy it again");
  }

  @Test
  void usageErrorIsOneLineAndCode2() {
    assertThat(fail(new UsageError("--board 9 does not fit the network's 5"))).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly(
            "tengen fail: --board 9 does not fit the network's 5 (see 'tengen fail --help')");
  }

  @Test
  void valueRefusedByItsConverterIsWrongUsage() {
    assertThat(run(withFailing(new IllegalStateException()), "fail", "--player", "gnu"))
        .isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly("tengen fail: no player is called 'gnu' (see 'tengen fail --help')");
  }

  @Test
  void missingFileIsOneLineWithItsName() {
    assertThat(fail(new NoSuchFileException("games.sgf"))).isEqualTo(1);
    assertThat(err.toString().lines())
        .containsExactly("tengen fail: games.sgf: no such file or folder");
  }

  @Test
  void bugIsOneLineThatNamesAFileWithTheStackTrace() throws Exception {
    assertThat(fail(new IllegalStateException("no liberty\n. X .\nX . X"))).isEqualTo(1);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("this is a bug: IllegalStateException: no liberty");
    Path trace = Path.of(err.toString().strip().replaceAll(".*\\(stack trace: (.*)\\)", "$1"));
    assertThat(trace).content().contains(". X .", "at dev.tengen.cli.MainTest");
    Files.delete(trace);
  }

  @Test
  void errorThatIsNoExceptionIsCaughtToo() throws Exception {
    assertThat(fail(new StackOverflowError())).isEqualTo(1);
    assertThat(err.toString().lines()).hasSize(1);
    Files.delete(Path.of(err.toString().strip().replaceAll(".*\\(stack trace: (.*)\\)", "$1")));
  }

  @Test
  void stacktraceOptionPrintsIt() {
    CommandLine commandLine = withFailing(new IllegalStateException("odd"));
    assertThat(run(commandLine, "fail", "--stacktrace")).isEqualTo(1);
    assertThat(err.toString())
        .contains("at dev.tengen.cli.MainTest")
        .doesNotContain("stack trace:");
  }

  private int fail(Throwable failure) {
    return run(withFailing(failure), "fail");
  }

  private int run(String... args) {
    return run(Main.commandLine(), args);
  }

  private int run(CommandLine commandLine, String... args) {
    commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return Main.run(commandLine, args);
  }

  private static CommandLine withFailing(Throwable failure) {
    // the handlers hold for subcommands that are there when they are set
    CommandLine commandLine = Main.commandLine().addSubcommand(new Failing(failure));
    return commandLine
        .setParameterExceptionHandler(commandLine.getParameterExceptionHandler())
        .setExecutionExceptionHandler(commandLine.getExecutionExceptionHandler());
  }

  @Command(name = "fail")
  private static final class Failing implements Callable<Integer> {
    private final Throwable failure;

    @Option(names = "--player", converter = PlayerName.class)
    String player;

    Failing(Throwable failure) {
      this.failure = failure;
    }

    @Override
    public Integer call() throws Exception {
      if (failure instanceof Error error) {
        throw error;
      }
      if (failure instanceof Exception exception) {
        throw exception;
      }
      throw new AssertionError("neither error nor exception, player " + player);
    }
  }

  private static final class PlayerName implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      throw new UserError("no player is called '" + value + "'");
    }
  }
}
