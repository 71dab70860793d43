package dev.tengen.gtp;

import dev.tengen.game.Player;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Stone;
import java.util.BitSet;
import java.util.List;

/** Moves that the engine chooses. */
final class MoveCommands {

  private final GtpGame game;
  private final Mover mover;
  private final DeadStones deadStones;

  private MoveCommands(GtpGame game, Mover mover, DeadStones deadStones) {
    this.game = game;
    this.mover = mover;
    this.deadStones = deadStones;
  }

  static void addTo(CommandTable table, GtpGame game, Mover mover, DeadStones deadStones) {
    MoveCommands commands = new MoveCommands(game, mover, deadStones);
    table
        .add("genmove", arguments -> mover.move(arguments.color(0), MoveLimits.NONE))
        // For regression tests: chooses a move without playing it.
        .add("reg_genmove", arguments -> mover.suggest(arguments.color(0), MoveLimits.NONE))
        .add("restricted_genmove", commands::suggestAmong)
        .add("kgs-genmove_cleanup", commands::cleanUp)
        // A thought under way has ended when this line was read; pondering ends here.
        .addSilent("stop", arguments -> mover.rest())
        .addSilent("kgs-game_over", arguments -> mover.rest());
  }

  /**
   * {@code restricted_genmove COLOR VERTEX …}: chooses among these, without playing it, as GNU Go
   * does.
   */
  private String suggestAmong(Arguments arguments) throws GtpException {
    Player player = arguments.color(0);
    BitSet actions = new BitSet();
    arguments.action(1, game.size());
    for (int i = 1; i < arguments.count(); i++) {
      actions.set(arguments.action(i, game.size()));
    }
    return mover.suggest(player, MoveLimits.only(player, actions));
  }

  /**
   * {@code kgs-genmove_cleanup COLOR}: a move, but no pass while dead stones of the opponent are on
   * the board and there is anything else to play.
   */
  private String cleanUp(Arguments arguments) throws GtpException {
    Player player = arguments.color(0);
    GoPosition position = game.position().withToMove(player);
    boolean done =
        position.isTerminal()
            || position.legalActions(new int[position.actionCount()]) == 1
            || deadStones.find(position).stream()
                .noneMatch(point -> position.stoneAt(point) == Stone.of(player.opponent()));
    return mover.move(player, done ? MoveLimits.NONE : notPassing(player, position.pass()));
  }

  private static MoveLimits notPassing(Player player, int pass) {
    BitSet passing = new BitSet();
    passing.set(pass);
    return new MoveLimits(List.of(new MoveLimits.Limit(player, false, passing, 1)));
  }
}
