package dev.tengen.selfplay.match;

import dev.tengen.game.Agent;
import dev.tengen.game.UserError;
import java.util.function.Supplier;

/**
 * A player of a tournament.
 *
 * @param name different from all other players'
 * @param agents makes an agent
 * @param atOnce most games that it plays at once
 */
public record Entrant(String name, Supplier<? extends Agent> agents, int atOnce) {

  public Entrant {
    if (name.isBlank() || name.lines().count() != 1) {
      throw new UserError("a player's name is one line: '" + name + "'");
    }
    if (atOnce < 1) {
      throw new IllegalArgumentException(name + " plays no game at once");
    }
  }

  /** A player that may play all games at once. */
  public Entrant(String name, Supplier<? extends Agent> agents) {
    this(name, agents, Integer.MAX_VALUE);
  }
}
