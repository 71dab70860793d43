package dev.tengen.gtp;

import java.util.Locale;

/** The board, the terms of the game, and moves that the client plays. */
final class GameCommands {

  /** More than any board could make up for. */
  private static final int MAX_KOMI = 1000;

  private final GtpGame game;
  private final Clock clock;
  private final Thinker thinker;

  private GameCommands(GtpGame game, Clock clock, Thinker thinker) {
    this.game = game;
    this.clock = clock;
    this.thinker = thinker;
  }

  static void addTo(CommandTable table, GtpGame game, Clock clock, Thinker thinker) {
    GameCommands commands = new GameCommands(game, clock, thinker);
    table
        .addSilent("boardsize", commands::boardSize)
        .addSilent("clear_board", arguments -> commands.clear(game.size()))
        .addSilent("komi", commands::komi)
        .add("get_komi", arguments -> String.format(Locale.ROOT, "%.1f", game.komi()))
        .addSilent(
            "play", arguments -> game.play(arguments.color(0), arguments.action(1, game.size())))
        .addSilent("undo", arguments -> game.undo(1))
        .addSilent("gg-undo", commands::undoSeveral);
  }

  /** {@code boardsize N}, or {@code boardsize W H} of a square. The komi stays. */
  private void boardSize(Arguments arguments) throws GtpException {
    int size = arguments.integer(0, "a board size");
    int height = arguments.has(1) ? arguments.integer(1, "a board height") : size;
    if (size != height || size < GtpGame.MIN_SIZE || size > GtpGame.MAX_SIZE) {
      throw new GtpException("unacceptable size");
    }
    clear(size);
  }

  private void clear(int size) {
    game.clear(size);
    clock.reset();
    thinker.newGame(size);
  }

  /** {@code gg-undo [N]}: takes so many moves back, or none if there are fewer. */
  private void undoSeveral(Arguments arguments) throws GtpException {
    int count = arguments.has(0) ? arguments.integer(0, "a number of moves") : 1;
    if (count < 0) {
      throw GtpException.syntax("expected a number of moves, not a negative number");
    }
    game.undo(count);
  }

  private void komi(Arguments arguments) throws GtpException {
    double komi = arguments.number(0, "a komi");
    if (Math.abs(komi) > MAX_KOMI) {
      throw new GtpException("komi is limited to " + MAX_KOMI);
    }
    if (komi * 2 != Math.rint(komi * 2)) {
      throw new GtpException("komi must be a whole or half number");
    }
    game.setKomi(komi);
  }
}
