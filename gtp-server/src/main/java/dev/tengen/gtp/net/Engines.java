package dev.tengen.gtp.net;

import dev.tengen.gtp.GtpEngine;

/** Makes the engines of the sessions. */
@FunctionalInterface
public interface Engines {

  /** An engine for a new session, in that session's thread. */
  Player open();

  /**
   * What a session plays with.
   *
   * @param engine closed by the session
   * @param release called after that: lets go of what the engine used
   */
  record Player(GtpEngine engine, Runnable release) {}
}
