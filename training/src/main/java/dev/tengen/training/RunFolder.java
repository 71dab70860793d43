package dev.tengen.training;

import dev.tengen.files.DurableFiles;
import dev.tengen.game.UserError;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of a zero run, held for this process alone.
 *
 * <pre>
 *   config.yaml               all settings
 *   manifest.json             what has been done: {@link Manifest}
 *   best                      one line: the generation that self-play uses, such as gen-0012
 *   networks/gen-NNNN/        the candidate of generation NNNN, accepted or not
 *   games/gen-NNNN/           its games: .tfrecord, and .sgf for people
 *   matches/gen-NNNN/         the candidate's match
 *   learner/                  checkpoint.safetensors: the learner, its optimizer included
 *   logs/                     TensorBoard
 *   lock                      which process holds the folder
 * </pre>
 */
final class RunFolder implements Closeable {

  private final Path root;
  private final RunLock lock;
  private final ZeroConfig config;

  private RunFolder(Path root, RunLock lock, ZeroConfig config) {
    this.root = root;
    this.lock = lock;
    this.config = config;
  }

  /**
   * Opens a run, or makes the folder of a new one.
   *
   * @throws UserError if another process holds it, if it is no run folder and not empty, or if it
   *     was started with other settings
   */
  static RunFolder open(Path root, ConfigSource source) throws IOException {
    Path configFile = root.resolve("config.yaml");
    boolean exists = Files.exists(configFile);
    if (!exists) {
      ForeignFolder.refuse(root, "--run");
    }
    // A mistake in the settings of a new run shall leave no folder behind.
    ZeroConfig asked = ZeroConfig.resolve(source, exists ? configFile : null);
    Files.createDirectories(root);
    RunLock lock = RunLock.take(root);
    try {
      sweep(root);
      if (exists) {
        ZeroConfig stored = ZeroConfig.resolve(new ConfigSource(null, configFile, List.of()), null);
        List<String> conflicts = stored.conflictsWith(asked);
        if (!conflicts.isEmpty()) {
          throw new UserError(
              root
                  + " was started with "
                  + String.join("; ", conflicts)
                  + ": leave the settings as they were, or take another --run folder");
        }
        if (stored.equals(asked)) {
          return new RunFolder(root, lock, asked);
        }
      }
      DurableFiles.write(configFile, asked.toYaml().getBytes(StandardCharsets.UTF_8));
      return new RunFolder(root, lock, asked);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** Removes what earlier invocations were writing when they were killed. */
  private static void sweep(Path root) throws IOException {
    List<Path> below;
    try (Stream<Path> walk = Files.walk(root)) {
      below = walk.sorted(Comparator.reverseOrder()).toList(); // files before their folders
    }
    for (Path path : below) {
      for (Path name : root.relativize(path)) {
        if (name.toString().startsWith(".") && name.toString().endsWith(".tmp")) {
          Files.delete(path);
          break;
        }
      }
    }
  }

  ZeroConfig config() {
    return config;
  }

  Path root() {
    return root;
  }

  Path manifestFile() {
    return root.resolve("manifest.json");
  }

  Path network(int generation) {
    return root.resolve("networks").resolve(name(generation));
  }

  Path games(int generation) {
    return root.resolve("games").resolve(name(generation));
  }

  Path match(int generation) {
    return root.resolve("matches").resolve(name(generation));
  }

  Path checkpoint() {
    return root.resolve("learner").resolve("checkpoint.safetensors");
  }

  Path logs() {
    return root.resolve("logs");
  }

  /** Names the generation that self-play uses from now on. */
  void writeBest(int generation) throws IOException {
    DurableFiles.write(
        root.resolve("best"), (name(generation) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** What the network of a generation is, for people. */
  String describe(int generation) {
    return "generation " + generation + " of " + root.getFileName();
  }

  /** {@code gen-0012}. */
  static String name(int generation) {
    return "gen-%04d".formatted(generation);
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
