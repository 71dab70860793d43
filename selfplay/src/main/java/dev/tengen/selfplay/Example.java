package dev.tengen.selfplay;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A {@code tf.train.Example}: named lists of integers, floats or byte strings.
 *
 * <pre>
 *   Example   { Features features = 1; }
 *   Features  { map&lt;string, Feature&gt; feature = 1; }       an entry is { key = 1; value = 2; }
 *   Feature   { BytesList bytes_list = 1 | FloatList float_list = 2 | Int64List int64_list = 3; }
 *   each list { repeated value = 1; }                      numbers packed
 * </pre>
 *
 * <p>Features are written in the order of their names, so equal examples are equal bytes. Unknown
 * fields are skipped.
 */
final class Example {

  private static final int FIRST = 1;
  private static final int VALUE = 2;
  private static final int BYTES_LIST = 1;
  private static final int FLOAT_LIST = 2;
  private static final int INT64_LIST = 3;

  /** By name, a long[], a float[] or a String. */
  private final Map<String, Object> features = new TreeMap<>();

  Example put(String name, long... values) {
    features.put(name, values);
    return this;
  }

  Example put(String name, float... values) {
    features.put(name, values);
    return this;
  }

  Example put(String name, String value) {
    features.put(name, value);
    return this;
  }

  boolean has(String name) {
    return features.containsKey(name);
  }

  /** The integers of a feature; throws IllegalArgumentException if it has none. */
  long[] longs(String name) {
    return get(name, long[].class, "integers");
  }

  float[] floats(String name) {
    return get(name, float[].class, "floats");
  }

  String string(String name) {
    return get(name, String.class, "text");
  }

  private <T> T get(String name, Class<T> type, String expected) {
    Object value = features.get(name);
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException("feature '" + name + "' is missing or not " + expected);
    }
    return type.cast(value);
  }

  byte[] toBytes() {
    return message(
        out -> {
          byte[] all =
              message(
                  map -> {
                    for (Map.Entry<String, Object> entry : features.entrySet()) {
                      map.writeByteArray(FIRST, entry(entry.getKey(), entry.getValue()));
                    }
                  });
          out.writeByteArray(FIRST, all);
        });
  }

  private static byte[] entry(String name, Object value) {
    return message(
        entry -> {
          entry.writeString(FIRST, name);
          int kind =
              value instanceof String
                  ? BYTES_LIST
                  : value instanceof float[] ? FLOAT_LIST : INT64_LIST;
          byte[] list = list(value);
          entry.writeByteArray(VALUE, message(feature -> feature.writeByteArray(kind, list)));
        });
  }

  private static byte[] list(Object value) {
    if (value instanceof String text) {
      return message(out -> out.writeByteArray(FIRST, text.getBytes(StandardCharsets.UTF_8)));
    }
    byte[] packed =
        message(
            out -> {
              if (value instanceof float[] floats) {
                for (float x : floats) {
                  out.writeFloatNoTag(x);
                }
              } else {
                for (long x : (long[]) value) {
                  out.writeInt64NoTag(x);
                }
              }
            });
    return packed.length == 0 ? packed : message(out -> out.writeByteArray(FIRST, packed));
  }

  private interface Body {
    void writeTo(CodedOutputStream out) throws IOException;
  }

  private static byte[] message(Body body) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      CodedOutputStream out = CodedOutputStream.newInstance(bytes);
      body.writeTo(out);
      out.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
  }

  /**
   * Reads an example.
   *
   * @throws IOException if the bytes are not one
   */
  static Example parse(byte[] bytes) throws IOException {
    Example example = new Example();
    for (byte[] features : submessages(bytes, FIRST)) {
      for (byte[] entry : submessages(features, FIRST)) {
        example.parseEntry(entry);
      }
    }
    return example;
  }

  private void parseEntry(byte[] entry) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(entry);
    String name = "";
    Object value = null;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case FIRST -> name = in.readString();
        case VALUE -> value = parseFeature(in.readByteArray());
        default -> in.skipField(tag);
      }
    }
    if (value != null) {
      features.put(name, value);
    }
  }

  private static Object parseFeature(byte[] feature) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(feature);
    Object value = null;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case BYTES_LIST -> {
          List<byte[]> list = submessages(in.readByteArray(), FIRST);
          value = list.isEmpty() ? "" : new String(list.get(0), StandardCharsets.UTF_8);
        }
        case FLOAT_LIST -> value = parseFloats(in.readByteArray());
        case INT64_LIST -> value = parseLongs(in.readByteArray());
        default -> in.skipField(tag);
      }
    }
    return value;
  }

  /** The values of a list, packed or one by one. */
  private static float[] parseFloats(byte[] list) throws IOException {
    float[] values = new float[list.length / Float.BYTES];
    int count = 0;
    CodedInputStream in = CodedInputStream.newInstance(list);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      for (int end = endOfValues(in, tag); in.getTotalBytesRead() < end; ) {
        values[count++] = in.readFloat();
      }
    }
    return Arrays.copyOf(values, count);
  }

  private static long[] parseLongs(byte[] list) throws IOException {
    long[] values = new long[list.length];
    int count = 0;
    CodedInputStream in = CodedInputStream.newInstance(list);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      for (int end = endOfValues(in, tag); in.getTotalBytesRead() < end; ) {
        values[count++] = in.readInt64();
      }
    }
    return Arrays.copyOf(values, count);
  }

  /** Where in the list's bytes the values end whose tag was just read. */
  private static int endOfValues(CodedInputStream in, int tag) throws IOException {
    if (WireFormat.getTagFieldNumber(tag) != FIRST) {
      throw new IOException("a list has no field " + WireFormat.getTagFieldNumber(tag));
    }
    boolean packed = WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
    int length = packed ? in.readRawVarint32() : 1;
    return in.getTotalBytesRead() + length;
  }

  private static List<byte[]> submessages(byte[] message, int number) throws IOException {
    List<byte[]> found = new ArrayList<>();
    CodedInputStream in = CodedInputStream.newInstance(message);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (WireFormat.getTagFieldNumber(tag) == number) {
        found.add(in.readByteArray());
      } else {
        in.skipField(tag);
      }
    }
    return found;
  }
}
