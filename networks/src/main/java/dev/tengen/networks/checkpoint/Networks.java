package dev.tengen.networks.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.hash.Hashing;
import dev.tengen.files.DurableFiles;
import dev.tengen.game.UserError;
import dev.tengen.networks.Network;
import dev.tengen.networks.NetworkInfo;
import dev.tengen.networks.interop.LeelaZeroReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Networks on disk: a folder with {@code network.json}, which says what the network is and holds
 * the SHA-256 of the other file, and {@code weights.safetensors} with the arrays that {@link
 * dev.tengen.networks.WeightLayout} names. Other programs' networks can be read too.
 */
public final class Networks {

  /** The file that makes a folder a network. */
  public static final String INFO_FILE = "network.json";

  private static final String WEIGHTS_FILE = "weights.safetensors";
  private static final String FORMAT = "tengen-network";
  private static final int FORMAT_VERSION = 1;

  private Networks() {}

  /**
   * Writes a network, replacing what was there; never half of it.
   *
   * @param folder where; made if it does not exist
   */
  public static void save(Network network, Path folder) throws IOException {
    if (Files.exists(folder) && !Files.exists(folder.resolve(INFO_FILE))) {
      throw new UserError(
          folder + " exists and is not a network; name another folder or move it away");
    }
    ByteBuffer weights = new Safetensors(network.weights(), Map.of("format", FORMAT)).encode();
    ObjectNode json = InfoJson.JSON.createObjectNode();
    json.put("format", FORMAT).put("formatVersion", FORMAT_VERSION);
    InfoJson.write(network.info(), json);
    json.put("weights", WEIGHTS_FILE);
    json.put("sha256", Hashing.sha256().hashBytes(weights.duplicate()).toString());
    byte[] info = InfoJson.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
    DurableFiles.writeFolder(
        folder,
        temporary -> {
          DurableFiles.writeAndSync(temporary.resolve(WEIGHTS_FILE), weights);
          DurableFiles.writeAndSync(temporary.resolve(INFO_FILE), ByteBuffer.wrap(info));
        });
  }

  /**
   * Whether a path looks like a network of this format: its folder, or its {@code network.json}.
   */
  public static boolean isNetwork(Path path) {
    return Files.isRegularFile(folderOf(path).resolve(INFO_FILE));
  }

  /**
   * Reads what a network is, of Tengen's own without the weights.
   *
   * @param path as for {@link #load}
   * @throws UserError if it is missing, is not a network or of a format version unknown here
   */
  public static NetworkInfo loadInfo(Path path) {
    if (LeelaZeroReader.recognises(path)) {
      return LeelaZeroReader.read(path).info();
    }
    return info(path, json(path));
  }

  /**
   * Reads a network. What kind it is shows in its content, not in its name.
   *
   * @param path the folder or its {@code network.json}, or Leela Zero's weights
   * @throws UserError if it is missing, is not a network, is damaged or of a format version unknown
   *     here
   */
  public static Network load(Path path) {
    if (LeelaZeroReader.recognises(path)) {
      return LeelaZeroReader.read(path);
    }
    JsonNode json = json(path);
    NetworkInfo info = info(path, json);
    Path file = folderOf(path).resolve(WEIGHTS_FILE);
    if (!Files.isRegularFile(file)) {
      throw new UserError("network %s has no %s".formatted(path, WEIGHTS_FILE));
    }
    try {
      byte[] bytes = Files.readAllBytes(file);
      Safetensors weights = Safetensors.decode(bytes);
      if (!Hashing.sha256().hashBytes(bytes).toString().equals(InfoJson.text(json, "sha256"))) {
        throw new IOException("it does not match the checksum in " + INFO_FILE);
      }
      return new Network(info, weights.arrays());
    } catch (IOException | IllegalArgumentException e) {
      throw new UserError(
          "network file %s is damaged: %s; restore it from a copy".formatted(file, e.getMessage()),
          e);
    }
  }

  /** What kind of file this is, in a word: {@code tengen} or {@code leelaz}. */
  public static String formatOf(Path path) {
    return LeelaZeroReader.recognises(path) ? "leelaz" : "tengen";
  }

  private static Path folderOf(Path path) {
    return path.endsWith(INFO_FILE) ? path.toAbsolutePath().getParent() : path;
  }

  private static JsonNode json(Path path) {
    if (!Files.exists(path)) {
      throw new UserError("no network at %s: no such file or folder".formatted(path));
    }
    Path file = folderOf(path).resolve(INFO_FILE);
    if (!Files.isRegularFile(file)) {
      throw new UserError(
          "%s is not a network: expected a folder that holds %s, or Leela Zero's weights (.txt, .gz)"
              .formatted(path, INFO_FILE));
    }
    JsonNode json;
    try {
      json = InfoJson.JSON.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw new UserError("%s is damaged: it is not JSON".formatted(file), e);
    } catch (IOException e) {
      throw new UserError("cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
    if (!json.path("format").asText().equals(FORMAT)) {
      throw new UserError("%s is not a network: no \"format\": \"%s\"".formatted(file, FORMAT));
    }
    if (json.path("formatVersion").asInt() != FORMAT_VERSION) {
      throw new UserError(
          "network %s has format version %s, this program reads version %d; use a newer Tengen"
              .formatted(path, json.path("formatVersion").asText("?"), FORMAT_VERSION));
    }
    return json;
  }

  private static NetworkInfo info(Path path, JsonNode json) {
    try {
      return InfoJson.read(json);
    } catch (IOException e) {
      throw new UserError(
          "%s of network %s is damaged: %s".formatted(INFO_FILE, path, e.getMessage()), e);
    }
  }
}
