package dev.tengen.gtp;

import java.util.stream.Collectors;

/** The response to one line of input, written as a whole or bit by bit. */
final class Response {

  private final String id;
  private final GtpOutput out;
  private boolean open;

  Response(String id, GtpOutput out) {
    this.id = id;
    this.out = out;
  }

  /** Writes the whole of it. */
  void succeed(String text) {
    out.write(whole("=", text));
  }

  /** Writes that it could not be done; if that shows in the middle, a last line says so. */
  void fail(String reason) {
    String line = reason.lines().filter(text -> !text.isBlank()).findFirst().orElse("failed");
    out.write(open ? "? " + tidy(line) + "\n\n" : whole("?", line));
  }

  /** Begins a response of several lines. */
  void open() {
    if (!open) {
      open = true;
      out.write("=" + id + "\n");
    }
  }

  /** Writes one line of a response of several. */
  void line(String line) {
    open();
    out.write(line + "\n");
  }

  /** Ends a response of several lines. */
  void close() {
    out.write("\n");
  }

  /** Whether the client keeps up, so that progress should be written. */
  boolean isReady() {
    return out.isReady();
  }

  /** An empty line ends a response, so there must be none inside. */
  private String whole(String sign, String text) {
    String tidy = tidy(text);
    String gap = tidy.isEmpty() ? "" : text.startsWith("\n") ? "\n" : " ";
    return sign + id + gap + tidy + "\n\n";
  }

  private static String tidy(String text) {
    return text.lines()
        .map(line -> line.replaceAll("\\p{Cntrl}", " ").stripTrailing())
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}
