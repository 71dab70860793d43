package dev.tengen.selfplay.match;

import dev.tengen.game.Agent;
import dev.tengen.game.GameSettings;
import dev.tengen.game.Outcome;
import dev.tengen.game.Player;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Legality;
import dev.tengen.selfplay.match.MatchGame.End;
import dev.tengen.selfplay.match.opening.OpeningSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * One game between two agents. The rules are kept here. An agent that breaks them, or breaks
 * itself, loses; where one will not take what the other may play, the game is void.
 */
final class Duel {

  private final MatchConfig config;
  private final int index;
  private final Agent black;
  private final Agent white;
  private final BooleanSupplier abandoned;
  private final List<Agent.Move> moves = new ArrayList<>();
  private final Map<Player, Duration> thought = new EnumMap<>(Player.class);
  private int openingLength;
  private GoPosition position;

  /** Whether an agent was ended together with this process. */
  private boolean stopped;

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
   * Plays on from an opening. Both agents have {@linkplain #begin begun}.
   *
   * @return null if the game was abandoned
   */
  MatchGame play(GoPosition opening) {
    List<Integer> given = OpeningSource.movesOf(opening);
    openingLength = given.size();
    position = opening;
    while (position.hasLastAction()) {
      position = position.parent();
    }
    for (int action : given) {
      MatchGame ended = tell(new Agent.Move(action));
      if (ended != null || stopped) {
        return ended;
      }
    }
    while (!stopped && !abandoned.getAsBoolean()) {
      MatchGame ended = move();
      if (ended != null) {
        return ended;
      }
    }
    return null;
  }

  /** Has an agent begin a game of these; returns null, or why it cannot. */
  static Agent.Failure begin(Agent agent, GameSettings game) {
    try {
      return agent.newGame(game);
    } catch (RuntimeException e) {
      return crash(e);
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
    long start = System.nanoTime();
    try {
      answer = agent.choose(player);
    } catch (RuntimeException e) {
      answer = crash(e);
    }
    thought.merge(player, Duration.ofNanos(System.nanoTime() - start), Duration::plus);
    if (abandoned.getAsBoolean()) {
      return null; // the answer may be that of a player that was interrupted
    }
    if (answer instanceof Agent.Move move) {
      String fault = faultOf(move.action());
      return fault == null ? tell(move) : lost(player, End.ILLEGAL_MOVE, fault);
    }
    if (answer instanceof Agent.Failure failure) {
      return lost(player, failure);
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

  /** Plays a legal move and tells both agents; returns the game if that ended it. */
  private MatchGame tell(Agent.Move move) {
    Player player = position.toMove();
    position = position.play(move.action());
    moves.add(move);
    for (Player listener : Player.values()) {
      Agent.Failure failure;
      try {
        failure = agentOf(listener).played(player, move.action());
      } catch (RuntimeException e) {
        failure = crash(e);
      }
      if (failure != null) {
        boolean own = listener == player && moves.size() > openingLength;
        return failure.kind() == Agent.Failure.Kind.REFUSAL && !own
            ? game(null, End.VOID, noteOn(listener, failure))
            : lost(listener, failure);
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

  private MatchGame lost(Player loser, Agent.Failure failure) {
    if (failure.kind() == Agent.Failure.Kind.STOPPED) {
      stopped = true;
      return null;
    }
    return lost(loser, End.of(failure.kind()), noteOn(loser, failure));
  }

  private String noteOn(Player player, Agent.Failure failure) {
    return agentOf(player).name() + ": " + failure.reason();
  }

  private static Agent.Failure crash(RuntimeException e) {
    String reason = e.toString().lines().findFirst().orElse("");
    return new Agent.Failure(Agent.Failure.Kind.CRASH, reason);
  }

  private MatchGame lost(Player loser, End end, String note) {
    return game(Outcome.winOf(loser.opponent()), end, note);
  }

  private MatchGame game(Outcome outcome, End end, String note) {
    return new MatchGame(
        index,
        openingLength,
        moves,
        outcome,
        end,
        scoreForBlack(position, end),
        thought.getOrDefault(Player.BLACK, Duration.ZERO),
        thought.getOrDefault(Player.WHITE, Duration.ZERO),
        note);
  }

  /** The score of a game that ended here, in this way. */
  static double scoreForBlack(GoPosition last, End end) {
    return end == End.SETTLED ? last.settledScore().forBlack() : last.scoreForBlack();
  }
}
