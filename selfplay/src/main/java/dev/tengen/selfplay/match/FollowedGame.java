package dev.tengen.selfplay.match;

import dev.tengen.game.Agent;
import dev.tengen.game.GameSettings;
import dev.tengen.game.Player;
import dev.tengen.game.UserError;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Legality;
import dev.tengen.go.Rules;

/** The position of the game that an agent is told about move by move. */
final class FollowedGame {

  private GoPosition position;

  /** Starts a game; returns null, or why there is no such game. */
  Agent.Failure start(GameSettings settings) {
    try {
      position =
          GoPosition.start(settings.boardSize(), Rules.named(settings.rules()), settings.komi());
      return null;
    } catch (UserError e) {
      return refusal(e.getMessage());
    }
  }

  /** Plays a move; returns null, or why it is not legal. */
  Agent.Failure play(Player player, int action) {
    if (action < 0 || action >= position.actionCount()) {
      return refusal("there is no action " + action);
    }
    GoPosition before = position.withToMove(player);
    Legality legality = before.legality(action);
    if (legality != Legality.LEGAL) {
      return refusal("action " + action + " of " + player + " is " + legality);
    }
    position = before.play(action);
    return null;
  }

  private static Agent.Failure refusal(String reason) {
    return new Agent.Failure(Agent.Failure.Kind.REFUSAL, reason);
  }

  /** The position with {@code player} to move. */
  GoPosition toMove(Player player) {
    position = position.withToMove(player);
    return position;
  }
}
