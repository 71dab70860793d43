package dev.tengen.gtp;

import dev.tengen.go.GoPosition;
import dev.tengen.go.PassAlive;
import dev.tengen.go.PointStatus;
import dev.tengen.go.Score;
import dev.tengen.go.Stone;
import dev.tengen.go.record.GameRecord;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Who won, and which stones are dead. Both from one judgement, so that they agree. */
final class ScoreCommands {

  private static final String STATUSES =
      "alive, dead, seki, white_territory, black_territory or dame";

  private final GtpGame game;
  private final DeadStones deadStones;

  private GoPosition judged;
  private Score score;

  private ScoreCommands(GtpGame game, DeadStones deadStones) {
    this.game = game;
    this.deadStones = deadStones;
  }

  static void addTo(CommandTable table, GtpGame game, DeadStones deadStones) {
    ScoreCommands commands = new ScoreCommands(game, deadStones);
    table
        .add("final_score", arguments -> GameRecord.resultOf(commands.score().forBlack()))
        .add("final_status_list", commands::finalStatusList)
        .add("unconditional_status", commands::unconditionalStatus);
  }

  /** The score by the rules in force, without dead stones unless the rules leave them. */
  private Score score() {
    GoPosition position = game.position();
    if (position != judged) {
      BitSet dead = position.countsAsItStands() ? new BitSet() : deadStones.find(position);
      score = Score.of(position, dead);
      judged = position;
    }
    return score;
  }

  /**
   * {@code unconditional_status VERTEX}: what is pass-alive, in GNU Go's words: alive, dead,
   * black_territory, white_territory, undecided.
   */
  private String unconditionalStatus(Arguments arguments) throws GtpException {
    GoPosition position = game.position();
    int point = arguments.action(0, game.size());
    if (point == position.pass()) {
      throw GtpException.syntax("expected a vertex, not a pass");
    }
    PassAlive passAlive = position.passAlive();
    if (position.stoneAt(point) != Stone.EMPTY) {
      return passAlive.isAlive(point) ? "alive" : passAlive.isDead(point) ? "dead" : "undecided";
    }
    return switch (passAlive.territoryAt(point)) {
      case BLACK -> "black_territory";
      case WHITE -> "white_territory";
      case EMPTY -> "undecided";
    };
  }

  /** {@code final_status_list STATUS}: GTP 2 has the first three, GNU Go the others. */
  private String finalStatusList(Arguments arguments) throws GtpException {
    String word = arguments.word(0, STATUSES);
    PointStatus status =
        Arrays.stream(PointStatus.values())
            .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(word))
            .findFirst()
            .orElseThrow(
                () -> GtpException.syntax("expected " + STATUSES + ", not '" + word + "'"));
    return IntStream.of(score().pointsThatAre(status))
        .mapToObj(point -> Vertex.of(point, game.size()))
        .collect(Collectors.joining(" "));
  }
}
