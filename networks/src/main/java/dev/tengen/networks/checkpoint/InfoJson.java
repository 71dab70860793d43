package dev.tengen.networks.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tengen.networks.Encoding;
import dev.tengen.networks.NetworkConfig;
import dev.tengen.networks.NetworkInfo;
import dev.tengen.networks.ValueSide;
import java.io.IOException;

/** A {@link NetworkInfo} as JSON. */
final class InfoJson {

  static final ObjectMapper JSON = new ObjectMapper();

  private InfoJson() {}

  static void write(NetworkInfo info, ObjectNode into) {
    NetworkConfig config = info.config();
    into.put("boardSize", config.boardSize())
        .put("blocks", config.blocks())
        .put("channels", config.channels())
        .put("valueHidden", config.valueHidden())
        .put("encoding", config.encoding().id())
        .put("valueSide", config.valueSide().id())
        .put("rules", info.rules())
        .put("komi", info.komi())
        .put("trainingSteps", info.trainingSteps())
        .put("description", info.description())
        .put("madeBy", info.madeBy());
  }

  /**
   * @throws IOException naming the field that is missing or makes no sense
   */
  static NetworkInfo read(JsonNode node) throws IOException {
    String encodingId = text(node, "encoding");
    Encoding encoding =
        Encoding.named(encodingId)
            .orElseThrow(() -> new IOException("unknown encoding \"" + encodingId + "\""));
    String sideId = node.path("valueSide").asText(ValueSide.TO_MOVE.id());
    ValueSide side =
        ValueSide.named(sideId)
            .orElseThrow(() -> new IOException("unknown valueSide \"" + sideId + "\""));
    NetworkConfig config;
    try {
      config =
          new NetworkConfig(
              integer(node, "boardSize"),
              integer(node, "blocks"),
              integer(node, "channels"),
              integer(node, "valueHidden"),
              encoding,
              side);
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
    if (!node.path("komi").isNumber()) {
      throw new IOException("no number \"komi\"");
    }
    return new NetworkInfo(
        config,
        text(node, "rules"),
        node.get("komi").asDouble(),
        node.path("trainingSteps").asLong(),
        node.path("description").asText(),
        node.path("madeBy").asText());
  }

  static String text(JsonNode node, String field) throws IOException {
    if (!node.path(field).isTextual()) {
      throw new IOException("no text \"" + field + "\"");
    }
    return node.get(field).asText();
  }

  private static int integer(JsonNode node, String field) throws IOException {
    if (!node.path(field).isInt()) {
      throw new IOException("no whole number \"" + field + "\"");
    }
    return node.get(field).asInt();
  }
}
