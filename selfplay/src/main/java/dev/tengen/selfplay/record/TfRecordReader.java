package dev.tengen.selfplay.record;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads a TFRecord file from beginning to end. Each record is framed as
 *
 * <pre>
 *   uint64 length              little endian
 *   uint32 masked CRC-32C of the length
 *   byte   data[length]
 *   uint32 masked CRC-32C of the data
 * </pre>
 *
 * <p>Faults in the file are no exceptions: they end up in the {@link #report}. Reads what the file
 * held when it was opened; a file may be read while another process appends to it.
 */
public final class TfRecordReader implements Closeable {

  static final int HEADER = 12;
  static final int FOOTER = 4;

  private final InputStream in;
  private final long size;
  private final byte[] header = new byte[HEADER];
  private long position;
  private long records;
  private long skipped;
  private long tornBytes;
  private long lostBytes;

  public TfRecordReader(Path file) throws IOException {
    this.size = Files.size(file);
    this.in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
  }

  /** The data of the next sound record, or null at the end. */
  public byte[] next() throws IOException {
    while (position < size && tornBytes == 0 && lostBytes == 0) {
      long remaining = size - position;
      if (remaining < HEADER) {
        tornBytes = remaining;
        break;
      }
      fill(header);
      ByteBuffer fields = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
      if (fields.getInt(8) != MaskedCrc32c.of(header, 0, 8)) {
        lostBytes = remaining;
        break;
      }
      long length = fields.getLong(0);
      if (length < 0 || length > remaining - HEADER - FOOTER) {
        tornBytes = remaining;
        break;
      }
      if (length > Integer.MAX_VALUE - 16) { // more than an array holds: sound perhaps, not ours
        in.skipNBytes(length + FOOTER);
        position += HEADER + length + FOOTER;
        skipped++;
        continue;
      }
      byte[] data = new byte[(int) length];
      fill(data);
      byte[] footer = new byte[FOOTER];
      fill(footer);
      position += HEADER + length + FOOTER;
      int crc = ByteBuffer.wrap(footer).order(ByteOrder.LITTLE_ENDIAN).getInt();
      if (crc == MaskedCrc32c.of(data, 0, data.length)) {
        records++;
        return data;
      }
      skipped++;
    }
    return null;
  }

  /** Where the next record begins: at the end of reading, where a writer may go on. */
  long position() {
    return position;
  }

  /** What was met so far; complete once {@link #next} has returned null. */
  public ReadReport report() {
    return new ReadReport(records, skipped, tornBytes, lostBytes);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void fill(byte[] into) throws IOException {
    if (in.readNBytes(into, 0, into.length) < into.length) {
      throw new EOFException("the file shrank while it was read");
    }
  }
}
