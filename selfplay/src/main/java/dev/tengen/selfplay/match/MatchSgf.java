package dev.tengen.selfplay.match;

import dev.tengen.game.Agent;
import dev.tengen.game.GameSettings;
import dev.tengen.game.Player;
import dev.tengen.game.UserError;
import dev.tengen.go.Rules;
import dev.tengen.go.record.GameRecord;
import dev.tengen.selfplay.match.MatchGame.End;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Games of a tournament as SGF and back. The comment of a game says which one of its pairing it is,
 * how it ended and how long the players thought; those of its moves give value and visits where the
 * player told them.
 */
final class MatchSgf {

  private static final Pattern ABOUT =
      Pattern.compile(
          "match game (\\d+), (\\d+) opening moves, end ([A-Z_]+)"
              + "(?:, black (\\d+) ms, white (\\d+) ms)?(?:: (.*))?");

  private static final Pattern OPINION =
      Pattern.compile("value ([-+][0-9.]+) for Black, (\\d+) visits");

  private final GameSettings settings;
  private final List<String> names;

  /**
   * @param names of the players, all different
   */
  MatchSgf(GameSettings settings, List<String> names) {
    this.settings = settings;
    this.names = names;
  }

  String write(TournamentGame played) {
    MatchGame game = played.game();
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
        GameRecord.builder(settings.boardSize())
            .komi(settings.komi())
            .rules(settings.rules())
            .players(names.get(played.black()), names.get(played.white()))
            .result(game.result())
            .comment(note.isEmpty() ? about : about + ": " + note);
    for (int i = 0; i < game.moves().size(); i++) {
      Player player = i % 2 == 0 ? Player.BLACK : Player.WHITE;
      Agent.Move move = game.moves().get(i);
      record.move(player, move.action(), opinion(player, move));
    }
    return record.build().toSgf();
  }

  private static String opinion(Player player, Agent.Move move) {
    if (Float.isNaN(move.value())) {
      return "";
    }
    float valueForBlack = player == Player.BLACK ? move.value() : -move.value();
    return String.format(
        Locale.ROOT, "value %+.2f for Black, %d visits", valueForBlack, move.visits());
  }

  /**
   * Reads a game.
   *
   * @throws UserError if it is none of this tournament
   */
  TournamentGame read(GameRecord record) {
    Matcher about = ABOUT.matcher(record.comment());
    if (!about.matches()) {
      throw new UserError("holds a game that is not of a match; choose another folder");
    }
    int black = names.indexOf(record.black());
    int white = names.indexOf(record.white());
    if (black < 0
        || white < 0
        || record.size() != settings.boardSize()
        || record.komi() != settings.komi()
        || !record.rules().equals(settings.rules())) {
      throw new UserError(
          "holds other games: %s against %s, %dx%d, komi %s, %s; choose another folder"
              .formatted(
                  record.black(),
                  record.white(),
                  record.size(),
                  record.size(),
                  record.komi(),
                  record.rules()));
    }
    int index = Integer.parseInt(about.group(1));
    End end = end(about.group(3));
    MatchGame game =
        new MatchGame(
            index,
            Integer.parseInt(about.group(2)),
            record.moves().stream().map(MatchSgf::move).toList(),
            end == End.VOID ? null : record.outcome(),
            end,
            Duel.scoreForBlack(record.replay(Rules.named(settings.rules())), end),
            time(about.group(4)),
            time(about.group(5)),
            about.group(6) == null ? "" : about.group(6));
    boolean firstIsBlack = game.aIsBlack();
    return new TournamentGame(
        new Pairing(firstIsBlack ? black : white, firstIsBlack ? white : black), game);
  }

  private static Agent.Move move(GameRecord.Move move) {
    Matcher opinion = OPINION.matcher(move.comment());
    if (!opinion.matches()) {
      return new Agent.Move(move.action());
    }
    float forBlack = Float.parseFloat(opinion.group(1));
    return new Agent.Move(
        move.action(),
        move.player() == Player.BLACK ? forBlack : -forBlack,
        Integer.parseInt(opinion.group(2)));
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
