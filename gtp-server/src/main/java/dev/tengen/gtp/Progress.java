package dev.tengen.gtp;

import java.util.Optional;

/** What a client is told while the engine thinks. */
interface Progress {

  /** Nothing, ever. */
  Progress NONE =
      new Progress() {
        @Override
        public long intervalNanos() {
          return Thought.FOREVER;
        }

        @Override
        public Optional<String> line() {
          return Optional.empty();
        }
      };

  /** How often. */
  long intervalNanos();

  /** The line to write now; empty if there is nothing to tell yet. */
  Optional<String> line();

  /**
   * Writes the line of now, unless there is none or the client is behind.
   *
   * @return whether it was written
   */
  default boolean tell(Response response) {
    Optional<String> line = response.isReady() ? line() : Optional.empty();
    line.ifPresent(response::line);
    return line.isPresent();
  }
}
