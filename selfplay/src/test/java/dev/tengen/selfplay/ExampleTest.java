package dev.tengen.selfplay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.io.BaseEncoding;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldOptions;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ExampleTest {

  @Test
  void writesTheBytesOfTheProtocol() {
    Example example = new Example().put("f", 1.5f).put("i", 1, 300, -1).put("s", "go");
    String f = "0a0d" + "0a0166" + "1208" + "1206" + "0a04" + "0000c03f";
    String i =
        "0a16" + "0a0169" + "1211" + "1a0f" + "0a0d" + "01" + "ac02" + "ffffffffffffffffff01";
    String s = "0a0b" + "0a0173" + "1206" + "0a04" + "0a02" + "676f";
    assertThat(BaseEncoding.base16().lowerCase().encode(example.toBytes()))
        .isEqualTo("0a34" + f + i + s);
  }

  @Test
  void anotherProtobufImplementationReadsIt() throws Exception {
    byte[] bytes =
        new Example()
            .put("moves", 0, 81, Long.MIN_VALUE)
            .put("values", 0.25f, -1f)
            .put("empty", new float[0])
            .put("name", "天元")
            .toBytes();
    String text = DynamicMessage.parseFrom(schema(true), bytes).toString();
    assertThat(text)
        .contains("key: \"moves\"", "value: 81", "value: -9223372036854775808")
        .contains("key: \"values\"", "value: 0.25", "value: -1.0")
        .contains("key: \"empty\"", "key: \"name\"")
        .contains("\\345\\244\\251\\345\\205\\203")
        .doesNotContain("value: 0.0");
  }

  @Test
  void readsWhatAnotherImplementationWrotePackedOrNot() throws Exception {
    for (boolean packed : List.of(true, false)) {
      Descriptor schema = schema(packed);
      DynamicMessage.Builder other = DynamicMessage.newBuilder(schema);
      com.google.protobuf.TextFormat.merge(
          """
          features {
            feature { key: "a" value { int64_list { value: 7 value: -2 value: 12345678901 } } }
            feature { key: "b" value { float_list { value: 0.5 value: 2 } } }
            feature { key: "c" value { bytes_list { value: "xyz" } } }
            feature { key: "d" value { int64_list { } } }
          }
          """,
          other);
      Example example = Example.parse(other.build().toByteArray());
      assertThat(example.longs("a")).containsExactly(7, -2, 12345678901L);
      assertThat(example.floats("b")).containsExactly(0.5f, 2);
      assertThat(example.string("c")).isEqualTo("xyz");
      assertThat(example.longs("d")).isEmpty();
    }
  }

  @Property(tries = 200)
  void anyListsSurviveTheRoundTrip(
      @ForAll long[] longs, @ForAll float[] floats, @ForAll String name) throws IOException {
    Example read =
        Example.parse(
            new Example().put("l" + name, longs).put("f" + name, floats).put("", "").toBytes());
    assertThat(read.longs("l" + name)).isEqualTo(longs);
    assertThat(read.floats("f" + name)).isEqualTo(floats);
    assertThat(read.string("")).isEmpty();
  }

  @Property(tries = 500)
  void anyOtherBytesAreAnIoExceptionOrAnExample(@ForAll byte[] bytes) {
    try {
      Example.parse(bytes);
    } catch (IOException e) {
      assertThat(e).isNotNull();
    }
  }

  @Test
  void aMissingFeatureIsNamed() {
    assertThatThrownBy(() -> new Example().put("komi", 7L).floats("komi"))
        .hasMessage("feature 'komi' is missing or not floats");
  }

  /** The messages of tensorflow/core/example, written down once more. */
  private static Descriptor schema(boolean packed) throws Exception {
    FileDescriptorProto file =
        FileDescriptorProto.newBuilder()
            .setName("example.proto")
            .setSyntax("proto2")
            .addMessageType(
                message(
                    "BytesList",
                    field("value", 1, FieldDescriptorProto.Type.TYPE_BYTES, null, false)))
            .addMessageType(
                message(
                    "FloatList",
                    field("value", 1, FieldDescriptorProto.Type.TYPE_FLOAT, null, packed)))
            .addMessageType(
                message(
                    "Int64List",
                    field("value", 1, FieldDescriptorProto.Type.TYPE_INT64, null, packed)))
            .addMessageType(
                message(
                    "Feature",
                    one(
                        field(
                            "bytes_list",
                            1,
                            FieldDescriptorProto.Type.TYPE_MESSAGE,
                            "BytesList",
                            false)),
                    one(
                        field(
                            "float_list",
                            2,
                            FieldDescriptorProto.Type.TYPE_MESSAGE,
                            "FloatList",
                            false)),
                    one(
                        field(
                            "int64_list",
                            3,
                            FieldDescriptorProto.Type.TYPE_MESSAGE,
                            "Int64List",
                            false))))
            .addMessageType(
                message(
                    "Entry",
                    one(field("key", 1, FieldDescriptorProto.Type.TYPE_STRING, null, false)),
                    one(
                        field(
                            "value", 2, FieldDescriptorProto.Type.TYPE_MESSAGE, "Feature", false))))
            .addMessageType(
                message(
                    "Features",
                    field("feature", 1, FieldDescriptorProto.Type.TYPE_MESSAGE, "Entry", false)))
            .addMessageType(
                message(
                    "Example",
                    one(
                        field(
                            "features",
                            1,
                            FieldDescriptorProto.Type.TYPE_MESSAGE,
                            "Features",
                            false))))
            .build();
    return FileDescriptor.buildFrom(file, new FileDescriptor[0]).findMessageTypeByName("Example");
  }

  private static DescriptorProto message(String name, FieldDescriptorProto... fields) {
    return DescriptorProto.newBuilder().setName(name).addAllField(List.of(fields)).build();
  }

  private static FieldDescriptorProto field(
      String name, int number, FieldDescriptorProto.Type type, String typeName, boolean packed) {
    FieldDescriptorProto.Builder field =
        FieldDescriptorProto.newBuilder()
            .setName(name)
            .setNumber(number)
            .setType(type)
            .setLabel(FieldDescriptorProto.Label.LABEL_REPEATED);
    if (typeName != null) {
      field.setTypeName("." + typeName);
    }
    if (packed) {
      field.setOptions(FieldOptions.newBuilder().setPacked(true));
    }
    return field.build();
  }

  private static FieldDescriptorProto one(FieldDescriptorProto field) {
    return field.toBuilder().setLabel(FieldDescriptorProto.Label.LABEL_OPTIONAL).build();
  }
}
