package dev.tengen.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tengen.files.DurableFiles;
import dev.tengen.game.UserError;
import dev.tengen.selfplay.match.MatchStore;
import dev.tengen.training.RunLock;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of a match or a tournament.
 *
 * <pre>
 * settings.json   what it is
 * games.sgf       its finished games; with the settings enough to take it up
 * referee.jsonl   what a referee said, a game a line
 * results.json    what it came to, for programs
 * report.html     the same for people
 * programs.log    what other programs said on stderr
 * lock            who is at work here
 * </pre>
 */
final class ContestFolder implements Closeable {

  private static final String SETTINGS = "settings.json";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path root;
  private final RunLock lock;
  private final MatchStore store;

  private ContestFolder(Path root, RunLock lock, MatchStore store) {
    this.root = root;
    this.lock = lock;
    this.store = store;
  }

  /**
   * The settings with which a folder was begun; null if nothing was.
   *
   * @throws UserError if they cannot be read
   */
  static ContestSettings begun(Path root) throws IOException {
    Path file = root.resolve(SETTINGS);
    if (!Files.exists(file)) {
      return null;
    }
    try {
      return MAPPER.readValue(Files.readString(file), ContestSettings.class);
    } catch (JsonProcessingException e) {
      throw new UserError(
          file + " is no match's or tournament's: " + e.getOriginalMessage() + "; choose another");
    }
  }

  /**
   * Opens a folder for work, with these settings from now on.
   *
   * @throws UserError if another process is at work there, or games of something else are there
   */
  static ContestFolder open(Path root, ContestSettings settings) throws IOException {
    Files.createDirectories(root);
    RunLock lock = RunLock.take(root);
    try {
      MatchStore store =
          MatchStore.open(root.resolve("games.sgf"), settings.game(), settings.names());
      DurableFiles.write(
          root.resolve(SETTINGS), (Json.pretty(settings) + "\n").getBytes(StandardCharsets.UTF_8));
      return new ContestFolder(root, lock, store);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  MatchStore store() {
    return store;
  }

  Path root() {
    return root;
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      store.close();
    }
  }
}
