package dev.tengen.cli;

import dev.tengen.game.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a command says when it cannot go on: one line on stderr and an exit code. */
final class Failures {

  private final BooleanSupplier stacktrace;

  Failures(BooleanSupplier stacktrace) {
    this.stacktrace = stacktrace;
  }

  /** The arguments could not be understood. */
  int wrongUsage(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    say(command, name + ": " + explanation(e) + " (see '" + name + " --help')");
    return CommandLine.ExitCode.USAGE;
  }

  /** The command was understood and failed. */
  int failed(Exception e, CommandLine command, ParseResult arguments) {
    return failed(e, command);
  }

  int failed(Throwable thrown, CommandLine command) {
    Throwable e = thrown;
    while (e instanceof UncheckedIOException && e.getCause() != null) {
      e = e.getCause();
    }
    if (stacktrace.getAsBoolean()) {
      command.getErr().println(traceOf(thrown));
    }
    String name = command.getCommandSpec().qualifiedName();
    if (e instanceof UsageError) {
      say(command, name + ": " + oneLine(e.getMessage()) + " (see '" + name + " --help')");
      return CommandLine.ExitCode.USAGE;
    }
    if (e instanceof UserError) {
      say(command, name + ": " + oneLine(e.getMessage()));
    } else if (e instanceof IOException io) {
      say(command, name + ": " + explanation(io));
    } else if (e instanceof OutOfMemoryError) {
      say(command, name + ": out of memory; TENGEN_JAVA_OPTS=-Xmx8g gives it 8 GB");
    } else {
      String what = oneLine(e.getClass().getSimpleName() + ": " + e.getMessage());
      say(command, name + ": this is a bug: " + what + whereTheTraceIs(thrown));
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static String explanation(ParameterException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof UserError || cause instanceof UsageError) {
        return oneLine(cause.getMessage());
      }
    }
    String message = oneLine(e.getMessage());
    if (e instanceof UnmatchedArgumentException unmatched) {
      List<String> suggestions = unmatched.getSuggestions();
      if (!suggestions.isEmpty()) {
        return message + "; did you mean " + String.join(" or ", suggestions) + "?";
      }
    }
    return message;
  }

  private static String explanation(IOException e) {
    if (!(e instanceof FileSystemException file)) {
      return oneLine(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    }
    String reason;
    if (e instanceof NoSuchFileException) {
      reason = "no such file or folder";
    } else if (e instanceof FileAlreadyExistsException) {
      reason = "exists already";
    } else if (e instanceof AccessDeniedException) {
      reason = "permission denied";
    } else if (e instanceof NotDirectoryException) {
      reason = "not a folder";
    } else if (e instanceof DirectoryNotEmptyException) {
      reason = "the folder is not empty";
    } else {
      reason = file.getReason() == null ? e.getClass().getSimpleName() : file.getReason();
    }
    return file.getFile() + ": " + reason.toLowerCase(Locale.ROOT);
  }

  private String whereTheTraceIs(Throwable thrown) {
    if (stacktrace.getAsBoolean()) {
      return "";
    }
    try {
      Path file = Files.createTempFile("tengen-error-", ".log");
      Files.writeString(file, traceOf(thrown));
      return " (stack trace: " + file + ")";
    } catch (IOException e) {
      return " (--stacktrace prints the stack trace)";
    }
  }

  private static String traceOf(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private static void say(CommandLine command, String line) {
    PrintWriter err = command.getErr();
    err.println(line);
    err.flush();
  }

  /** The first line of a message: a bug may have a board drawn below it. */
  private static String oneLine(String message) {
    return message == null ? "" : message.strip().lines().findFirst().orElse("");
  }
}
