package dev.tengen.cli.report;

import dev.tengen.files.DurableFiles;
import dev.tengen.selfplay.match.TournamentGame;
import dev.tengen.selfplay.match.TournamentResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A match or a tournament, told in three ways: as text, as JSON and as a page. */
public final class TournamentReport {

  private final TournamentView view;
  private final Results results;
  private final List<TournamentGame> games;

  /**
   * @param games all that have ended; the number of each is its place, from 1
   * @param result what they came to
   */
  public TournamentReport(
      TournamentView view, TournamentResult result, List<TournamentGame> games) {
    this.view = view;
    this.results = Figures.of(view, result, games);
    this.games = List.copyOf(games);
  }

  /**
   * For a terminal: the ranking and the cross-table, or all about the match of two players. Ends
   * with a line feed.
   *
   * @param width columns that no line exceeds; names are shortened and columns left out for it
   */
  public String text(int width) {
    return TextReport.of(results, width);
  }

  /** The object tree of {@code results.json}, for a {@code --json} that prints it. */
  public Object figures() {
    return results;
  }

  /** The text of {@code results.json}. */
  public String json() {
    return ReportJson.pretty(results);
  }

  /** The text of {@code report.html}: one file that needs no other and no network. */
  public String html() {
    return Page.of(
        results, games.stream().map(game -> KeptMoves.of(game.game(), view.settings())).toList());
  }

  /**
   * Writes {@code results.json} and {@code report.html} into a folder, each whole or not at all.
   */
  public void write(Path folder) throws IOException {
    DurableFiles.write(folder.resolve("results.json"), json().getBytes(StandardCharsets.UTF_8));
    DurableFiles.write(folder.resolve("report.html"), html().getBytes(StandardCharsets.UTF_8));
  }
}
