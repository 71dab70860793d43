package dev.tengen.selfplay.match;

import dev.tengen.game.Agent;
import dev.tengen.game.Outcome;
import dev.tengen.game.Player;
import dev.tengen.game.UserError;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Legality;
import dev.tengen.selfplay.match.MatchGame.End;
import dev.tengen.selfplay.match.opening.OpeningSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** One game between two agents. The rules are kept here; an agent that breaks them loses. */
final class Duel {

  private final MatchConfig config;
  private final int index;
  private final Agent black;
  private final Agent white;
  private final BooleanSupplier abandoned;
  private final List<Agent.Move> moves = new ArrayList<>();
  private GoPosition position;

  /**
   * @param abandoned asked before each move whether the game is still wanted
   */
  Duel(MatchConfig config, int index, Agent black, Agent white, BooleanSupplier abandoned) {
    this.config = config;
    this.index = index;
    this.black = black;
    this.white = white;
    this.abandoned = abandoned;
  }

  /**
   * Plays on from an opening.
   *
   * @return null if the game was abandoned
   * @throws UserError if an agent cannot play such games at all
   */
  MatchGame play(GoPosition opening) {
    begin(black);
    begin(white);
    List<Integer> given = OpeningSource.movesOf(opening);
    position = opening;
    while (position.hasLastAction()) {
      position = position.parent();
    }
    for (int action : given) {
      MatchGame ended = tell(new Agent.Move(action));
      if (ended != null) {
        return ended;
      }
    }
    while (!abandoned.getAsBoolean()) {
      MatchGame ended = move();
      if (ended != null) {
        return ended;
      }
    }
    return null;
  }

  private void begin(Agent agent) {
    String refusal = agent.newGame(config.game());
    if (refusal != null) {
      throw new UserError(agent.name() + " cannot play this match: " + refusal);
    }
  }

  /** Asks for the next move and plays it; returns the game if that ended it. */
  private MatchGame move() {
    if (position.isTerminal()) {
      return scored(End.PASSES);
    }
    if (config.endSettled() && position.isSettled()) {
      return scored(End.SETTLED);
    }
    if (moves.size() >= config.moveLimit()) {
      return scored(End.MOVE_LIMIT);
    }
    Player player = position.toMove();
    Agent agent = agentOf(player);
    Agent.Answer answer;
    try {
      answer = agent.choose(player);
    } catch (RuntimeException e) {
      answer = new Agent.Failure(e.toString());
    }
    if (answer instanceof Agent.Move move) {
      String fault = faultOf(move.action());
      return fault == null ? tell(move) : lost(player, End.ILLEGAL_MOVE, fault);
    }
    if (answer instanceof Agent.Failure failure) {
      return lost(player, End.FAILURE, agent.name() + ": " + failure.reason());
    }
    return lost(player, End.RESIGNATION, "");
  }

  private String faultOf(int action) {
    String who = agentOf(position.toMove()).name() + ": ";
    if (action < 0 || action >= position.actionCount()) {
      return who + "there is no action " + action;
    }
    Legality legality = position.legality(action);
    return legality == Legality.LEGAL ? null : who + "action " + action + " is " + legality;
  }

  /** Plays a legal move and tells both agents; returns the game if one of them refuses it. */
  private MatchGame tell(Agent.Move move) {
    Player player = position.toMove();
    position = position.play(move.action());
    moves.add(move);
    for (Player listener : Player.values()) {
      String refusal;
      try {
        refusal = agentOf(listener).played(player, move.action());
      } catch (RuntimeException e) {
        refusal = e.toString();
      }
      if (refusal != null) {
        return lost(listener, End.FAILURE, agentOf(listener).name() + ": " + refusal);
      }
    }
    return null;
  }

  private Agent agentOf(Player player) {
    return player == Player.BLACK ? black : white;
  }

  private MatchGame scored(End end) {
    double score = scoreForBlack(position, end);
    Outcome outcome =
        score == 0 ? Outcome.DRAW : Outcome.winOf(score > 0 ? Player.BLACK : Player.WHITE);
    return game(outcome, end, "");
  }

  private MatchGame lost(Player loser, End end, String note) {
    return game(Outcome.winOf(loser.opponent()), end, note);
  }

  private MatchGame game(Outcome outcome, End end, String note) {
    return new MatchGame(
        index, config.openingMoves(), moves, outcome, end, scoreForBlack(position, end), note);
  }

  /** The score of a game that ended here, in this way. */
  static double scoreForBlack(GoPosition last, End end) {
    return end == End.SETTLED ? last.settledScore().forBlack() : last.scoreForBlack();
  }
}
