package dev.tengen.cli;

import dev.tengen.cli.report.LiveTable;
import dev.tengen.cli.report.TournamentReport;
import dev.tengen.cli.report.TournamentView;
import dev.tengen.selfplay.match.Tournament;
import dev.tengen.selfplay.match.TournamentGame;
import dev.tengen.selfplay.match.TournamentResult;
import dev.tengen.selfplay.rating.Sprt;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps, counts and shows the games of a match or a tournament as they end. */
final class ContestScribe implements Tournament.Listener, AutoCloseable {

  private static final long REPORT_EVERY_NANOS = Duration.ofSeconds(10).toNanos();

  private final ContestSettings settings;
  private final Sprt sprt;
  private final String openings;
  private final ContestFolder folder;
  private final RefereeDesk referee;
  private final List<TournamentGame> games;
  private final Map<String, String> retired = new LinkedHashMap<>();
  private final LiveTable table;
  private long lastReport = System.nanoTime();

  /**
   * @param sprt the test of each pairing; null for none
   * @param openings what they are, in a few words
   * @param before games that were finished earlier
   * @param folder where all is kept; null for nowhere
   * @param referee counts, too; null for nobody
   */
  ContestScribe(
      ContestSettings settings,
      Sprt sprt,
      String openings,
      List<TournamentGame> before,
      ContestFolder folder,
      RefereeDesk referee) {
    this.settings = settings;
    this.sprt = sprt;
    this.openings = openings;
    this.folder = folder;
    this.referee = referee;
    this.games = new ArrayList<>(before);
    this.table = LiveTable.on(System.err, Progress.onTerminal(), before.size());
    if (referee != null) {
      before.forEach(referee::ask);
    }
  }

  @Override
  public synchronized void finished(TournamentGame game) throws IOException {
    if (folder != null) {
      folder.store().append(game);
    }
    games.add(game);
    if (referee != null) {
      referee.ask(game);
    }
    if (!game.game().note().isEmpty()) {
      table.say(
          "game %d, %s against %s: %s"
              .formatted(
                  games.size(),
                  settings.names().get(game.black()),
                  settings.names().get(game.white()),
                  game.game().note()));
    }
    table.show(games.size(), settings.planned(), width -> report(false).text(width));
    if (folder != null && System.nanoTime() - lastReport >= REPORT_EVERY_NANOS) {
      report(false).write(folder.root());
      lastReport = System.nanoTime();
    }
  }

  @Override
  public synchronized void noted(String player, String caveat) {
    table.say(player + ": " + caveat);
  }

  @Override
  public synchronized void retired(String player, String why) {
    retired.put(player, why);
    table.say(player + " plays no more: " + why);
  }

  /**
   * What it came to, kept in the folder, too.
   *
   * @param complete whether no game is to come
   */
  synchronized ContestOutcome end(boolean complete) throws IOException {
    table.close();
    if (referee != null) {
      sayWhereTheRefereeDiffers();
    }
    TournamentReport report = report(complete);
    if (folder != null) {
      report.write(folder.root());
    }
    return new ContestOutcome(result(), report);
  }

  private TournamentResult result() {
    return TournamentResult.of(settings.names(), games, settings.anchorIndex());
  }

  private TournamentReport report(boolean complete) {
    List<TournamentView.Player> players =
        settings.players().stream()
            .map(
                player ->
                    new TournamentView.Player(
                        player.name(), player.player(), retired.get(player.name())))
            .toList();
    TournamentView view =
        new TournamentView(
            "Tengen " + settings.format(),
            BuildInfo.load().line(),
            String.join("\n", settings.commands()),
            settings.game(),
            settings.games(),
            openings,
            settings.seed(),
            players,
            settings.anchorIndex(),
            settings.planned(),
            complete,
            sprt,
            referee == null ? null : refereed());
    return new TournamentReport(view, result(), games);
  }

  private void sayWhereTheRefereeDiffers() {
    List<RefereeDesk.Opinion> opinions = referee.opinions();
    long differ = opinions.stream().filter(RefereeDesk.Opinion::differs).count();
    if (differ > 0) {
      table.say(
          "%d of %d games have another winner by %s; the board counts as it stands: tell programs to"
                  .formatted(differ, opinions.size(), referee.name())
              + " take dead stones before they pass, as gnugo --capture-all-dead");
    }
    List<RefereeDesk.Opinion> none =
        opinions.stream().filter(opinion -> opinion.theirs() == null).toList();
    if (!none.isEmpty()) {
      table.say(
          "%s did not count %d games, such as one of %s and %s: %s"
              .formatted(
                  referee.name(),
                  none.size(),
                  none.get(0).first(),
                  none.get(0).second(),
                  none.get(0).reason()));
    }
  }

  private TournamentView.Referee refereed() {
    Map<List<Object>, Integer> numbers = new HashMap<>();
    for (int i = 0; i < games.size(); i++) {
      numbers.put(referee.key(games.get(i)), i + 1);
    }
    int agreed = 0;
    List<TournamentView.Disagreement> disagreements = new ArrayList<>();
    for (RefereeDesk.Opinion opinion : referee.opinions()) {
      Integer number = numbers.get(opinion.key());
      if (number != null && opinion.agrees()) {
        agreed++;
      } else if (number != null) {
        disagreements.add(
            new TournamentView.Disagreement(
                number, opinion.ours(), opinion.theirs() == null ? Double.NaN : opinion.theirs()));
      }
    }
    return new TournamentView.Referee(referee.name(), agreed, disagreements);
  }

  @Override
  public synchronized void close() {
    table.close();
  }
}
