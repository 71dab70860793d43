package dev.tengen.selfplay;

import dev.tengen.files.DurableFiles;
import dev.tengen.selfplay.record.AppendFile;
import dev.tengen.selfplay.record.ReadReport;
import dev.tengen.selfplay.record.TfRecordReader;
import dev.tengen.selfplay.record.TfRecordWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The games of one generation in one folder: {@code games.tfrecord}, which is the truth, and {@code
 * games.sgf} beside it for people. One process at a time may have a folder open; any number may
 * {@link #read} it.
 *
 * <p>A game is in both files, in the operating system's hands, when {@link #accept} returns, and on
 * the disk ten seconds later. If the files disagree when a folder is opened, the SGF file is
 * written anew from the records.
 */
public final class EpisodeStore implements EpisodeSink, Closeable {

  private static final String RECORDS = "games.tfrecord";
  private static final String SGF = "games.sgf";

  private final TfRecordWriter records;
  private final AppendFile sgf;
  private final BitSet games;
  private final ReadReport found;

  private EpisodeStore(TfRecordWriter records, AppendFile sgf, BitSet games, ReadReport found) {
    this.records = records;
    this.sgf = sgf;
    this.games = games;
    this.found = found;
  }

  /** Opens a folder for adding games, creating it if need be. */
  public static EpisodeStore open(Path folder) throws IOException {
    Files.createDirectories(folder);
    TfRecordWriter records = TfRecordWriter.open(folder.resolve(RECORDS));
    try {
      List<Episode> episodes = new ArrayList<>();
      ReadReport readable = readFile(folder.resolve(RECORDS), episodes::add);
      BitSet games = new BitSet();
      episodes.forEach(episode -> games.set(episode.game()));
      restoreSgf(folder.resolve(SGF), episodes);
      AppendFile sgf = AppendFile.open(folder.resolve(SGF));
      // The writer has cut a torn tail, so only it saw that; both saw records that are skipped.
      ReadReport cut = records.found();
      ReadReport found =
          new ReadReport(readable.records(), readable.skipped(), cut.tornBytes(), cut.lostBytes());
      return new EpisodeStore(records, sgf, games, found);
    } catch (IOException | RuntimeException e) {
      records.close();
      throw e;
    }
  }

  /** What the folder held when it was opened, and what was wrong with it. */
  public ReadReport found() {
    return found;
  }

  /** How many games are here. */
  public synchronized int count() {
    return games.cardinality();
  }

  /** Which of the games 0 to {@code planned - 1} are not here yet. */
  public synchronized int[] missing(int planned) {
    return IntStream.range(0, planned).filter(game -> !games.get(game)).toArray();
  }

  /**
   * Adds a game.
   *
   * @throws IllegalArgumentException if it is here already
   */
  @Override
  public synchronized void accept(Episode episode) throws IOException {
    if (games.get(episode.game())) {
      throw new IllegalArgumentException("game " + episode.game() + " is in the store already");
    }
    records.append(EpisodeCodec.encode(episode));
    games.set(episode.game());
    sgf.append(EpisodeSgf.of(episode).getBytes(StandardCharsets.UTF_8));
  }

  /** Forces all games onto the disk. */
  public void sync() throws IOException {
    records.sync();
    sgf.sync();
  }

  @Override
  public void close() throws IOException {
    try (sgf) {
      records.close();
    }
  }

  /**
   * Reads the games of a folder, from all of its {@code .tfrecord} files in the order of their
   * names, even while a process adds to them. Faults are in the report and are no exceptions; a
   * record that is no game counts as skipped.
   */
  public static ReadReport read(Path folder, Consumer<Episode> into) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, "*.tfrecord")) {
      stream.forEach(files::add);
    }
    files.sort(null);
    ReadReport report = ReadReport.EMPTY;
    for (Path file : files) {
      report = report.plus(readFile(file, into));
    }
    return report;
  }

  private static ReadReport readFile(Path file, Consumer<Episode> into) throws IOException {
    try (TfRecordReader reader = new TfRecordReader(file)) {
      int foreign = 0;
      for (byte[] data = reader.next(); data != null; data = reader.next()) {
        Episode episode;
        try {
          episode = EpisodeCodec.decode(data);
        } catch (IOException e) {
          foreign++;
          continue;
        }
        into.accept(episode);
      }
      ReadReport report = reader.report();
      return new ReadReport(
          report.records() - foreign,
          report.skipped() + foreign,
          report.tornBytes(),
          report.lostBytes());
    }
  }

  private static void restoreSgf(Path file, List<Episode> episodes) throws IOException {
    if (Files.exists(file) && gamesOf(Files.readString(file)) == episodes.size()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    episodes.forEach(episode -> text.append(EpisodeSgf.of(episode)));
    DurableFiles.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** How many games a collection written here has; -1 if the last one is not complete. */
  private static long gamesOf(String sgf) {
    boolean complete = sgf.isEmpty() || sgf.endsWith(")\n");
    return complete ? sgf.lines().filter(line -> line.startsWith("(;")).count() : -1;
  }
}
