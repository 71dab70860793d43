package dev.tengen.selfplay;

import dev.tengen.game.Outcome;
import dev.tengen.game.Player;
import dev.tengen.go.record.GameRecord;
import java.util.Locale;

/** A self-play game as SGF, for people: moves, what the search thought before each, the result. */
final class EpisodeSgf {

  private EpisodeSgf() {}

  static String of(Episode episode) {
    GameRecord.Builder record =
        GameRecord.builder(episode.settings().boardSize())
            .komi(episode.settings().komi())
            .rules(episode.settings().rules())
            .players(episode.network(), episode.network())
            .result(result(episode))
            .comment(
                "game %d, seed %d%s%s%s"
                    .formatted(
                        episode.game(),
                        episode.seed(),
                        episode.resignDisabled() ? ", played out" : "",
                        episode.settled() ? ", ended when all was pass-alive" : "",
                        episode.truncated() ? ", stopped by the move limit" : ""));
    for (int t = 0; t < episode.length(); t++) {
      Turn turn = episode.turns().get(t);
      record.move(episode.playerAt(t), turn.action(), comment(turn, episode.playerAt(t)));
    }
    return record.build().toSgf();
  }

  private static String result(Episode episode) {
    if (!episode.resigned()) {
      return GameRecord.resultOf(episode.scoreForBlack());
    }
    return GameRecord.resultOfResignation(
        episode.outcome() == Outcome.BLACK_WINS ? Player.BLACK : Player.WHITE);
  }

  private static String comment(Turn turn, Player player) {
    if (turn.effort() == Turn.Effort.NONE) {
      return "opening move";
    }
    return String.format(
        Locale.ROOT,
        "value %+.2f for Black, %d visits%s",
        turn.valueForBlack(player),
        turn.totalVisits(),
        turn.effort() == Turn.Effort.CHEAP ? " (cheap)" : "");
  }
}
