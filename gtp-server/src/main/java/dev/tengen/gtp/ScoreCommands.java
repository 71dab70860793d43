package dev.tengen.gtp;

import dev.tengen.go.GoPosition;
import dev.tengen.go.Stone;
import dev.tengen.go.record.GameRecord;
import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Who won, and which stones are dead. Both from one judgement, so that they agree. */
final class ScoreCommands {

  private final GtpGame game;
  private final DeadStones deadStones;

  private ScoreCommands(GtpGame game, DeadStones deadStones) {
    this.game = game;
    this.deadStones = deadStones;
  }

  static void addTo(CommandTable table, GtpGame game, DeadStones deadStones) {
    ScoreCommands commands = new ScoreCommands(game, deadStones);
    table
        .add("final_score", arguments -> commands.finalScore())
        .add("final_status_list", commands::finalStatusList);
  }

  /**
   * The area score of the board without its dead stones: {@code B+3.5}, {@code W+12}, {@code 0}.
   */
  private String finalScore() {
    GoPosition position = game.position();
    BitSet dead = deadStones.find(position);
    GoPosition counted =
        GoPosition.setup(
            position.size(),
            position.rules(),
            position.komi(),
            position.toMove(),
            living(position, dead, Stone.BLACK),
            living(position, dead, Stone.WHITE));
    return GameRecord.resultOf(counted.scoreForBlack());
  }

  private static int[] living(GoPosition position, BitSet dead, Stone color) {
    return IntStream.range(0, position.pass())
        .filter(point -> position.stoneAt(point) == color && !dead.get(point))
        .toArray();
  }

  /** Stones in seki are alive under area scoring, so there are none to list apart. */
  private String finalStatusList(Arguments arguments) throws GtpException {
    String status = arguments.word(0, "alive, dead or seki");
    GoPosition position = game.position();
    return switch (status) {
      case "alive" -> {
        BitSet dead = deadStones.find(position);
        yield vertices(position, point -> !dead.get(point));
      }
      case "dead" -> vertices(position, deadStones.find(position)::get);
      case "seki" -> "";
      default -> throw GtpException.syntax("expected alive, dead or seki, not '" + status + "'");
    };
  }

  private static String vertices(GoPosition position, IntPredicate wanted) {
    return IntStream.range(0, position.pass())
        .filter(point -> position.stoneAt(point) != Stone.EMPTY && wanted.test(point))
        .mapToObj(point -> Vertex.of(point, position.size()))
        .collect(Collectors.joining(" "));
  }
}
