package dev.tengen.selfplay.match;

import dev.tengen.game.Agent;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The agents of one entrant: made as games need them, one for each game at once, used for one game
 * after the other, and closed in the end.
 */
final class AgentPool implements AutoCloseable {

  private final Entrant entrant;
  private final Deque<Agent> idle = new ArrayDeque<>();
  private int booked;

  AgentPool(Entrant entrant) {
    this.entrant = entrant;
  }

  /** Whether the entrant can play one more game now. */
  synchronized boolean isFree() {
    return booked < entrant.atOnce();
  }

  /** Books an agent, to be had by {@link #take}. */
  synchronized void book() {
    booked++;
  }

  /** The agent that was booked. */
  Agent take() {
    synchronized (this) {
      if (!idle.isEmpty()) {
        return idle.pop();
      }
    }
    return entrant.agents().get();
  }

  /** Ends a booking; the agent is null if it was not taken. */
  synchronized void release(Agent agent) {
    booked--;
    if (agent != null) {
      idle.push(agent);
    }
  }

  /** Closes all agents that are not in use. */
  @Override
  public synchronized void close() {
    idle.forEach(Agent::close);
    idle.clear();
  }
}
