package dev.tengen.networks.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.game.UserError;
import dev.tengen.networks.Network;
import dev.tengen.networks.NetworkConfig;
import dev.tengen.networks.NetworkInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworksTest {

  @TempDir Path folder;
  private Path path;
  private Path weights;
  private final Network network =
      Network.random(
          new NetworkInfo(
              new NetworkConfig(5, 1, 4, 8), "chinese", 6.5, 1234, "generation 3", "test 1"),
          7);

  @BeforeEach
  void save() throws IOException {
    path = folder.resolve("deep/net");
    weights = path.resolve("weights.safetensors");
    Networks.save(network, path);
  }

  @Test
  void comesBackAsItWas() {
    for (Path way : new Path[] {path, path.resolve("network.json")}) {
      Network loaded = Networks.load(way);
      assertThat(loaded.info()).isEqualTo(network.info());
      assertThat(loaded.weights().keySet()).containsExactlyElementsOf(network.weights().keySet());
      network
          .weights()
          .forEach((name, array) -> assertThat(loaded.values(name)).isEqualTo(array.values()));
      assertThat(Networks.loadInfo(way)).isEqualTo(network.info());
      assertThat(Networks.isNetwork(way)).isTrue();
    }
  }

  @Test
  void replacesANetworkAndLeavesNothingBeside() throws IOException {
    Network other = Network.random(network.info(), 8);
    Networks.save(other, path);
    assertThat(Networks.load(path).values("stem.conv")).isEqualTo(other.values("stem.conv"));
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(2);
    }
  }

  @Test
  void doesNotReplaceWhatIsNoNetwork() throws IOException {
    Path precious = Files.createDirectory(folder.resolve("precious"));
    Files.writeString(precious.resolve("file"), "text");
    assertThatThrownBy(() -> Networks.save(network, precious))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is not a network");
    assertThat(precious.resolve("file")).exists();
  }

  @Test
  void weightsAreSafetensorsAsThePublicFormatHasThem() throws IOException {
    ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(weights)).order(ByteOrder.LITTLE_ENDIAN);
    int header = (int) file.getLong();
    assertThat((8 + header) % 8).isZero();
    String json = new String(file.array(), 8, header, StandardCharsets.UTF_8);
    assertThat(json)
        .contains(
            "\"stem.conv\":{\"dtype\":\"F32\",\"shape\":[3,3,17,4],\"data_offsets\":[0,2448]}");
    assertThat(file.getFloat(8 + header)).isEqualTo(network.values("stem.conv")[0]);
    assertThat(file.capacity()).isEqualTo(8 + header + 4 * network.parameterCount());
  }

  @Test
  void missing() {
    assertFails(folder.resolve("nowhere"), "no network at", "no such file or folder");
    assertFails(folder, "is not a network: expected a folder that holds network.json");
  }

  @Test
  void anotherFile() throws IOException {
    Path file = Files.writeString(folder.resolve("note.txt"), "hello");
    assertFails(file, "is not a network");
  }

  @Test
  void truncatedWeights() throws IOException {
    byte[] bytes = Files.readAllBytes(weights);
    for (int length : new int[] {0, 5, 100, bytes.length / 2, bytes.length - 1}) {
      Files.write(weights, Arrays.copyOf(bytes, length));
      assertFails(path, "weights.safetensors is damaged");
    }
    Files.delete(weights);
    assertFails(path, "has no weights.safetensors");
  }

  @Test
  void flippedBits() throws IOException {
    byte[] bytes = Files.readAllBytes(weights);
    for (int at : new int[] {3, 9, 400, bytes.length / 2, bytes.length - 1}) {
      byte[] copy = bytes.clone();
      copy[at] ^= 0x10;
      Files.write(weights, copy);
      assertFails(path, "weights.safetensors is damaged");
    }
  }

  @Test
  void weightsOfAnotherNetwork() throws IOException {
    Path other = folder.resolve("other");
    Networks.save(Network.random(network.info(), 9), other);
    Files.copy(
        other.resolve("weights.safetensors"),
        weights,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertFails(path, "does not match the checksum in network.json");
  }

  @Test
  void brokenInfo() throws IOException {
    replaceInInfo("\"formatVersion\" : 1", "\"formatVersion\" : 2");
    assertFails(path, "has format version 2, this program reads version 1");
    replaceInInfo("\"formatVersion\" : 2", "\"formatVersion\" : 1");
    replaceInInfo("\"agz17\"", "\"agz99\"");
    assertFails(path, "unknown encoding \"agz99\"");
    replaceInInfo("\"agz99\"", "\"agz17\"");
    replaceInInfo("\"boardSize\" : 5", "\"boardSize\" : 55");
    assertFails(path, "board size must be 1 to 19, not 55");
    replaceInInfo("\"boardSize\" : 55", "\"boardSize\" : 6");
    assertFails(path, "weights.safetensors is damaged: policy.dense.weight has shape [50, 26]");
    replaceInInfo("{", "{ {");
    assertFails(path, "network.json is damaged: it is not JSON");
  }

  private void replaceInInfo(String from, String to) throws IOException {
    Path file = path.resolve("network.json");
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  private static void assertFails(Path where, String... parts) {
    assertThatThrownBy(() -> Networks.load(where))
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll(parts)
        .message()
        .doesNotContain("\n");
  }
}
