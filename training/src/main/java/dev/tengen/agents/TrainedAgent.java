package dev.tengen.agents;

import dev.tengen.agents.algorithm.Algorithm;
import dev.tengen.game.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A checkpoint of one training of a run.
 *
 * @param folder the run's
 * @param seed the training's
 */
record TrainedAgent(AgentFolder folder, long seed, Checkpoint which) {

  /**
   * The trainings of a run that have this checkpoint.
   *
   * @param run the folder of a run, or of one training in it
   * @throws UserError if there is none
   */
  static List<TrainedAgent> of(Path run, Checkpoint which) throws IOException {
    Path parent = run.toAbsolutePath().normalize().getParent();
    if (!AgentFolder.isRun(run) && parent != null && AgentFolder.isRun(parent)) {
      AgentFolder folder = AgentFolder.open(parent);
      Path name = run.toAbsolutePath().normalize().getFileName();
      List<TrainedAgent> one =
          folder.seeds().stream()
              .filter(seed -> folder.training(seed).getFileName().equals(name))
              .map(seed -> new TrainedAgent(folder, seed, which))
              .toList();
      if (!one.isEmpty()) {
        return one;
      }
    }
    AgentFolder folder = AgentFolder.open(run);
    List<TrainedAgent> all =
        folder.seeds().stream()
            .filter(seed -> folder.checkpoints(seed).has(which))
            .map(seed -> new TrainedAgent(folder, seed, which))
            .toList();
    if (all.isEmpty()) {
      throw new UserError(
          run + " has no checkpoint yet; train at least to the first evaluation (evalEvery)");
    }
    return all;
  }

  AgentConfig<?> config() {
    return folder.config();
  }

  Algorithm load() throws IOException {
    return folder.checkpoints(seed).restore(which, folder.config(), seed);
  }
}
