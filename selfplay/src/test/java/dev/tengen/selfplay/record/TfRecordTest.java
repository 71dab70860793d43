package dev.tengen.selfplay.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TfRecordTest {

  private static final byte[] A = "first".getBytes(StandardCharsets.UTF_8);
  private static final byte[] B = "the second one".getBytes(StandardCharsets.UTF_8);
  private static final byte[] C = {};
  private static final int A_FRAMED = 16 + A.length;
  private static final int B_FRAMED = 16 + B.length;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("x.tfrecord");
  }

  @Test
  void checksumOfKnownBytes() {
    // RFC 3720, appendix B.4: CRC-32C of 32 zero bytes is aa36918a read in memory order.
    int crc = 0x8a9136aa;
    int masked = ((crc >>> 15) | (crc << 17)) + 0xa282ead8;
    assertThat(MaskedCrc32c.of(new byte[32], 0, 32)).isEqualTo(masked);
    // A second implementation.
    int guava = Hashing.crc32c().hashBytes(B).asInt();
    assertThat(MaskedCrc32c.of(B, 0, B.length))
        .isEqualTo(((guava >>> 15) | (guava << 17)) + 0xa282ead8);
  }

  @Test
  void framesAsTensorFlowDoes() {
    // Length 3, its masked CRC-32C, "abc", its masked CRC-32C; checksums by a bitwise
    // implementation in another language.
    assertThat(hex(TfRecordWriter.frame("abc".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("0300000000000000" + "b099490e" + "616263" + "6e57f121");
  }

  @Test
  void readsWhatWasWritten() throws IOException {
    write(A, B, C);
    assertThat(read(new ReadReport(3, 0, 0, 0))).containsExactly(A, B, C);
  }

  @Test
  void tornTailIsReportedAndCutWhereverTheWriteStopped() throws IOException {
    byte[] whole = write(A, B);
    for (int length = A_FRAMED + 1; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      ReadReport torn = new ReadReport(1, 0, length - A_FRAMED, 0);
      assertThat(read(torn)).containsExactly(A);
      try (TfRecordWriter writer = TfRecordWriter.open(file)) {
        assertThat(writer.found()).isEqualTo(torn);
        writer.append(C);
      }
      assertThat(read(new ReadReport(2, 0, 0, 0))).containsExactly(A, C);
    }
  }

  @Test
  void recordWithFlippedDataIsSkippedAndCounted() throws IOException {
    byte[] whole = write(A, B, A);
    for (int at = A_FRAMED + 12; at < A_FRAMED + B_FRAMED; at++) {
      Files.write(file, flipped(whole, at));
      assertThat(read(new ReadReport(2, 1, 0, 0))).containsExactly(A, A);
    }
    try (TfRecordWriter writer = TfRecordWriter.open(file)) {
      writer.append(C);
    }
    assertThat(read(new ReadReport(3, 1, 0, 0))).containsExactly(A, A, C);
  }

  @Test
  void flippedLengthEndsReadingAndTheLossIsReported() throws IOException {
    byte[] whole = write(A, B, A);
    for (int at = A_FRAMED; at < A_FRAMED + 12; at++) {
      Files.write(file, flipped(whole, at));
      ReadReport lost = new ReadReport(1, 0, 0, B_FRAMED + A_FRAMED);
      assertThat(read(lost)).containsExactly(A);
      assertThat(lost.describe("x"))
          .isEqualTo("x: a wrong length makes the last 51 bytes unreadable, 1 records kept");
    }
  }

  @Test
  void writerSetsUnreadableBytesAsideBeforeItAppends() throws IOException {
    byte[] damaged = flipped(write(A, B, A), A_FRAMED + 3);
    for (String aside : List.of("x.tfrecord.damaged", "x.tfrecord.damaged-2")) {
      Files.write(file, damaged);
      try (TfRecordWriter writer = TfRecordWriter.open(file)) {
        writer.append(C);
      }
      assertThat(read(new ReadReport(2, 0, 0, 0))).containsExactly(A, C);
      assertThat(folder.resolve(aside))
          .hasBinaryContent(Arrays.copyOfRange(damaged, A_FRAMED, damaged.length));
    }
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void openingCreatesAnEmptyFile() throws IOException {
    try (TfRecordWriter writer = TfRecordWriter.open(file)) {
      assertThat(writer.found()).isEqualTo(ReadReport.EMPTY);
    }
    assertThat(read(ReadReport.EMPTY)).isEmpty();
  }

  @Test
  void appendedBytesAreInTheFileBeforeItIsClosed() throws IOException {
    try (TfRecordWriter writer = TfRecordWriter.open(file)) {
      writer.append(A);
      assertThat(Files.size(file)).isEqualTo(A_FRAMED);
      writer.append(B);
      assertThat(Files.size(file)).isEqualTo(A_FRAMED + B_FRAMED);
    }
  }

  @Property(tries = 100)
  void anyRecordsSurviveTheRoundTrip(@ForAll @Size(max = 8) List<byte[]> records)
      throws IOException {
    Path own = Files.createTempFile("records", ".tfrecord");
    try {
      try (TfRecordWriter writer = TfRecordWriter.open(own)) {
        for (byte[] record : records) {
          writer.append(record);
        }
      }
      try (TfRecordReader reader = new TfRecordReader(own)) {
        for (byte[] record : records) {
          assertThat(reader.next()).isEqualTo(record);
        }
        assertThat(reader.next()).isNull();
        assertThat(reader.report().isClean()).isTrue();
      }
    } finally {
      Files.delete(own);
    }
  }

  /** Writes the records to a new file and returns its bytes. */
  private byte[] write(byte[]... records) throws IOException {
    Files.deleteIfExists(file);
    try (TfRecordWriter writer = TfRecordWriter.open(file)) {
      for (byte[] record : records) {
        writer.append(record);
      }
    }
    return Files.readAllBytes(file);
  }

  private List<byte[]> read(ReadReport expected) throws IOException {
    List<byte[]> records = new ArrayList<>();
    try (TfRecordReader reader = new TfRecordReader(file)) {
      for (byte[] data = reader.next(); data != null; data = reader.next()) {
        records.add(data);
      }
      assertThat(reader.report()).isEqualTo(expected);
    }
    return records;
  }

  private static byte[] flipped(byte[] bytes, int at) {
    byte[] copy = bytes.clone();
    copy[at] ^= 0x10;
    return copy;
  }

  private static String hex(byte[] bytes) {
    return BaseEncoding.base16().lowerCase().encode(bytes);
  }
}
