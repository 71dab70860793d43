package dev.tengen.agents;

import dev.tengen.files.DurableFiles;
import dev.tengen.game.UserError;
import dev.tengen.training.ForeignFolder;
import dev.tengen.training.RunLock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder of a run.
 *
 * <pre>
 *   config.yaml               all settings
 *   curves.html, curves.png   learning curves, as far as it is
 *   lock                      which process trains here
 *   seed-1/                   the training with seed 1
 *     checkpoints/last/       from which it goes on
 *     checkpoints/best/       which did best in the evaluations on the way
 *     progress.csv            a row for each evaluation
 *     result.json             how well it ended
 *     logs/                   TensorBoard
 *   seed-2/ ...
 * </pre>
 */
final class AgentFolder {

  private static final String CONFIG = "config.yaml";

  private final Path root;
  private final AgentConfig<?> config;

  private AgentFolder(Path root, AgentConfig<?> config) {
    this.root = root;
    this.config = config;
  }

  /** Whether a run has begun there. */
  static boolean isRun(Path root) {
    return Files.exists(root.resolve(CONFIG));
  }

  /** Opens the folder of a run to look at it. */
  static AgentFolder open(Path root) throws IOException {
    if (!isRun(root)) {
      throw new UserError(
          root + " holds no run of an agent (no config.yaml); name the --out of an agent train");
    }
    return new AgentFolder(root, AgentConfig.load(root.resolve(CONFIG)));
  }

  /**
   * Opens the folder of a run to train there, or makes it. The caller holds its lock.
   *
   * @param asked the settings, or null for those that it was started with
   * @throws UserError if it was started with others
   */
  static AgentFolder forTraining(Path root, AgentConfig<?> asked) throws IOException {
    AgentConfig<?> config = asked;
    if (isRun(root)) {
      AgentConfig<?> stored = AgentConfig.load(root.resolve(CONFIG));
      config = asked == null ? stored : asked;
      List<String> conflicts = stored.conflictsWith(config);
      if (!conflicts.isEmpty()) {
        throw new UserError(
            root
                + " was started with "
                + String.join("; ", conflicts)
                + ": leave the settings as they were, or take another --out folder");
      }
    }
    DurableFiles.write(root.resolve(CONFIG), config.toYaml().getBytes(StandardCharsets.UTF_8));
    return new AgentFolder(root, config);
  }

  /** Makes the folder, if it is fit for a run, and takes its lock. */
  static RunLock lock(Path root) throws IOException {
    if (!isRun(root)) {
      ForeignFolder.refuse(root, "--out");
    }
    Files.createDirectories(root);
    return RunLock.take(root);
  }

  Path root() {
    return root;
  }

  AgentConfig<?> config() {
    return config;
  }

  /** The seeds of the run's trainings. */
  List<Long> seeds() {
    RunSettings run = config.run();
    return java.util.stream.LongStream.range(run.seed(), run.seed() + run.runs()).boxed().toList();
  }

  Path training(long seed) {
    return root.resolve("seed-" + seed);
  }

  Checkpoints checkpoints(long seed) {
    return new Checkpoints(training(seed));
  }

  Path progress(long seed) {
    return training(seed).resolve("progress.csv");
  }

  Path result(long seed) {
    return training(seed).resolve("result.json");
  }
}
