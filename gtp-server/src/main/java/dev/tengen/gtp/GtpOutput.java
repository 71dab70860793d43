package dev.tengen.gtp;

/**
 * Where an engine's answers go. Not called by two threads at once, but not always by the same.
 * Never throws: what can no longer be written is dropped.
 */
@FunctionalInterface
public interface GtpOutput {

  /** Writes lines, each with its line end, and passes them on at once. */
  void write(String wholeLines);

  /** Whether the client keeps up. If not, progress lines are left out; answers never are. */
  default boolean isReady() {
    return true;
  }
}
