package dev.tengen.networks.inference;

import dev.tengen.files.DurableFiles;
import dev.tengen.game.UserError;
import dev.tengen.networks.Network;
import dev.tengen.networks.model.InferenceGraph;
import dev.tengen.networks.model.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tensorflow.SavedModelBundle;

/**
 * Networks as TensorFlow's SavedModel, for programs that are not Tengen. The signature {@code
 * serving_default} takes {@code input}, float32 [B, N, N, planes], and gives {@code policy}, logits
 * [B, N*N+1], and {@code value}, [B], for the player to move.
 */
public final class SavedModelExport {

  private SavedModelExport() {}

  /**
   * Writes a SavedModel.
   *
   * @param folder where; must not exist yet
   * @throws UserError if it exists
   */
  public static void export(Network network, Path folder) throws IOException {
    if (Files.exists(folder)) {
      throw new UserError(folder + " exists already; name a folder that does not");
    }
    DurableFiles.writeFolder(
        folder,
        temporary -> {
          try (InferenceGraph graph = new InferenceGraph(network, Precision.FLOAT32)) {
            SavedModelBundle.exporter(temporary.toString())
                .withSession(graph.session())
                .withSignature(graph.signature())
                .export();
          }
        });
  }
}
