package dev.tengen.selfplay.match;

import dev.tengen.game.Agent;
import dev.tengen.game.UserError;

/** An agent could not begin a game: it refuses such games, or it cannot be started. */
public final class CannotPlay extends UserError {

  private static final long serialVersionUID = 1;

  private final String player;
  private final Agent.Failure failure;

  CannotPlay(String player, Agent.Failure failure) {
    super(player + " cannot play this match: " + failure.reason());
    this.player = player;
    this.failure = failure;
  }

  /** The agent's name. */
  public String player() {
    return player;
  }

  /** What it said. */
  public Agent.Failure failure() {
    return failure;
  }
}
