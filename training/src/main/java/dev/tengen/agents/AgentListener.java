package dev.tengen.agents;

/** Hears of {@link AgentEvent}s, in the thread that trains. */
@FunctionalInterface
public interface AgentListener {
  void on(AgentEvent event);
}
