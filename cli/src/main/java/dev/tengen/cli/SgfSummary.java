package dev.tengen.cli;

import dev.tengen.game.Outcome;
import dev.tengen.game.Player;
import dev.tengen.game.UserError;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import dev.tengen.go.record.GameRecord;
import dev.tengen.go.record.SgfFault;
import dev.tengen.go.record.SgfFile;
import dev.tengen.go.record.SgfGames;
import dev.tengen.go.record.SgfPaths;
import dev.tengen.go.record.SgfRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what is in SGF files and collects what is wrong with them. */
final class SgfSummary {

  /** Where a file names no rules: simple ko and no suicide, as nearly everybody plays. */
  private static final Rules COMMON = Rules.CHINESE;

  /**
   * Something wrong, or worth a note.
   *
   * @param game its number in the file, from 1; 0 if it is about the file
   * @param move the number of the move in the game, from 1; 0 if it is no single move
   */
  record Remark(String file, int game, int move, String reason) {
    @Override
    public String toString() {
      String where = game == 0 ? "" : ": game " + game + (move == 0 ? "" : ", move " + move);
      return file + where + ": " + reason;
    }
  }

  /** What {@code --json} prints. */
  record Report(
      int files,
      int games,
      long moves,
      long captures,
      Map<String, Integer> results,
      List<Remark> faults,
      List<Remark> notes) {}

  private final Rules forced;
  private final Map<String, Integer> results = new TreeMap<>();
  private final List<Remark> faults = new ArrayList<>();
  private final List<Remark> notes = new ArrayList<>();
  private final List<Remark> unreadable = new ArrayList<>();
  private int files;
  private int games;
  private long moves;
  private long captures;

  /**
   * A summary of nothing yet.
   *
   * @param forced the rules to check under, whatever the records say; null to ask them
   */
  SgfSummary(Rules forced) {
    this.forced = forced;
  }

  /** Reads one file. */
  void add(Path file, SgfProgress progress) {
    files++;
    String name = file.toString();
    try {
      SgfFile.Content content = SgfFile.readAsFarAsPossible(file);
      int faultsBefore = faults.size();
      boolean any = add(name, new SgfGames(content.text()), progress);
      if (content.fault() != null) {
        addUnreadable(name, content.fault());
      } else if (!any) {
        String why = faults.get(faultsBefore).reason();
        faults.subList(faultsBefore, faults.size()).clear();
        addUnreadable(name, why);
      }
    } catch (UserError e) {
      addUnreadable(name, e.getMessage());
    }
    progress.file();
  }

  /** Says that a file or folder could not be read. */
  void addUnreadable(SgfPaths.Missing missing) {
    addUnreadable(missing.path().toString(), missing.reason());
  }

  /** Returns whether any game could be read, in part at least. */
  private boolean add(String file, SgfGames collection, SgfProgress progress) {
    boolean any = false;
    for (SgfGames.Game game = collection.next(); game != null; game = collection.next()) {
      any |= game.root() != null;
      for (SgfFault fault : game.faults()) {
        faults.add(new Remark(file, game.number(), fault.move(), fault.toString()));
      }
      if (game.root() != null) {
        games++;
      }
      if (game.record() != null) {
        replay(file, game.number(), game.record());
      }
      progress.game();
    }
    return any;
  }

  private void replay(String file, int number, GameRecord game) {
    results.merge(kind(game.outcome()), 1, Integer::sum);
    SgfRules.Found found = SgfRules.find(game.rules());
    if (forced == null && !found.note().isEmpty()) {
      notes.add(new Remark(file, number, 0, found.note()));
    }
    GameRecord.Replay replay;
    try {
      replay = forced == null ? game.replayLegal(COMMON) : game.replayUnder(forced);
    } catch (UserError e) {
      faults.add(new Remark(file, number, 0, e.getMessage()));
      return;
    }
    GoPosition last = replay.last();
    moves += last.moveNumber();
    captures += last.prisoners(Player.BLACK) + last.prisoners(Player.WHITE);
    for (int move : replay.repetitions()) {
      notes.add(new Remark(file, number, move, "recreates an earlier whole board"));
    }
    if (replay.fault() != null) {
      String reason = (replay.fault().move() + " " + replay.fault().reason()).strip();
      faults.add(new Remark(file, number, replay.fault().moveNumber(), reason));
    }
  }

  private void addUnreadable(String file, String message) {
    String prefix = file + ": ";
    String reason = message.startsWith(prefix) ? message.substring(prefix.length()) : message;
    Remark remark = new Remark(file, 0, 0, reason);
    unreadable.add(remark);
    faults.add(remark);
  }

  /** The result without the margin. */
  private static String kind(Outcome outcome) {
    if (outcome == null) {
      return "none";
    }
    return switch (outcome) {
      case BLACK_WINS -> "B";
      case WHITE_WINS -> "W";
      case DRAW -> "draw";
    };
  }

  /** What could not be read, and why. */
  List<Remark> unreadable() {
    return unreadable;
  }

  Report report() {
    return new Report(files, games, moves, captures, results, faults, notes);
  }
}
