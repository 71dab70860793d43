package dev.tengen.gtp;

import dev.tengen.game.UserError;
import dev.tengen.go.record.GameRecord;
import dev.tengen.go.record.SgfGames;

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
   * {@code loadsgf FILE [MOVE]}: the main line of the file's first game as it stands before that
   * move, counted from 1; at its end without one. The words before the last number may be a name
   * with blanks. A position that an editor set up in mid-game cannot be undone.
   */
  private void load(Arguments arguments) throws GtpException {
    arguments.word(0, "a file");
    int last = arguments.count() - 1;
    boolean numbered = last > 0 && arguments.words().get(last).matches("[0-9]{1,9}");
    int beforeMove = numbered ? arguments.integer(last, "a move number") : Integer.MAX_VALUE;
    String name = String.join(" ", arguments.words().subList(0, numbered ? last : last + 1));
    try {
      GameRecord record = firstGame(files.read(name)).before(beforeMove);
      game.load(record.fromLastEdit(game.rules()), Integer.MAX_VALUE);
    } catch (UserError e) {
      throw new GtpException("cannot load file: " + e.getMessage());
    }
    clock.reset();
    thinker.newGame(game.size());
  }

  private static GameRecord firstGame(String sgf) {
    SgfGames.Game first = new SgfGames(sgf).next();
    if (!first.faults().isEmpty()) {
      throw new UserError(first.faults().get(0).toString());
    }
    return first.record();
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
