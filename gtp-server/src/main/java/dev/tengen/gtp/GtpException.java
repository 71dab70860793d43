package dev.tengen.gtp;

/** What a command cannot do; the message is the text behind the question mark. */
final class GtpException extends Exception {

  private static final long serialVersionUID = 1;

  GtpException(String message) {
    super(message, null, false, false);
  }

  static GtpException syntax(String what) {
    return new GtpException("syntax error: " + what);
  }
}
