package dev.tengen.go.record;

import dev.tengen.game.Player;
import dev.tengen.game.UserError;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Legality;
import dev.tengen.go.Rules;
import dev.tengen.go.Stone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Plays a game record by the rules. */
final class GameReplay {

  private final GameRecord record;
  private final SeenBoards seen = new SeenBoards();
  private final List<Integer> repetitions = new ArrayList<>();
  private GoPosition position;
  private int nextEdit;

  GameReplay(GameRecord record, Rules rules) {
    this.record = record;
    position = start(record, rules);
  }

  /** The position before the first move. */
  static GoPosition start(GameRecord record, Rules rules) {
    GameRecord.Setup setup = record.setup();
    Player first = firstToMove(record);
    GoPosition start =
        setup.hasStones()
            ? GoPosition.setup(
                record.size(),
                rules,
                record.komi(),
                first,
                toArray(setup.black()),
                toArray(setup.white()))
            : GoPosition.start(record.size(), rules, record.komi()).withToMove(first);
    return start.withHandicap(record.handicap());
  }

  /** The board of a position and who is to move. */
  static GameRecord.Setup setupOf(GoPosition position) {
    return new GameRecord.Setup(
        List.copyOf(stones(position, Stone.BLACK)),
        List.copyOf(stones(position, Stone.WHITE)),
        position.toMove());
  }

  GameRecord.Replay play() {
    seen.add(position.boardHash());
    List<GameRecord.Move> moves = record.moves();
    for (int i = 0; i < moves.size(); i++) {
      GameRecord.Move move = moves.get(i);
      GoPosition before = position.withToMove(move.player());
      Legality legality = before.legality(move.action());
      if (legality != Legality.LEGAL) {
        return end(new GameRecord.Fault(i + 1, sgf(move), reason(legality)));
      }
      position = before.play(move.action());
      if (move.action() != position.pass()
          && seen.add(position.boardHash())
          // A hash is no proof, superko is.
          && before.withRules(Rules.TROMP_TAYLOR).legality(move.action()) == Legality.SUPERKO) {
        repetitions.add(i + 1);
      }
      try {
        edit(i + 1);
      } catch (UserError e) {
        return end(new GameRecord.Fault(i + 1, "", e.getMessage()));
      }
    }
    return end(null);
  }

  private GameRecord.Replay end(GameRecord.Fault fault) {
    return new GameRecord.Replay(position, fault, repetitions);
  }

  private void edit(int afterMoves) {
    List<GameRecord.Edit> edits = record.edits();
    while (nextEdit < edits.size() && edits.get(nextEdit).afterMoves() == afterMoves) {
      GameRecord.Edit edit = edits.get(nextEdit++);
      if (!edit.black().isEmpty() || !edit.white().isEmpty() || !edit.empty().isEmpty()) {
        Set<Integer> black = stones(position, Stone.BLACK);
        Set<Integer> white = stones(position, Stone.WHITE);
        GameRecord.Edit.apply(black, white, edit.black(), edit.white(), edit.empty());
        position = position.withStones(toArray(black), toArray(white));
        seen.clear();
        seen.add(position.boardHash());
      }
      if (edit.toMove() != null) {
        position = position.withToMove(edit.toMove());
      }
    }
  }

  private static Player firstToMove(GameRecord record) {
    if (record.setup().toMove() != null) {
      return record.setup().toMove();
    }
    if (!record.moves().isEmpty()) {
      return record.moves().get(0).player();
    }
    return record.handicap() > 1 ? Player.WHITE : Player.BLACK;
  }

  private String sgf(GameRecord.Move move) {
    String point = SgfPoint.of(move.action(), record.size());
    return (move.player() == Player.BLACK ? "B[" : "W[") + point + "]";
  }

  private static String reason(Legality legality) {
    return switch (legality) {
      case LEGAL -> "legal";
      case OCCUPIED -> "the point is occupied";
      case SUICIDE -> "suicide";
      case KO -> "takes back a ko at once";
      case SUPERKO -> "repeats an earlier position";
    };
  }

  private static Set<Integer> stones(GoPosition position, Stone stone) {
    Set<Integer> points = new TreeSet<>();
    for (int point = 0; point < position.pass(); point++) {
      if (position.stoneAt(point) == stone) {
        points.add(point);
      }
    }
    return points;
  }

  private static int[] toArray(Collection<Integer> points) {
    return points.stream().mapToInt(Integer::intValue).toArray();
  }
}
