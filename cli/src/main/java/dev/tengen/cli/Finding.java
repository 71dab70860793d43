package dev.tengen.cli;

/**
 * One thing that {@code doctor} looked at.
 *
 * @param name what was looked at
 * @param state how that is for Tengen
 * @param value what was found
 * @param advice what to do about it; empty when there is nothing to do
 */
record Finding(String name, State state, String value, String advice) {

  enum State {
    /** As it should be. */
    OK,
    /** Tengen works, but slower or with less. */
    NOTE,
    /** Tengen, or its networks, cannot work. */
    MISSING
  }

  static Finding ok(String name, String value) {
    return new Finding(name, State.OK, value, "");
  }

  static Finding note(String name, String value, String advice) {
    return new Finding(name, State.NOTE, value, advice);
  }

  static Finding missing(String name, String value, String advice) {
    return new Finding(name, State.MISSING, value, advice);
  }
}
