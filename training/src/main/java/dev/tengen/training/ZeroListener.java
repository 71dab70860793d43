package dev.tengen.training;

/** Takes what a run tells. Called in the thread that runs it: be quick. */
@FunctionalInterface
public interface ZeroListener {
  void on(ZeroEvent event);
}
