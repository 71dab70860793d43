package dev.tengen.cli;

import dev.tengen.selfplay.match.Tournament;
import dev.tengen.selfplay.match.TournamentGame;
import dev.tengen.selfplay.match.TournamentResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps, counts and shows the games of a match or a tournament as they end. */
final class ContestScribe implements Tournament.Listener, AutoCloseable {

  private static final long REPORT_EVERY_NANOS = Duration.ofSeconds(10).toNanos();

  private final ContestSettings settings;
  private final ContestFolder folder;
  private final RefereeDesk referee;
  private final PrintWriter err;
  private final List<TournamentGame> games;
  private final Map<String, String> retired = new LinkedHashMap<>();
  private final Progress progress;
  private long lastReport = System.nanoTime();

  /**
   * @param before games that were finished earlier
   * @param folder where all is kept; null for nowhere
   * @param referee counts, too; null for nobody
   */
  ContestScribe(
      ContestSettings settings,
      List<TournamentGame> before,
      ContestFolder folder,
      RefereeDesk referee,
      PrintWriter err) {
    this.settings = settings;
    this.folder = folder;
    this.referee = referee;
    this.err = err;
    this.games = new ArrayList<>(before);
    this.progress = Progress.of(settings.format().toString(), planned());
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
      say(
          "%s against %s, game %d: %s"
              .formatted(
                  settings.names().get(game.pairing().first()),
                  settings.names().get(game.pairing().second()),
                  game.game().index() + 1,
                  game.game().note()));
    }
    progress.at(games.size(), "");
    if (System.nanoTime() - lastReport >= REPORT_EVERY_NANOS) {
      report();
    }
  }

  @Override
  public synchronized void noted(String player, String caveat) {
    say(player + ": " + caveat);
  }

  @Override
  public synchronized void retired(String player, String why) {
    retired.put(player, why);
    say(player + " plays no more: " + why);
  }

  /** What it has come to until now. */
  synchronized ContestOutcome outcome() {
    return new ContestOutcome(
        settings,
        List.copyOf(games),
        TournamentResult.of(settings.names(), games, settings.anchorIndex()),
        Map.copyOf(retired),
        referee == null ? List.of() : referee.opinions());
  }

  private int planned() {
    return settings.games() * settings.pairings().size();
  }

  private void report() throws IOException {
    lastReport = System.nanoTime();
  }

  private void say(String line) {
    err.println(line);
    err.flush();
  }

  @Override
  public synchronized void close() {
    progress.close();
  }
}
