package dev.tengen.selfplay.record;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Appends records to a TFRecord file; the framing is drawn at {@link TfRecordReader}. Durable as
 * {@link AppendFile} says. May be used by several threads.
 */
public final class TfRecordWriter implements Closeable {

  private final AppendFile file;
  private final ReadReport found;

  private TfRecordWriter(AppendFile file, ReadReport found) {
    this.file = file;
    this.found = found;
  }

  /**
   * Opens a file for appending, creating it if need be. A torn tail is cut. Bytes that a wrong
   * length made unreadable are moved to {@code NAME.damaged} beside the file, or {@code
   * NAME.damaged-2} and so on.
   */
  public static TfRecordWriter open(Path path) throws IOException {
    if (!Files.exists(path)) {
      return new TfRecordWriter(AppendFile.open(path), ReadReport.EMPTY);
    }
    ReadReport found;
    long end;
    try (TfRecordReader reader = new TfRecordReader(path)) {
      while (reader.next() != null) {
        // only looking for the end
      }
      found = reader.report();
      end = reader.position();
    }
    if (found.lostBytes() > 0) {
      setAside(path, end);
    }
    AppendFile file = AppendFile.open(path);
    if (end < file.length()) {
      file.truncate(end);
    }
    return new TfRecordWriter(file, found);
  }

  /** What the file held when it was opened, and what was wrong with it. */
  public ReadReport found() {
    return found;
  }

  /** Appends one record, in one write. */
  public void append(byte[] data) throws IOException {
    file.append(frame(data));
  }

  /** Forces all that was appended onto the disk. */
  public void sync() throws IOException {
    file.sync();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  static byte[] frame(byte[] data) {
    byte[] framed = new byte[TfRecordReader.HEADER + data.length + TfRecordReader.FOOTER];
    ByteBuffer buffer = ByteBuffer.wrap(framed).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putLong(data.length);
    buffer.putInt(MaskedCrc32c.of(framed, 0, 8));
    buffer.put(data);
    buffer.putInt(MaskedCrc32c.of(data, 0, data.length));
    return framed;
  }

  private static void setAside(Path path, long from) throws IOException {
    Path aside = path.resolveSibling(path.getFileName() + ".damaged");
    for (int i = 2; Files.exists(aside); i++) {
      aside = path.resolveSibling(path.getFileName() + ".damaged-" + i);
    }
    Path temporary = path.resolveSibling("." + aside.getFileName() + ".tmp");
    try (var in = Files.newInputStream(path);
        var out = Files.newOutputStream(temporary)) {
      in.skipNBytes(from);
      in.transferTo(out);
    }
    Files.move(temporary, aside, StandardCopyOption.ATOMIC_MOVE);
  }
}
