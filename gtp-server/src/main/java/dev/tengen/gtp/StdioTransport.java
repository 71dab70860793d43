package dev.tengen.gtp;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Serves one engine over a pair of streams, such as a process's standard input and output. */
public final class StdioTransport {

  /** The longest line worth reading; a whole 19x19 setup takes less than a twentieth of it. */
  static final int MAX_LINE = 64 * 1024;

  private final LineReader in;
  private final OutputStream out;

  public StdioTransport(InputStream in, OutputStream out) {
    this.in = new LineReader(in, MAX_LINE);
    this.out = out;
  }

  /**
   * The transport over this process's own streams. From here on {@code System.out} goes to standard
   * error, so that no stray print can get between the responses.
   */
  @SuppressWarnings("resource") // standard output is closed by the end of the process
  public static StdioTransport ofProcess() {
    System.setOut(System.err);
    return new StdioTransport(System.in, new FileOutputStream(FileDescriptor.out));
  }

  /**
   * Answers line by line until {@code quit}, the end of the input, or until nobody reads the
   * answers any more. Then the engine is closed.
   *
   * @throws IOException if the input breaks
   */
  public void serve(GtpEngine engine) throws IOException {
    ReadAhead lines = new ReadAhead(in, engine);
    GtpOutput output =
        text -> {
          if (!write(text)) {
            lines.close();
          }
        };
    try {
      LineReader.Line line = lines.next();
      while (line != null) {
        if (line.truncated()) {
          engine.refuse(line.text(), "line too long", output);
        } else {
          engine.handle(line.text(), output);
        }
        line = engine.isOver() ? null : lines.next();
      }
    } finally {
      lines.close();
      engine.close();
    }
  }

  private boolean write(String answer) {
    try {
      out.write(answer.getBytes(StandardCharsets.UTF_8));
      out.flush();
      return true;
    } catch (IOException readerHasGone) {
      return false;
    }
  }
}
