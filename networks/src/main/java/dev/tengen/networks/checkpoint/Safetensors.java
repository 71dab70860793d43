package dev.tengen.networks.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.hash.Hashing;
import dev.tengen.networks.WeightArray;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The safetensors format (huggingface.co/docs/safetensors), for float32 arrays: eight bytes of
 * header length, little-endian; a JSON header of that length that gives each array's dtype, shape
 * and byte range; then the arrays, little-endian, row-major. Python reads it with {@code
 * safetensors.numpy.load_file}.
 *
 * <p>The header's metadata holds whatever the writer wants to say, as strings, and under {@code
 * sha256} the hash of the array bytes, which reading checks.
 *
 * @param arrays by name, in the file's order
 * @param metadata strings by name, without the hash
 */
public record Safetensors(Map<String, WeightArray> arrays, Map<String, String> metadata) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String METADATA = "__metadata__";
  private static final String HASH = "sha256";
  private static final int MAX_HEADER = 100_000_000;

  /** The bytes of a file. */
  public ByteBuffer encode() {
    int dataLength = 0;
    ObjectNode header = JSON.createObjectNode();
    ObjectNode meta = header.putObject(METADATA);
    new TreeMap<>(metadata).forEach(meta::put);
    for (Map.Entry<String, WeightArray> entry : arrays.entrySet()) {
      WeightArray array = entry.getValue();
      ObjectNode node = header.putObject(entry.getKey()).put("dtype", "F32");
      for (int extent : array.shape()) {
        node.withArray("shape").add(extent);
      }
      if (array.shape().length == 0) {
        node.putArray("shape");
      }
      int end = Math.addExact(dataLength, Math.multiplyExact(4, array.values().length));
      node.putArray("data_offsets").add(dataLength).add(end);
      dataLength = end;
    }
    ByteBuffer data = littleEndian(dataLength);
    for (WeightArray array : arrays.values()) {
      data.asFloatBuffer().put(array.values());
      data.position(data.position() + 4 * array.values().length);
    }
    meta.put(HASH, hash(data.flip()));
    byte[] headerBytes = header.toString().getBytes(StandardCharsets.UTF_8);
    int padded = (headerBytes.length + 7) / 8 * 8;
    ByteBuffer file = littleEndian(Math.addExact(8 + padded, dataLength));
    file.putLong(padded).put(headerBytes);
    while (file.position() < 8 + padded) {
      file.put((byte) ' ');
    }
    return file.put(data).flip();
  }

  /**
   * Reads a whole file.
   *
   * @throws IOException saying in one line what is wrong with it
   */
  public static Safetensors decode(byte[] file) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    if (file.length < 8) {
      throw new IOException("it is cut short: %d bytes".formatted(file.length));
    }
    long headerLength = buffer.getLong();
    if (headerLength < 2 || headerLength > MAX_HEADER || headerLength > buffer.remaining()) {
      throw new IOException("it is not a safetensors file, or is cut short");
    }
    JsonNode header;
    try {
      header =
          JSON.readTree(new String(file, 8, (int) headerLength, StandardCharsets.UTF_8).strip());
    } catch (JsonProcessingException e) {
      throw new IOException("its header is not JSON", e);
    }
    ByteBuffer data =
        buffer.position(8 + (int) headerLength).slice().order(ByteOrder.LITTLE_ENDIAN);
    Map<String, WeightArray> arrays = new LinkedHashMap<>();
    Map<String, String> metadata = new TreeMap<>();
    String hash = null;
    for (Map.Entry<String, JsonNode> field : header.properties()) {
      if (!field.getKey().equals(METADATA)) {
        arrays.put(field.getKey(), array(field.getKey(), field.getValue(), data));
        continue;
      }
      for (Map.Entry<String, JsonNode> text : field.getValue().properties()) {
        metadata.put(text.getKey(), text.getValue().asText());
      }
      hash = metadata.remove(HASH);
    }
    if (hash != null && !hash.equals(hash(data))) {
      throw new IOException("its data do not match their checksum");
    }
    return new Safetensors(arrays, metadata);
  }

  private static WeightArray array(String name, JsonNode node, ByteBuffer data) throws IOException {
    long begin = node.path("data_offsets").path(0).asLong(-1);
    long end = node.path("data_offsets").path(1).asLong(-1);
    if (begin < 0 || end < begin || (end - begin) % 4 != 0) {
      throw new IOException("its header gives no sound byte range for " + name);
    }
    if (end > data.limit()) {
      throw new IOException("it is cut short: %s ends beyond the file".formatted(name));
    }
    if (!node.path("dtype").asText().equals("F32")) {
      throw new IOException("%s is %s, expected F32".formatted(name, node.path("dtype").asText()));
    }
    int[] shape = new int[node.path("shape").size()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = node.path("shape").get(i).asInt();
    }
    float[] values = new float[(int) (end - begin) / 4];
    data.duplicate()
        .order(ByteOrder.LITTLE_ENDIAN)
        .position((int) begin)
        .slice()
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(values);
    try {
      return new WeightArray(shape, values);
    } catch (IllegalArgumentException e) {
      throw new IOException(name + ": " + e.getMessage(), e);
    }
  }

  private static ByteBuffer littleEndian(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static String hash(ByteBuffer data) {
    return Hashing.sha256().hashBytes(data.duplicate()).toString();
  }
}
