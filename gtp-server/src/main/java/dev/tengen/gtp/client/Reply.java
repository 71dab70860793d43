package dev.tengen.gtp.client;

import dev.tengen.game.Agent;

/** What came of a command sent to another program. */
public sealed interface Reply {

  /** Done; {@code text} is what it said, without blanks around it. */
  record Ok(String text) implements Reply {}

  /** It said no: the text behind its question mark. */
  record Refused(String message) implements Reply {}

  /**
   * It cannot be talked to any more, and has been killed.
   *
   * @param kind never a refusal
   * @param reason one line
   */
  record Broken(Agent.Failure.Kind kind, String reason) implements Reply {}
}
