package dev.tengen.agents.dqn;

import dev.tengen.files.DurableFiles;
import dev.tengen.game.UserError;
import dev.tengen.networks.WeightArray;
import dev.tengen.networks.checkpoint.Safetensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A saved learner: {@code dqn.safetensors} with the parameters, the target network's and the
 * optimizer's memory by name, and {@code replay.bin} if the replay memory was saved.
 *
 * @param steps environment steps taken
 * @param updates gradient steps taken
 * @param arrays by name
 */
record DqnCheckpoint(long steps, long updates, Map<String, WeightArray> arrays) {

  private static final String FILE = "dqn.safetensors";
  private static final String REPLAY = "replay.bin";
  private static final String FORMAT = "tengen-dqn-1";

  /**
   * @param memory may be null
   */
  void save(Path folder, ReplayMemory memory) throws IOException {
    if (memory != null) {
      memory.save(folder.resolve(REPLAY));
    }
    Map<String, String> metadata =
        Map.of("format", FORMAT, "steps", Long.toString(steps), "updates", Long.toString(updates));
    DurableFiles.write(folder.resolve(FILE), new Safetensors(arrays, metadata).encode());
  }

  static DqnCheckpoint load(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new UserError("no checkpoint of DQN at %s: no such file".formatted(file));
    }
    try {
      Safetensors content = Safetensors.decode(Files.readAllBytes(file));
      Map<String, String> metadata = content.metadata();
      if (!FORMAT.equals(metadata.get("format"))) {
        throw new IOException("it is not of format " + FORMAT);
      }
      return new DqnCheckpoint(
          Long.parseLong(metadata.get("steps")),
          Long.parseLong(metadata.get("updates")),
          content.arrays());
    } catch (NumberFormatException e) {
      throw new UserError("checkpoint %s is damaged: bad header".formatted(file), e);
    } catch (IOException e) {
      throw new UserError("checkpoint %s is damaged: %s".formatted(file, e.getMessage()), e);
    }
  }

  void loadReplay(Path folder, ReplayMemory memory) {
    Path file = folder.resolve(REPLAY);
    if (Files.exists(file)) {
      try {
        memory.load(file);
      } catch (IOException e) {
        throw new UserError("checkpoint %s is damaged: %s".formatted(file, e.getMessage()), e);
      }
    }
  }
}
