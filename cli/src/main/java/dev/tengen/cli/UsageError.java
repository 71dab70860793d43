package dev.tengen.cli;

/**
 * A mistake in what was typed: options that contradict each other, a value that names nothing
 * known. The message is one line, as in {@link dev.tengen.game.UserError}; the exit code is 2
 * instead of 1.
 */
final class UsageError extends RuntimeException {

  private static final long serialVersionUID = 1;

  UsageError(String message) {
    super(message);
  }
}
