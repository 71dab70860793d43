package dev.tengen.gtp;

import dev.tengen.game.Agent;
import dev.tengen.game.Player;
import dev.tengen.go.GoPosition;
import java.util.function.LongSupplier;

/** Moves that the engine chooses. */
final class MoveCommands {

  private final GtpGame game;
  private final Clock clock;
  private final Thinker thinker;
  private final LongSupplier nanoTime;

  private MoveCommands(GtpGame game, Clock clock, Thinker thinker, LongSupplier nanoTime) {
    this.game = game;
    this.clock = clock;
    this.thinker = thinker;
    this.nanoTime = nanoTime;
  }

  static void addTo(
      CommandTable table, GtpGame game, Clock clock, Thinker thinker, LongSupplier nanoTime) {
    MoveCommands commands = new MoveCommands(game, clock, thinker, nanoTime);
    table.add("genmove", commands::generate).add("reg_genmove", commands::suggest);
  }

  /** Chooses a move and plays it. */
  private String generate(Arguments arguments) throws GtpException {
    Player player = arguments.color(0);
    long start = nanoTime.getAsLong();
    Agent.Answer answer = think(player);
    clock.spend(player, nanoTime.getAsLong() - start);
    if (answer instanceof Agent.Move move) {
      game.play(player, move.action());
    }
    return text(answer);
  }

  /** Chooses a move without playing it (for regression tests). */
  private String suggest(Arguments arguments) throws GtpException {
    return text(think(arguments.color(0)));
  }

  private Agent.Answer think(Player player) throws GtpException {
    GoPosition position = game.position().withToMove(player);
    if (position.isTerminal()) {
      return new Agent.Move(position.pass());
    }
    TimeBudget budget = clock.budget(player, position.pass(), position.moveNumber());
    Agent.Answer answer = thinker.choose(position, budget);
    if (answer instanceof Agent.Failure failure) {
      throw new GtpException("cannot choose a move: " + failure.reason());
    }
    if (answer instanceof Agent.Move move && !position.isLegal(move.action())) {
      throw new IllegalStateException("chose illegal action " + move.action() + " on\n" + position);
    }
    return answer;
  }

  private String text(Agent.Answer answer) {
    return answer instanceof Agent.Move move ? Vertex.of(move.action(), game.size()) : "resign";
  }
}
