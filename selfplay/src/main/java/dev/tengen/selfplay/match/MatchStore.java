package dev.tengen.selfplay.match;

import dev.tengen.game.Agent;
import dev.tengen.game.Outcome;
import dev.tengen.game.Player;
import dev.tengen.game.UserError;
import dev.tengen.go.Rules;
import dev.tengen.go.record.GameRecord;
import dev.tengen.selfplay.match.MatchGame.End;
import dev.tengen.selfplay.record.AppendFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The finished games of one match in one SGF file, durable from game to game: enough to take the
 * match up again. The comment of a game says which one it is and how it ended; those of its moves
 * give value and visits where the player told them.
 */
public final class MatchStore implements Closeable {

  private static final Pattern ABOUT =
      Pattern.compile(
          "match game (\\d+), (\\d+) opening moves, end ([A-Z_]+)"
              + "(?:, black (\\d+) ms, white (\\d+) ms)?(?:: (.*))?");

  private final AppendFile file;
  private final MatchConfig config;
  private final String a;
  private final String b;
  private final List<MatchGame> games;

  private MatchStore(
      AppendFile file, MatchConfig config, String a, String b, List<MatchGame> games) {
    this.file = file;
    this.config = config;
    this.a = a;
    this.b = b;
    this.games = games;
  }

  /**
   * Opens a match, creating the file if need be. A game that was not written to its end is cut off.
   *
   * @throws UserError if the file holds anything else than games of this match
   */
  public static MatchStore open(Path path, MatchConfig config, String a, String b)
      throws IOException {
    AppendFile file = AppendFile.open(path);
    try {
      String text = Files.readString(path);
      int lastGame = text.lastIndexOf(")\n");
      String whole = lastGame < 0 ? "" : text.substring(0, lastGame + 2);
      List<MatchGame> games = new ArrayList<>();
      try {
        List<GameRecord> records = whole.isEmpty() ? List.of() : GameRecord.readAll(whole);
        records.forEach(record -> games.add(read(record, config, a, b)));
      } catch (UserError e) {
        throw new UserError(path + ": " + e.getMessage(), e);
      }
      if (whole.length() < text.length()) {
        file.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
      }
      return new MatchStore(file, config, a, b, games);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** The games that were there when the file was opened; their moves are without opinions. */
  public List<MatchGame> games() {
    return List.copyOf(games);
  }

  /** Adds a game. */
  public void append(MatchGame game) throws IOException {
    file.append(record(game).toSgf().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private GameRecord record(MatchGame game) {
    String about =
        "match game %d, %d opening moves, end %s, black %d ms, white %d ms"
            .formatted(
                game.index(),
                game.openingLength(),
                game.end(),
                game.blackTime().toMillis(),
                game.whiteTime().toMillis());
    String note = game.note().replaceAll("\\s+", " ");
    GameRecord.Builder record =
        GameRecord.builder(config.game().boardSize())
            .komi(config.game().komi())
            .rules(config.game().rules())
            .players(game.aIsBlack() ? a : b, game.aIsBlack() ? b : a)
            .result(result(game))
            .comment(note.isEmpty() ? about : about + ": " + note);
    for (int i = 0; i < game.moves().size(); i++) {
      Player player = i % 2 == 0 ? Player.BLACK : Player.WHITE;
      Agent.Move move = game.moves().get(i);
      record.move(player, move.action(), comment(player, move));
    }
    return record.build();
  }

  private static String comment(Player player, Agent.Move move) {
    if (Float.isNaN(move.value())) {
      return "";
    }
    float valueForBlack = player == Player.BLACK ? move.value() : -move.value();
    return String.format(
        Locale.ROOT, "value %+.2f for Black, %d visits", valueForBlack, move.visits());
  }

  private static String result(MatchGame game) {
    if (game.end().isScored()) {
      return GameRecord.resultOf(game.scoreForBlack());
    }
    if (game.isVoid()) {
      return "Void";
    }
    Player winner = game.outcome() == Outcome.BLACK_WINS ? Player.BLACK : Player.WHITE;
    String resigned = GameRecord.resultOfResignation(winner);
    if (game.end() == End.TIMEOUT) {
      return resigned.replace('R', 'T');
    }
    return game.forfeited() ? resigned.replace('R', 'F') : resigned;
  }

  private static MatchGame read(GameRecord record, MatchConfig config, String a, String b) {
    Matcher about = ABOUT.matcher(record.comment());
    if (!about.matches()) {
      throw new UserError("holds a game that is not of a match; choose another file");
    }
    int index = Integer.parseInt(about.group(1));
    String black = index % 2 == 0 ? a : b;
    String white = index % 2 == 0 ? b : a;
    if (!record.black().equals(black)
        || !record.white().equals(white)
        || record.size() != config.game().boardSize()
        || record.komi() != config.game().komi()
        || !record.rules().equals(config.game().rules())) {
      throw new UserError(
          "holds another match: %s against %s, %dx%d, komi %s, %s; choose another file"
              .formatted(
                  record.black(),
                  record.white(),
                  record.size(),
                  record.size(),
                  record.komi(),
                  record.rules()));
    }
    End end = end(about.group(3));
    return new MatchGame(
        index,
        Integer.parseInt(about.group(2)),
        record.moves().stream().map(move -> new Agent.Move(move.action())).toList(),
        record.outcome(),
        end,
        Duel.scoreForBlack(record.replay(Rules.named(config.game().rules())), end),
        time(about.group(4)),
        time(about.group(5)),
        about.group(6) == null ? "" : about.group(6));
  }

  /** Files of earlier versions told no time. */
  private static Duration time(String millis) {
    return millis == null ? Duration.ZERO : Duration.ofMillis(Long.parseLong(millis));
  }

  /** Files of earlier versions called all that a player may lose by, but an illegal move, so. */
  private static End end(String name) {
    return name.equals("FAILURE") ? End.CRASH : End.valueOf(name);
  }
}
