package dev.tengen.gtp.client;

/** What came of a command sent to another program. */
public sealed interface Reply {

  /** Done; {@code text} is what it said, without blanks around it. */
  record Ok(String text) implements Reply {}

  /** It said no: the text behind its question mark. */
  record Refused(String message) implements Reply {}

  /** It cannot be talked to any more; {@code reason} is one line. It has been killed. */
  record Broken(String reason) implements Reply {}
}
