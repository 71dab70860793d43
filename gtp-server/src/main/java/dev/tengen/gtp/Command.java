package dev.tengen.gtp;

/** Answers one GTP command. */
@FunctionalInterface
interface Command {

  /** The response's text, empty if the command has nothing to say. */
  String run(Arguments arguments) throws GtpException;

  /** What a command does that has nothing to say. */
  @FunctionalInterface
  interface Silent {
    void run(Arguments arguments) throws GtpException;
  }

  /** Writes its response itself, bit by bit. */
  @FunctionalInterface
  interface Live {
    void run(Arguments arguments, Response response) throws GtpException;
  }
}
