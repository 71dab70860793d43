package dev.tengen.cli;

import dev.tengen.game.Player;
import dev.tengen.game.UserError;
import dev.tengen.go.GoPosition;
import dev.tengen.go.KoRule;
import dev.tengen.go.Rules;
import dev.tengen.go.Scoring;
import dev.tengen.go.record.GameRecord;
import dev.tengen.go.record.SgfFile;
import dev.tengen.go.record.SgfNode;
import dev.tengen.go.record.SgfParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what is in SGF files and collects what is wrong with them. */
final class SgfSummary {

  /** Where a file names no rules: what nearly every rule set agrees on. */
  private static final Rules COMMON = new Rules(KoRule.SIMPLE, Scoring.AREA, false);

  /**
   * Something wrong.
   *
   * @param game its number in the file, from 1
   * @param move the number of the move in the game, from 1; 0 if it is no single move
   */
  record Fault(String file, int game, int move, String reason) {
    @Override
    public String toString() {
      return "%s: game %d%s: %s".formatted(file, game, move == 0 ? "" : ", move " + move, reason);
    }
  }

  /** What {@code --json} prints. */
  record Report(
      int files,
      int games,
      long moves,
      long captures,
      Map<String, Integer> results,
      List<Fault> faults,
      List<String> notes) {}

  private final Map<String, Integer> results = new TreeMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private int files;
  private int games;
  private long moves;
  private long captures;

  /** Reads one file; returns whether it could be read. */
  boolean add(Path file) {
    files++;
    String name = file.toString();
    int game = 0;
    try {
      SgfParser parser = new SgfParser(SgfFile.read(file));
      for (SgfNode root = parser.next(); root != null; root = parser.next()) {
        add(name, ++game, root);
      }
      return true;
    } catch (UserError e) {
      faults.add(new Fault(name, game + 1, 0, e.getMessage()));
      return false;
    }
  }

  private void add(String file, int number, SgfNode root) {
    games++;
    GameRecord game;
    GameRecord.Replay replay;
    try {
      game = GameRecord.fromSgf(root);
      replay = game.replayLegal(COMMON);
    } catch (UserError e) {
      faults.add(new Fault(file, number, 0, e.getMessage()));
      return;
    }
    GoPosition last = replay.last();
    moves += last.moveNumber();
    captures += last.prisoners(Player.BLACK) + last.prisoners(Player.WHITE);
    results.merge(kind(game.result()), 1, Integer::sum);
    if (replay.fault() != null) {
      String reason = replay.fault().move() + " " + replay.fault().reason();
      faults.add(new Fault(file, number, replay.fault().moveNumber(), reason));
    }
  }

  /** The result without the margin: {@code B}, {@code W}, {@code draw}, {@code none}. */
  private static String kind(String result) {
    if (result.startsWith("B+") || result.startsWith("W+")) {
      return result.substring(0, 1);
    }
    return result.equals("0") || result.equalsIgnoreCase("draw") ? "draw" : "none";
  }

  Report report() {
    return new Report(files, games, moves, captures, results, faults, notes);
  }
}
