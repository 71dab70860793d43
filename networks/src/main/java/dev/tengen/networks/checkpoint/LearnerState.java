package dev.tengen.networks.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tengen.files.DurableFiles;
import dev.tengen.game.UserError;
import dev.tengen.networks.NetworkInfo;
import dev.tengen.networks.WeightArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A learner's whole state in one safetensors file: the network's weights and, as {@code
 * optimizer.SLOT.WEIGHT}, the optimizer's memory.
 *
 * @param info the network it trains, with the steps taken so far
 * @param optimizer the optimizer's id
 * @param arrays weights and slots by name
 */
public record LearnerState(NetworkInfo info, String optimizer, Map<String, WeightArray> arrays) {

  private static final String FORMAT = "tengen-learner-1";

  /** Writes it, replacing the file; never half of it. */
  public void save(Path file) throws IOException {
    ObjectNode json = InfoJson.JSON.createObjectNode();
    InfoJson.write(info, json);
    Map<String, String> metadata =
        Map.of("format", FORMAT, "optimizer", optimizer, "network", json.toString());
    DurableFiles.write(file, new Safetensors(arrays, metadata).encode());
  }

  /**
   * Reads one.
   *
   * @throws UserError if the file is missing, damaged or of another optimizer
   */
  public static LearnerState load(Path file, String optimizer) {
    if (!Files.isRegularFile(file)) {
      throw new UserError("no learner checkpoint at %s: no such file".formatted(file));
    }
    Safetensors content;
    NetworkInfo info;
    try {
      content = Safetensors.decode(Files.readAllBytes(file));
      if (!FORMAT.equals(content.metadata().get("format"))) {
        throw new IOException("it is not of format " + FORMAT);
      }
      info = InfoJson.read(InfoJson.JSON.readTree(content.metadata().get("network")));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new UserError("learner checkpoint %s is damaged: bad header".formatted(file), e);
    } catch (IOException e) {
      throw new UserError(
          "learner checkpoint %s is damaged: %s".formatted(file, e.getMessage()), e);
    }
    String saved = content.metadata().get("optimizer");
    if (!optimizer.equals(saved)) {
      throw new UserError(
          "learner checkpoint %s was written with optimizer %s, not %s; keep the optimizer, or start"
                  .formatted(file, saved, optimizer)
              + " a learner from its network");
    }
    return new LearnerState(info, saved, content.arrays());
  }
}
