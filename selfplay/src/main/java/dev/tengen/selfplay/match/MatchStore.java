package dev.tengen.selfplay.match;

import dev.tengen.game.GameSettings;
import dev.tengen.game.UserError;
import dev.tengen.go.record.GameRecord;
import dev.tengen.selfplay.record.AppendFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The finished games of a match or a tournament in one SGF file, durable from game to game: enough
 * to take it up again ({@link MatchSgf} says what is in it).
 */
public final class MatchStore implements Closeable {

  private final AppendFile file;
  private final MatchSgf sgf;
  private final List<TournamentGame> games;

  private MatchStore(AppendFile file, MatchSgf sgf, List<TournamentGame> games) {
    this.file = file;
    this.sgf = sgf;
    this.games = games;
  }

  /**
   * Opens the file, creating it if need be. A game that was not written to its end is cut off, one
   * that is there twice is read once.
   *
   * @param names of the players, all different
   * @throws UserError if the file holds anything else than games of these players
   */
  public static MatchStore open(Path path, GameSettings settings, List<String> names)
      throws IOException {
    AppendFile file = AppendFile.open(path);
    try {
      MatchSgf sgf = new MatchSgf(settings, names);
      String text = Files.readString(path);
      int lastGame = text.lastIndexOf(")\n");
      String whole = lastGame < 0 ? "" : text.substring(0, lastGame + 2);
      Map<Schedule.Fixture, TournamentGame> games = new LinkedHashMap<>();
      try {
        List<GameRecord> records = whole.isEmpty() ? List.of() : GameRecord.readAll(whole);
        for (GameRecord record : records) {
          TournamentGame game = sgf.read(record);
          games.putIfAbsent(new Schedule.Fixture(game.pairing(), game.game().index()), game);
        }
      } catch (UserError e) {
        throw new UserError(path + ": " + e.getMessage(), e);
      }
      if (whole.length() < text.length()) {
        file.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
      }
      return new MatchStore(file, sgf, new ArrayList<>(games.values()));
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** All games, those that were there when the file was opened first. */
  public synchronized List<TournamentGame> games() {
    return List.copyOf(games);
  }

  /** The games of a match of two players. */
  public List<MatchGame> matchGames() {
    return games().stream().map(TournamentGame::game).toList();
  }

  /** Adds a game. */
  public synchronized void append(TournamentGame game) throws IOException {
    file.append(sgf.write(game).getBytes(StandardCharsets.UTF_8));
    games.add(game);
  }

  /** Adds a game of a match of two players. */
  public void append(MatchGame game) throws IOException {
    append(new TournamentGame(Pairing.OF_TWO, game));
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }
}
