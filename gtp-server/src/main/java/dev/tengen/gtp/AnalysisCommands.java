package dev.tengen.gtp;

import dev.tengen.game.Player;
import dev.tengen.go.GoPosition;

/** Looking on while the engine thinks: the commands of Leela Zero and KataGo. */
final class AnalysisCommands {

  private final GtpGame game;
  private final Thinker thinker;
  private final Background background;
  private final Mover mover;

  private AnalysisCommands(GtpGame game, Thinker thinker, Background background, Mover mover) {
    this.game = game;
    this.thinker = thinker;
    this.background = background;
    this.mover = mover;
  }

  static void addTo(
      CommandTable table, GtpGame game, Thinker thinker, Background background, Mover mover) {
    AnalysisCommands commands = new AnalysisCommands(game, thinker, background, mover);
    commands.addFamily(table, "kata-", new KataDialect());
    commands.addFamily(table, "lz-", new LeelaDialect());
  }

  private void addFamily(CommandTable table, String prefix, AnalysisDialect dialect) {
    table
        .addLive(prefix + "analyze", (arguments, response) -> analyse(arguments, response, dialect))
        .addLive(
            prefix + "genmove_analyze",
            (arguments, response) -> generate(arguments, response, dialect));
  }

  /** Answers at once, and tells of the analysis until the next line of input. */
  private void analyse(Arguments arguments, Response response, AnalysisDialect dialect)
      throws GtpException {
    AnalysisRequest request = AnalysisRequest.parse(arguments, game.size());
    GoPosition position = positionFor(request);
    Mover.requireLegal(position, request.limits());
    response.open();
    background.analyse(
        position,
        request.limits(),
        new AnalysisProgress(thinker, position, request, dialect),
        response);
  }

  /** Chooses and plays a move as {@code genmove} does, telling of the thoughts on the way. */
  private void generate(Arguments arguments, Response response, AnalysisDialect dialect)
      throws GtpException {
    AnalysisRequest request = AnalysisRequest.parse(arguments, game.size());
    GoPosition position = positionFor(request);
    Progress progress = new AnalysisProgress(thinker, position, request, dialect);
    response.line(
        "play " + mover.move(position, request.limits(), new Mover.Audience(progress, response)));
    response.close();
  }

  private GoPosition positionFor(AnalysisRequest request) {
    Player player = request.player();
    GoPosition position = game.position();
    return player == null ? position : position.withToMove(player);
  }
}
