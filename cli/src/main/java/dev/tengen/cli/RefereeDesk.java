package dev.tengen.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tengen.game.GameSettings;
import dev.tengen.game.Referee;
import dev.tengen.game.UserError;
import dev.tengen.selfplay.match.TournamentGame;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Has a second scorer count finished games, beside the games that go on, and keeps what it says, a
 * line a game.
 */
final class RefereeDesk implements Closeable {

  /** Asks for the count without the stones that are dead by estimate. */
  static final String ESTIMATE = "estimate";

  /** Asks for nobody. */
  static final String NONE = "none";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * What was said about a game.
   *
   * @param first the first player of the game's pairing
   * @param second the other
   * @param game its number in the pairing
   * @param ours Black's points minus White's by our rules
   * @param theirs the same by the referee; null if it could not count
   * @param reason why it could not, or empty
   */
  record Opinion(String first, String second, int game, double ours, Double theirs, String reason) {

    /** Whether both count the same. */
    boolean agrees() {
      return theirs != null && theirs == ours;
    }

    /** Whether they find another winner. */
    boolean differs() {
      return theirs != null && Math.signum(theirs) != Math.signum(ours);
    }

    /** Which game it is about. */
    List<Object> key() {
      return List.of(first, second, game);
    }
  }

  private final Referee referee;
  private final GameSettings settings;
  private final List<String> names;
  private final Path file;
  private final List<Opinion> opinions = new ArrayList<>();
  private final Set<List<Object>> seen = new HashSet<>();
  private final ExecutorService desk =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "referee");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param names of the players
   * @param file with what was said before, or null to keep nothing
   */
  RefereeDesk(Referee referee, GameSettings settings, List<String> names, Path file)
      throws IOException {
    this.referee = referee;
    this.settings = settings;
    this.names = names;
    this.file = file;
    if (file != null && Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        read(line);
      }
    }
  }

  private void read(String line) {
    try {
      Opinion opinion = MAPPER.readValue(line, Opinion.class);
      if (seen.add(opinion.key())) {
        opinions.add(opinion);
      }
    } catch (IOException e) {
      // A line that was not written to its end: the game is asked about again.
    }
  }

  /** Asks about a game whose points decided, once. */
  void ask(TournamentGame game) {
    String first = names.get(game.pairing().first());
    String second = names.get(game.pairing().second());
    if (game.game().end().isScored() && seen.add(key(game))) {
      desk.execute(() -> count(game, first, second));
    }
  }

  private void count(TournamentGame game, String first, String second) {
    Referee.Verdict verdict = referee.count(settings, game.game().actions());
    if (Thread.currentThread().isInterrupted()) {
      return;
    }
    Opinion opinion =
        new Opinion(
            first,
            second,
            game.game().index(),
            game.game().scoreForBlack(),
            verdict instanceof Referee.Count count ? count.forBlack() : null,
            verdict instanceof Referee.NoCount none ? none.reason() : "");
    synchronized (opinions) {
      opinions.add(opinion);
    }
    if (file != null) {
      try {
        Files.writeString(
            file,
            "\n" + Json.line(opinion),
            StandardCharsets.UTF_8,
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UserError(file + ": " + e.getMessage(), e);
      }
    }
  }

  /** Which game of which players it is. */
  List<Object> key(TournamentGame game) {
    return List.of(
        names.get(game.pairing().first()), names.get(game.pairing().second()), game.game().index());
  }

  String name() {
    return referee.name();
  }

  /** All that was said until now. */
  List<Opinion> opinions() {
    synchronized (opinions) {
      return List.copyOf(opinions);
    }
  }

  /** Waits until all games are counted. */
  void finish() {
    desk.shutdown();
    try {
      desk.awaitTermination(1, TimeUnit.HOURS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets the referee go; games that were not counted yet are asked about another time. */
  @Override
  public void close() {
    desk.shutdownNow();
    try {
      desk.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    referee.close();
  }
}
