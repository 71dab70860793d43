package dev.tengen.networks.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tengen.game.Snapshot;
import dev.tengen.game.UserError;
import dev.tengen.networks.Network;
import dev.tengen.networks.NetworkConfig;
import dev.tengen.networks.TestGames;
import dev.tengen.networks.TestNetworks;
import dev.tengen.networks.features.FeaturePlanes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

class SavedModelExportTest {

  @TempDir Path folder;

  @Test
  void loadsBackAndSaysTheSame() throws IOException {
    Network network = TestNetworks.lively(new NetworkConfig(5, 2, 8, 8), 31);
    Path path = folder.resolve("exported/model");
    SavedModelExport.export(network, path);
    assertThat(path.resolve("saved_model.pb")).exists();

    Snapshot[] snapshots = TestGames.snapshots(5, 6, 2);
    FeaturePlanes features = FeaturePlanes.of(network.config());
    float[] planes = new float[6 * features.length()];
    for (int i = 0; i < 6; i++) {
      snapshots[i].setSymmetry(dev.tengen.game.Symmetry.IDENTITY);
      features.encode(snapshots[i], planes, i * features.length());
    }
    float[] logits = new float[6 * 26];
    float[] values = new float[6];
    try (NetworkEvaluator evaluator = new NetworkEvaluator(network)) {
      evaluator.evaluate(snapshots, 6, logits, values);
    }
    try (SavedModelBundle bundle = SavedModelBundle.load(path.toString());
        TFloat32 input = TFloat32.tensorOf(Shape.of(6, 5, 5, 17), DataBuffers.of(planes));
        Result result = bundle.call(Map.of("input", input))) {
      assertThat(floats(result.get("policy").orElseThrow())).containsExactly(logits, within(1e-5f));
      assertThat(floats(result.get("value").orElseThrow())).containsExactly(values, within(1e-5f));
    }
  }

  @Test
  void doesNotOverwrite() throws IOException {
    Files.writeString(folder.resolve("file"), "precious");
    Network network = Network.random(new NetworkConfig(3, 1, 2, 2), 1);
    assertThatThrownBy(() -> SavedModelExport.export(network, folder))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("exists already");
  }

  private static float[] floats(Tensor tensor) {
    float[] values = new float[(int) tensor.size()];
    tensor.asRawTensor().data().asFloats().read(values);
    return values;
  }
}
