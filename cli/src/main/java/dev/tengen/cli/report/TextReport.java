package dev.tengen.cli.report;

import static dev.tengen.cli.report.Words.count;
import static dev.tengen.cli.report.Words.elo;
import static dev.tengen.cli.report.Words.interval;
import static dev.tengen.cli.report.Words.points;
import static dev.tengen.cli.report.Words.seconds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** A tournament for terminals: the ranking, and who beat whom. */
final class TextReport {

  private final Results results;
  private final List<Results.Player> players;

  private TextReport(Results results) {
    this.results = results;
    this.players = results.players();
  }

  static String of(Results results, int width) {
    if (results.players().size() == 2) {
      return MatchText.of(results, width);
    }
    TextReport report = new TextReport(results);
    String text = report.ranking().fit(width);
    TextTable cross = report.crossTable(TextReport::score);
    if (cross.easyWidth() > width) {
      cross = report.crossTable(TextReport::percent);
    }
    if (cross.easyWidth() <= width) {
      text += "\n" + cross.fit(width);
    }
    return text + Words.wrapped(report.remarks(), width);
  }

  private TextTable ranking() {
    boolean retired = players.stream().anyMatch(player -> player.retired() != null);
    TextTable table =
        new TextTable(names())
            .column("Elo", 0, all(player -> elo(player.elo())))
            .column("95 %", 3, all(player -> interval(player.eloLow(), player.eloHigh())))
            .column("games", 1, all(player -> String.valueOf(player.games())))
            .column("score", 0, all(TextReport::scorePercent))
            .column("W-D-L", 4, all(p -> count(new Results.Count(p.wins(), p.draws(), p.losses()))))
            .column("s/move", 2, all(player -> seconds(player.secondsPerMove())));
    if (retired) {
      table.column("", 5, all(player -> player.retired() == null ? "" : "retired"));
    }
    return table;
  }

  /** The row's score against each column. */
  private TextTable crossTable(Function<Results.Count, String> cell) {
    Map<List<String>, Results.Count> scores = new HashMap<>();
    for (Results.Pairing pairing : results.pairings()) {
      scores.put(
          List.of(pairing.a(), pairing.b()),
          new Results.Count(pairing.wins(), pairing.draws(), pairing.losses()));
      scores.put(
          List.of(pairing.b(), pairing.a()),
          new Results.Count(pairing.losses(), pairing.draws(), pairing.wins()));
    }
    TextTable table = new TextTable(names());
    for (Results.Player column : players) {
      List<String> cells = new ArrayList<>();
      for (Results.Player row : players) {
        Results.Count score = scores.get(List.of(row.name(), column.name()));
        cells.add(score == null ? (row.rank() == column.rank() ? "-" : "") : cell.apply(score));
      }
      table.column(String.valueOf(column.rank()), 0, cells);
    }
    return table;
  }

  private List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (results.duplicates() > 0) {
      remarks.add("games that repeat an earlier one: " + results.duplicates());
    }
    long voids = results.games().stream().filter(game -> game.end().equals("VOID")).count();
    if (voids > 0) {
      remarks.add("void games: " + voids);
    }
    for (Results.Player player : players) {
      String faults = Words.faults(player);
      if (!faults.isEmpty()) {
        remarks.add(player.name() + ": " + faults);
      }
      if (player.retired() != null) {
        remarks.add(player.name() + " retired: " + player.retired());
      }
    }
    remarks.addAll(Words.referee(results.referee()));
    return remarks;
  }

  private List<String> names() {
    int digits = String.valueOf(players.size()).length();
    return all(
        player -> String.format(Locale.ROOT, "%" + digits + "d %s", player.rank(), player.name()));
  }

  private List<String> all(Function<Results.Player, String> cell) {
    return players.stream().map(cell).toList();
  }

  private static String scorePercent(Results.Player player) {
    return player.games() == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", player.scorePercent());
  }

  private static String score(Results.Count score) {
    return points(score) + "/" + Words.games(score);
  }

  private static String percent(Results.Count score) {
    int games = Words.games(score);
    return games == 0
        ? ""
        : String.valueOf(Math.round(100 * (score.wins() + score.draws() / 2.0) / games));
  }
}
