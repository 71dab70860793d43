package dev.tengen.selfplay.match.opening;

import dev.tengen.game.Player;
import dev.tengen.game.UserError;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Legality;
import dev.tengen.go.record.GameRecord;
import dev.tengen.go.record.SgfFile;
import dev.tengen.go.record.SgfGames;
import dev.tengen.go.record.SgfPaths;
import dev.tengen.go.record.SgfPoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Takes openings from the first moves of game records. */
final class SgfOpenings {

  private final GoPosition start;
  private final int moves;
  private final List<GoPosition> openings = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Set<Long> seen = new HashSet<>();
  private int duplicates;

  /**
   * @param start the empty board, with the rules and komi that count
   * @param moves how many to take of each game, all where it has fewer
   */
  SgfOpenings(GoPosition start, int moves) {
    this.start = start;
    this.moves = moves;
  }

  /**
   * Takes the openings of a file, or of all files below a folder.
   *
   * @throws UserError if there is none, or a move is not legal
   */
  SgfOpenings addAll(Path path) {
    SgfPaths files = SgfPaths.of(List.of(path));
    files.missing().forEach(missing -> notes.add(missing.path() + ": " + missing.reason()));
    for (Path file : files.files()) {
      String text = read(file);
      if (text != null) {
        addAll(file.toString(), text);
      }
    }
    if (openings.isEmpty()) {
      throw new UserError(
          "openings: none for %dx%<d in %s%s"
              .formatted(start.size(), path, notes.isEmpty() ? "" : "; " + notes.get(0)));
    }
    return this;
  }

  /** As much of a file as can be read; null if that is nothing. */
  private String read(Path file) {
    try {
      SgfFile.Content content = SgfFile.readAsFarAsPossible(file);
      if (content.fault() != null) {
        notes.add(content.fault());
      }
      return content.text();
    } catch (UserError e) {
      notes.add(e.getMessage());
      return null;
    }
  }

  /**
   * Takes the openings of a collection.
   *
   * @param file what messages call it
   */
  void addAll(String file, String sgf) {
    SgfGames games = new SgfGames(sgf);
    for (SgfGames.Game game = games.next(); game != null; game = games.next()) {
      String name = game.number() == 1 ? file : file + ", game " + game.number();
      String objection = objection(game);
      if (objection == null) {
        add(name, game.record());
      } else {
        notes.add(name + ": " + objection);
      }
    }
  }

  /** The openings, all different, in the order of the files. */
  List<GoPosition> openings() {
    return openings;
  }

  /** What was left out, a line each. */
  List<String> notes() {
    List<String> all = new ArrayList<>(notes);
    if (duplicates > 0) {
      all.add(
          duplicates == 1
              ? "1 opening left out that was there before"
              : duplicates + " openings left out that were there before");
    }
    return all;
  }

  /** Why a game gives no opening; null if it may. */
  private String objection(SgfGames.Game game) {
    GameRecord record = game.record();
    if (record == null || (record.moves().size() < moves && !game.faults().isEmpty())) {
      return game.faults().get(0).toString();
    }
    if (record.size() != start.size()) {
      return "is on %dx%<d, expected %dx%<d".formatted(record.size(), start.size());
    }
    if (!record.setup().black().isEmpty() || !record.setup().white().isEmpty()) {
      return "begins with stones on the board, expected an empty one";
    }
    if (record.moves().isEmpty()) {
      return "has no moves";
    }
    if (record.edits().stream().anyMatch(edit -> edit.afterMoves() < moves)) {
      return "has stones set between its first moves";
    }
    return null;
  }

  private void add(String name, GameRecord record) {
    GoPosition position = start;
    for (GameRecord.Move move : record.moves().subList(0, Math.min(moves, record.moves().size()))) {
      int number = position.moveNumber() + 1;
      if (move.player() != position.toMove()) {
        notes.add("%s: move %d is out of turn".formatted(name, number));
        return;
      }
      Legality legality = position.legality(move.action());
      if (legality != Legality.LEGAL) {
        throw new UserError(
            "%s: move %d, %s[%s], is not legal here: %s"
                .formatted(
                    name,
                    number,
                    move.player() == Player.BLACK ? "B" : "W",
                    SgfPoint.of(move.action(), start.size()),
                    legality.toString().toLowerCase(Locale.ROOT)));
      }
      position = position.play(move.action());
      if (position.isTerminal()) {
        notes.add("%s: the game is over after move %d".formatted(name, number));
        return;
      }
    }
    if (seen.add(position.situationHash())) {
      openings.add(position);
    } else {
      duplicates++;
    }
  }
}
