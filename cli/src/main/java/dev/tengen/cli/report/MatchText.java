package dev.tengen.cli.report;

import static dev.tengen.cli.report.Words.count;
import static dev.tengen.cli.report.Words.elo;
import static dev.tengen.cli.report.Words.interval;
import static dev.tengen.cli.report.Words.likelihood;
import static dev.tengen.cli.report.Words.points;
import static dev.tengen.cli.report.Words.seconds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A match of two players for terminals, from the side of the one that entered first. */
final class MatchText {

  private MatchText() {}

  static String of(Results results, int width) {
    List<Results.Player> players =
        results.players().stream().sorted(Comparator.comparing(Results.Player::entry)).toList();
    TextTable table = new TextTable(players.stream().map(Results.Player::name).toList());
    table
        .column("score", 0, players.stream().map(p -> points(total(p)) + "/" + p.games()).toList())
        .column("W-D-L", 4, players.stream().map(p -> count(total(p))).toList())
        .column("as Black", 2, players.stream().map(p -> count(p.asBlack())).toList())
        .column("as White", 2, players.stream().map(p -> count(p.asWhite())).toList())
        .column("resigned", 3, players.stream().map(p -> "" + p.resignations()).toList())
        .column("s/move", 1, players.stream().map(p -> seconds(p.secondsPerMove())).toList());
    return table.fit(width) + Words.wrapped(remarks(results, players), width);
  }

  private static List<String> remarks(Results results, List<Results.Player> players) {
    List<String> remarks = new ArrayList<>();
    for (Results.Pairing pairing : results.pairings()) {
      remarks.add(
          "Elo %s (95 %%: %s), %s stronger with %s"
              .formatted(
                  elo(pairing.elo()),
                  interval(pairing.eloLow(), pairing.eloHigh()),
                  pairing.a(),
                  likelihood(pairing.superiority())));
      if (pairing.sprt() != null) {
        remarks.add("SPRT, " + Words.test(pairing.sprt()));
      }
      int all = pairing.games() + pairing.voids();
      remarks.add(
          String.format(
              Locale.ROOT,
              "%d games of %.0f moves, %d different%s",
              all,
              pairing.meanLength(),
              pairing.distinctGames(),
              pairing.voids() == 0 ? "" : ", " + pairing.voids() + " void"));
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

  private static Results.Count total(Results.Player player) {
    return new Results.Count(player.wins(), player.draws(), player.losses());
  }
}
