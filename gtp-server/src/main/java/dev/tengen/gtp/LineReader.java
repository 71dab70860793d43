package dev.tengen.gtp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Cuts a stream of bytes into lines, never keeping more of one than a limit. */
public final class LineReader {

  private static final int BUFFER = 8192;

  private final InputStream in;
  private final int limit;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int end;
  private boolean inLongLine;

  /**
   * A line without its end.
   *
   * @param truncated whether there was more of it than the limit
   */
  public record Line(String text, boolean truncated) {}

  public LineReader(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /**
   * The next line, the last one even without a line end; null at the end of the stream. A line that
   * is too long is returned as soon as that is clear, its rest skipped by the next call.
   */
  public Line next() throws IOException {
    if (inLongLine) {
      skipLine();
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean any = false;
    while (at < end || fill()) {
      any = true;
      byte b = buffer[at++];
      if (b == '\n') {
        break;
      }
      if (line.size() == limit) {
        inLongLine = true;
        break;
      }
      line.write(b);
    }
    return any ? new Line(line.toString(StandardCharsets.UTF_8), inLongLine) : null;
  }

  private void skipLine() throws IOException {
    while (inLongLine && (at < end || fill())) {
      inLongLine = buffer[at++] != '\n';
    }
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }
}
