package dev.tengen.training;

import dev.tengen.game.GameSettings;
import dev.tengen.game.UserError;
import dev.tengen.game.Walker;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import dev.tengen.selfplay.record.ReadReport;
import dev.tengen.selfplay.record.TfRecordReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The newest games of a run, to draw positions from. Used by one thread at a time; a {@link Sample}
 * is immutable and may be used by others.
 *
 * <p>Damaged records are left out and counted, and said once for each file.
 */
final class ReplayWindow {

  private final GoPosition start;
  private final Walker walker;
  private final Consumer<String> warnings;
  private final Deque<ReplayGame> games = new ArrayDeque<>();

  /**
   * @param settings of the games wanted
   * @param warnings takes one line for each file with damaged records
   */
  ReplayWindow(GameSettings settings, Consumer<String> warnings) {
    this.start =
        GoPosition.start(settings.boardSize(), Rules.named(settings.rules()), settings.komi());
    this.walker = start.newWalker();
    this.warnings = warnings;
  }

  /** What adding a folder brought. */
  record Added(int games, long positions, long skipped) {}

  /**
   * Adds the games of all {@code .tfrecord} files of a folder, in the order of their names.
   *
   * @throws UserError if there is no such folder
   */
  Added add(Path folder) throws IOException {
    List<Path> files;
    if (Files.isRegularFile(folder)) {
      files = List.of(folder);
    } else if (Files.isDirectory(folder)) {
      try (Stream<Path> list = Files.list(folder)) {
        files = list.filter(file -> file.toString().endsWith(".tfrecord")).sorted().toList();
      }
    } else {
      throw new UserError(folder + ": no such file or folder of game records (.tfrecord)");
    }
    Added sum = new Added(0, 0, 0);
    for (Path file : files) {
      Added added = addFile(file);
      sum =
          new Added(
              sum.games + added.games,
              sum.positions + added.positions,
              sum.skipped + added.skipped);
    }
    return sum;
  }

  private Added addFile(Path file) throws IOException {
    int added = 0;
    long positions = 0;
    long refused = 0;
    String firstReason = null;
    ReadReport report;
    try (TfRecordReader reader = new TfRecordReader(file)) {
      for (byte[] data = reader.next(); data != null; data = reader.next()) {
        try {
          ReplayGame game = ReplayGame.of(data, start, walker);
          games.addLast(game);
          added++;
          positions += game.examples();
        } catch (IOException e) {
          refused++;
          firstReason = firstReason == null ? e.getMessage() : firstReason;
        }
      }
      report = reader.report();
    }
    if (!report.isClean()) {
      warnings.accept(report.describe(file));
    }
    if (refused > 0) {
      warnings.accept(file + ": " + refused + " records skipped, the first: " + firstReason);
    }
    return new Added(added, positions, refused + report.skipped());
  }

  /** Lets go of the oldest games, until no more than {@code count} are left. */
  void keepNewest(int count) {
    while (games.size() > count) {
      games.removeFirst();
    }
  }

  /** The games as they are now. */
  Sample sample() {
    return new Sample(start, new ArrayList<>(games));
  }

  /** Games to draw positions from, each position as likely as any other. */
  static final class Sample {

    private final GoPosition start;
    private final List<ReplayGame> games;

    /** The number of positions in the games up to and including game i. */
    private final long[] cumulative;

    private Sample(GoPosition start, List<ReplayGame> games) {
      this.start = start;
      this.games = games;
      cumulative = new long[games.size()];
      long sum = 0;
      for (int i = 0; i < cumulative.length; i++) {
        sum += games.get(i).examples();
        cumulative[i] = sum;
      }
    }

    int games() {
      return games.size();
    }

    long positions() {
      return cumulative.length == 0 ? 0 : cumulative[cumulative.length - 1];
    }

    GoPosition start() {
      return start;
    }

    /** The game of a position drawn at random, and which of its examples it is. */
    Drawn draw(SplittableRandom random) {
      long position = random.nextLong(positions());
      int low = 0;
      int high = cumulative.length - 1;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (cumulative[middle] > position) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      long before = low == 0 ? 0 : cumulative[low - 1];
      return new Drawn(games.get(low), (int) (position - before));
    }
  }

  /**
   * A position of a game.
   *
   * @param example which of the game's examples it is
   */
  record Drawn(ReplayGame game, int example) {}
}
