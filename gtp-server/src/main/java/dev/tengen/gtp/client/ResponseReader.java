package dev.tengen.gtp.client;

import dev.tengen.gtp.LineReader;
import java.io.IOException;
import java.io.InputStream;

/**
 * Finds GTP responses in what a program prints: a line that starts with {@code =} or {@code ?}, and
 * all lines behind it up to an empty one. Anything between responses is skipped.
 */
final class ResponseReader {

  /** No honest response is longer, in characters. */
  static final int MAX_RESPONSE = 1 << 20;

  private final LineReader in;

  /**
   * A response.
   *
   * @param id the number of the command that it answers; -1 if it does not say
   * @param text without sign, id, and blanks around it
   */
  record Response(boolean ok, int id, String text) {}

  ResponseReader(InputStream in) {
    this.in = new LineReader(in, MAX_RESPONSE);
  }

  /**
   * The next response; null when the stream ends, even in the middle of one.
   *
   * @throws IOException if a response is too long to be one, or the stream breaks
   */
  Response next() throws IOException {
    LineReader.Line line = in.next();
    while (line != null && !startsResponse(line.text())) {
      line = in.next();
    }
    StringBuilder text = new StringBuilder();
    while (line != null && !line.text().isBlank()) {
      if (line.truncated() || text.length() > MAX_RESPONSE) {
        throw new IOException("an answer of more than " + MAX_RESPONSE + " characters");
      }
      text.append(line.text()).append('\n');
      line = in.next();
    }
    return line == null ? null : parse(text.toString());
  }

  private static boolean startsResponse(String line) {
    return line.startsWith("=") || line.startsWith("?");
  }

  private static Response parse(String text) {
    int end = 1;
    while (end < text.length() && Character.digit(text.charAt(end), 10) >= 0) {
      end++;
    }
    return new Response(
        text.charAt(0) == '=', id(text.substring(1, end)), text.substring(end).strip());
  }

  private static int id(String digits) {
    try {
      return digits.isEmpty() ? -1 : Integer.parseInt(digits);
    } catch (NumberFormatException tooLarge) {
      return -1;
    }
  }
}
