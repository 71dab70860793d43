package dev.tengen.agents.actorcritic;

import dev.tengen.files.DurableFiles;
import dev.tengen.game.UserError;
import dev.tengen.networks.WeightArray;
import dev.tengen.networks.checkpoint.Safetensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A learner in its file: parameters and optimizer by name, and how far it had come.
 *
 * @param steps in environments
 * @param updates of the parameters
 */
record SavedLearner(Map<String, WeightArray> arrays, long steps, long updates) {

  private static final String FILE = "learner.safetensors";
  private static final String STEPS = "steps";
  private static final String UPDATES = "updates";

  void write(Path folder) throws IOException {
    Map<String, String> metadata =
        Map.of(STEPS, Long.toString(steps), UPDATES, Long.toString(updates));
    DurableFiles.write(folder.resolve(FILE), new Safetensors(arrays, metadata).encode());
  }

  /**
   * @throws UserError if the file is damaged
   */
  static SavedLearner read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    try {
      Safetensors content = Safetensors.decode(Files.readAllBytes(file));
      return new SavedLearner(content.arrays(), number(content, STEPS), number(content, UPDATES));
    } catch (IOException | NumberFormatException e) {
      throw new UserError("checkpoint %s is damaged: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static long number(Safetensors content, String key) throws IOException {
    String value = content.metadata().get(key);
    if (value == null) {
      throw new IOException("it does not say its " + key);
    }
    return Long.parseLong(value);
  }
}
