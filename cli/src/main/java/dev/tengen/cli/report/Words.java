package dev.tengen.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Figures in the words of a terminal. */
final class Words {

  private Words() {}

  static String elo(double elo) {
    return String.format(Locale.ROOT, "%+d", Math.round(elo));
  }

  static String interval(double low, double high) {
    return elo(low) + " to " + elo(high);
  }

  static int games(Results.Count score) {
    return score.wins() + score.draws() + score.losses();
  }

  /** Points, with the half of a draw. */
  static String points(Results.Count score) {
    int doubled = 2 * score.wins() + score.draws();
    return doubled / 2 + (doubled % 2 == 0 ? "" : ".5");
  }

  static String count(Results.Count score) {
    return score.wins() + "-" + score.draws() + "-" + score.losses();
  }

  /** To three places below one second, one above; a dash if no time was taken. */
  static String seconds(double seconds) {
    return seconds == 0 ? "-" : String.format(Locale.ROOT, seconds < 1 ? "%.3f" : "%.1f", seconds);
  }

  /** A likelihood as a percentage that never claims certainty. */
  static String likelihood(double likelihood) {
    if (likelihood > 0.999) {
      return "> 99.9 %";
    }
    return likelihood < 0.001 ? "< 0.1 %" : String.format(Locale.ROOT, "%.1f %%", 100 * likelihood);
  }

  static String test(Results.Test test) {
    String verdict =
        switch (test.verdict()) {
          case "ACCEPT_ELO0" -> "decided for " + number(test.elo0());
          case "ACCEPT_ELO1" -> "decided for " + number(test.elo1());
          default -> "undecided";
        };
    return String.format(
        Locale.ROOT,
        "Elo %s against %s: llr %+.2f (%+.2f to %+.2f), %s",
        number(test.elo0()),
        number(test.elo1()),
        test.llr(),
        test.lower(),
        test.upper(),
        verdict);
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  /** How a player lost by a fault; empty if it did not. */
  static String faults(Results.Player player) {
    List<String> lost = new ArrayList<>();
    add(lost, player.illegalMoves(), "by an illegal move");
    add(lost, player.timeouts(), "by no answer in time");
    add(lost, player.crashes(), "by dying");
    add(lost, player.nonsense(), "by nonsense");
    String faults = lost.isEmpty() ? "" : "lost " + String.join(", ", lost);
    if (player.refusals() == 0) {
      return faults;
    }
    return faults
        + (faults.isEmpty() ? "" : "; ")
        + "made %d void by refusing a legal move".formatted(player.refusals());
  }

  private static void add(List<String> lost, int games, String how) {
    if (games > 0) {
      lost.add(games + " " + how);
    }
  }

  /** What a referee found; nothing if there was none. */
  static List<String> referee(TournamentView.Referee referee) {
    if (referee == null) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    int differ = referee.disagreements().size();
    lines.add(
        "%s agreed with %d of %d scores"
            .formatted(referee.name(), referee.agreed(), referee.agreed() + differ));
    for (TournamentView.Disagreement one : referee.disagreements()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "game %d: %+.1f for Black here, %+.1f by the referee",
              one.game(),
              one.ours(),
              one.theirs()));
    }
    return lines;
  }

  /** Lines broken between words, behind an empty one; nothing if there is none. */
  static String wrapped(List<String> lines, int width) {
    StringBuilder text = new StringBuilder(lines.isEmpty() ? "" : "\n");
    for (String line : lines) {
      int column = 0;
      for (String word : line.split(" ", -1)) {
        String whole = TextTable.shorten(word, Math.max(8, width - 4));
        boolean fits = column == 0 || column + 1 + whole.length() <= width;
        text.append(column == 0 ? "" : fits ? " " : "\n    ").append(whole);
        column = (column == 0 ? 0 : fits ? column + 1 : 4) + whole.length();
      }
      text.append('\n');
    }
    return text.toString();
  }
}
