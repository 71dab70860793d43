package dev.tengen.gtp;

import java.io.OutputStream;
import java.util.Queue;

/**
 * Takes what an engine writes and fails at the first byte that no GTP client could make sense of.
 */
final class ResponseChecker extends OutputStream {

  private static final int KEPT = 200;

  private final Queue<String> ids;
  private final StringBuilder line = new StringBuilder();
  private boolean inResponse;
  private long responses;
  private String failure;

  /**
   * @param ids of the responses to come
   */
  ResponseChecker(Queue<String> ids) {
    this.ids = ids;
  }

  @Override
  public void write(int b) {
    char c = (char) (b & 0xff);
    if (c == '\n') {
      endOfLine(line.toString());
      line.setLength(0);
    } else if (c < ' ' || c == 0x7f) {
      fail("control character " + (int) c + " behind " + line);
    } else if (line.length() < KEPT) {
      line.append(c);
    }
  }

  private void endOfLine(String text) {
    if (inResponse) {
      inResponse = !text.isEmpty();
      return;
    }
    inResponse = true;
    responses++;
    String id = ids.poll();
    String sign = text.isEmpty() ? "" : text.substring(0, 1);
    if (id == null || !sign.matches("[=?]")) {
      fail("unexpected: " + text);
    } else if (id.length() < KEPT && !(text + " ").startsWith(sign + id + " ")) {
      fail("expected a response to " + id + ", not: " + text);
    } else if (text.contains("internal error")) {
      fail(text);
    }
  }

  private void fail(String what) {
    if (failure == null) {
      failure = "response " + responses + ": " + what;
    }
  }

  /** What was wrong first; null if nothing was. */
  String failure() {
    if (failure == null && (inResponse || line.length() > 0)) {
      return "ends in the middle of a response";
    }
    return failure == null && !ids.isEmpty() ? "no response to " + ids.size() + " lines" : failure;
  }
}
