package dev.tengen.gtp;

import dev.tengen.game.UserError;
import dev.tengen.go.record.GameRecord;

/** Games from and to SGF. */
final class SgfCommands {

  private final GtpGame game;
  private final Clock clock;
  private final Thinker thinker;
  private final GameFiles files;

  private SgfCommands(GtpGame game, Clock clock, Thinker thinker, GameFiles files) {
    this.game = game;
    this.clock = clock;
    this.thinker = thinker;
    this.files = files;
  }

  static void addTo(
      CommandTable table, GtpGame game, Clock clock, Thinker thinker, GameFiles files) {
    SgfCommands commands = new SgfCommands(game, clock, thinker, files);
    table.addSilent("loadsgf", commands::load).add("printsgf", commands::print);
  }

  /**
   * {@code loadsgf FILE [MOVE]}: the first game of the file as it stands before that move, counted
   * from 1; at its end without one. The words before the last number may be a name with blanks.
   */
  private void load(Arguments arguments) throws GtpException {
    arguments.word(0, "a file");
    int last = arguments.count() - 1;
    boolean numbered = last > 0 && arguments.words().get(last).matches("[0-9]{1,9}");
    int beforeMove = numbered ? arguments.integer(last, "a move number") : Integer.MAX_VALUE;
    String name = String.join(" ", arguments.words().subList(0, numbered ? last : last + 1));
    try {
      game.load(GameRecord.readAll(files.read(name)).get(0), Math.max(1, beforeMove));
    } catch (UserError e) {
      throw new GtpException("cannot load file: " + e.getMessage());
    }
    clock.reset();
    thinker.newGame(game.size());
  }

  /** {@code printsgf [FILE]}: the game so far, as the answer or into a file. */
  private String print(Arguments arguments) throws GtpException {
    String sgf = game.record().toSgf();
    if (!arguments.has(0)) {
      return sgf;
    }
    try {
      files.write(String.join(" ", arguments.words()), sgf);
    } catch (UserError e) {
      throw new GtpException("cannot save file: " + e.getMessage());
    }
    return "";
  }
}
