package dev.tengen.game;

/**
 * Something its reader can mend: a file that is missing or broken, a setting out of range. The
 * message is one line: what is wrong, what was expected, what to do. The command line prints it
 * without a stack trace.
 */
public class UserError extends RuntimeException {

  private static final long serialVersionUID = 1;

  public UserError(String message) {
    super(message);
  }

  public UserError(String message, Throwable cause) {
    super(message, cause);
  }
}
